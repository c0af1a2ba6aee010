using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>The person of the first account, and what they type.</summary>
internal static class LocalPerson
{
    public const string Name = "first@example.org";
    public const string Password = "harbour lantern seven";

    /// <summary>Makes the account; the browser is signed in from then on.</summary>
    public static async Task<Visitor> MakeAsync(RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InvitationsService>()
            .FirstAsync(CancellationToken.None);
        var visitor = new Visitor(server);
        using var made = await visitor.FillInAsync(
            "welcome/" + secret,
            ("name", Name), ("display-name", "A. Person"), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return visitor;
    }

    /// <summary>Signs in at another browser.</summary>
    public static async Task<Visitor> SignInAsync(RunningServer server, string password = Password)
    {
        var visitor = new Visitor(server);
        using var answer = await TryAsync(visitor, password);
        return visitor;
    }

    /// <summary>Tries a password.</summary>
    public static Task<HttpResponseMessage> TryAsync(Visitor visitor, string password = Password) =>
        visitor.FillInAsync("sign-in", ("name", Name), ("password", password));

    /// <summary>Whether a browser's session holds.</summary>
    public static async Task<bool> IsInAsync(Visitor visitor)
    {
        using var wall = await visitor.GetAsync("wall");
        return wall.StatusCode is HttpStatusCode.OK;
    }

    /// <summary>The words of an answer.</summary>
    public static async Task<string> ToldAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}

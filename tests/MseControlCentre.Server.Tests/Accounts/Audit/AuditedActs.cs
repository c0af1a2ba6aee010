using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>What the journal of a running server holds of the audit, and people who ask for things.</summary>
internal static class AuditedActs
{
    public static Actor Controller { get; } = Somebody(Role.Controller);

    public static Actor Auditor { get; } = Somebody(Role.Auditor);

    public static Actor Administrator { get; } = Somebody(Role.Administrator);

    public static async Task<IReadOnlyList<AccessRecorded>> OfAsync(RunningServer server) =>
        [.. (await server.AllEntriesAsync()).Select(entry => entry.Event.Detail).OfType<AccessRecorded>()];

    public static async Task<HttpResponseMessage> AskAsync(
        RunningServer server, string path, Actor actor, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add(SignedIn.Header, SignedIn.Written(actor));
        request.Headers.Accept.ParseAdd(accept);
        return await server.Http.SendAsync(request);
    }

    public static async Task<string> ReadAsync(RunningServer server, string path, Actor actor)
    {
        using var answer = await AskAsync(server, path, actor);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}. The server said: {server.Warnings()}");
        return await answer.Content.ReadAsStringAsync();
    }

    private static Actor Somebody(Role role) => new(
        "p_test", "Test", new HashSet<Role> { role }, new HashSet<string>(StringComparer.Ordinal));
}

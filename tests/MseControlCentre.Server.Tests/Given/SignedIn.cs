using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>
/// Signs requests in without a password, for tests that are not about signing in. A request may say who it is of with
/// <see cref="Header"/>; one that does not is of whoever may do everything.
/// </summary>
public sealed class SignedIn : IStartupFilter
{
    /// <summary>Names who a request is of: <c>nobody</c>, or roles, then sites, then an organisation or source.</summary>
    public const string Header = "X-Test-Actor";

    private const string Scheme = "Test";

    /// <summary>Whoever may do everything, everywhere.</summary>
    public static Actor Everybody { get; } = new(
        "p_everybody",
        "Everybody",
        new HashSet<Role> { Role.Controller, Role.Administrator, Role.Auditor, Role.Feed },
        new HashSet<string>(StringComparer.Ordinal),
        Source: "*");

    /// <summary>Adds it before everything else.</summary>
    public static void Into(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IStartupFilter, SignedIn>();
    }

    /// <summary>What the header says of an actor.</summary>
    public static string Written(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return ReferenceEquals(actor, Actor.Nobody)
            ? "nobody"
            : string.Join(
                ';', string.Join(',', actor.Roles), string.Join(',', actor.Sites), actor.Organisation, actor.Source);
    }

    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            if (Read(context.Request.Headers[Header].ToString()) is { } actor)
            {
                context.User = ActorClaims.Write(actor, Scheme);
            }

            return following(context);
        });
        next(app);
    };

    private static Actor? Read(string header)
    {
        if (header.Length == 0)
        {
            return Everybody;
        }

        if (string.Equals(header, "nobody", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = header.Split(';');
        return new Actor(
            "p_test",
            "Test",
            Split(parts[0]).Select(Enum.Parse<Role>).ToHashSet(),
            Split(parts[1]).ToHashSet(StringComparer.Ordinal),
            Split(parts[2]).FirstOrDefault(),
            Split(parts[3]).FirstOrDefault());
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

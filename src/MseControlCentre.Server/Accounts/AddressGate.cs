using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.SignIn;

namespace MseControlCentre.Server.Accounts;

/// <summary>
/// Stands before every address: an address without a rule is refused to all, one with a rule to those who may do its
/// operation nowhere. Whether they may do it for this site or patient is asked by the feature's service.
/// </summary>
public static class AddressGate
{
    /// <summary>Where people sign in.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Adds it, after routing and authentication.</summary>
    public static void UseAddressGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next();
            return;
        }

        var rule = endpoint.Metadata.GetMetadata<AddressRule>();
        var actor = ActorClaims.Read(context.User);
        if (rule is not { Operation: null } && !(rule?.Operation is { } needed && actor.MaySomewhere(needed)))
        {
            await RecordAsync(context, actor, rule?.Operation);
            await RefuseAsync(context, actor);
            return;
        }

        try
        {
            await next();
        }
        catch (NotAllowedException refused) when (!context.Response.HasStarted)
        {
            // What a service asked for is noted already, with what it was about.
            if (context.Features.Get<AuditedRequest>() is not { IsRefused: true })
            {
                await RecordAsync(context, actor, refused.Operation);
            }

            await RefuseAsync(context, actor);
        }
    });

    private static Task RecordAsync(HttpContext context, Actor actor, Operation? operation)
    {
        var services = context.RequestServices;
        return services.GetRequiredService<RefusalTally>().AddAsync(services.GetRequiredService<AuditScribe>()
            .Describe(AuditAct.Refused, actor, operation, Subject.System, context, words: null));
    }

    // The same words whatever was asked for: they must not tell what exists.
    private static Task RefuseAsync(HttpContext context, Actor actor)
    {
        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        var known = !ReferenceEquals(actor, Actor.Nobody);
        if (!known && WantsPage(context.Request) && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(
                $"{SignInPath}?to={Uri.EscapeDataString(context.Request.GetEncodedPathAndQuery())}");
            return Task.CompletedTask;
        }

        var status = known ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
        if (WantsPage(context.Request))
        {
            return PageOf(actor, known, status).ExecuteAsync(context);
        }

        var problem = Results.Problem(
            statusCode: status,
            title: known ? "Not allowed" : "Not signed in",
            detail: known
                ? "Your account may not see or do this. Ask whoever keeps the accounts if your work needs it."
                : "Sign in first, or send the key of the feed.");
        return problem.ExecuteAsync(context);
    }

    /// <summary>Whether a person asks with a browser, and not a program.</summary>
    internal static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static RazorComponentResult<NotAllowedPage> PageOf(Actor actor, bool known, int status) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(NotAllowedPage.IsSignedIn)] = known,
            [nameof(NotAllowedPage.Name)] = actor.Name,
        })
        {
            StatusCode = status,
        };
}

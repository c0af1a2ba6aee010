using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Audit;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Stands before every address: what is asked for is recorded before the answer leaves, and what cannot be recorded is
/// not answered.
/// </summary>
public static partial class AuditGate
{
    private const string NotRecorded =
        "Who sees or does this is recorded, and the record cannot be written now. Nothing is shown until it can. "
        + "Tell whoever runs the server; it may be that its disk is full.";

    /// <summary>Adds it, after authentication and before <see cref="AddressGate"/>.</summary>
    public static void UseAuditGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<AddressRule>();
        var request = new AuditedRequest(context, isHeldBack: rule is { Operation: not null });
        context.Features.Set(request);
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        try
        {
            await (rule is { Operation: not null } ? HeldBackAsync(context, request, body, next) : next(context));
            await request.WriteAsync();
        }
        catch (AuditUnavailableException unavailable)
        {
            context.Features.Set(body);
            LogNotShown(context.RequestServices.GetRequiredService<ILogger<AuditedRequest>>(), unavailable.Message);
            await RefuseAsync(context);
        }
    });

    private static async Task HeldBackAsync(
        HttpContext context, AuditedRequest request, IHttpResponseBodyFeature body, RequestDelegate next)
    {
        var held = new StreamResponseBodyFeature(new HeldBackBody(body.Stream, request), body);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            if (held.Writer is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 })
            {
                await held.Writer.FlushAsync(context.RequestAborted);
            }
        }
        finally
        {
            context.Features.Set(body);
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            // Later parts of a long answer: no more of it leaves.
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        if (!AddressGate.WantsPage(context.Request))
        {
            return Problems.NotNow(context, NotRecorded).ExecuteAsync(context);
        }

        context.Response.Headers.RetryAfter = "10";
        return new RazorComponentResult<NotRecordedPage>(new { Why = NotRecorded })
        {
            StatusCode = StatusCodes.Status503ServiceUnavailable,
        }.ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Error, "An answer was withheld: {Reason}")]
    private static partial void LogNotShown(ILogger log, string reason);
}

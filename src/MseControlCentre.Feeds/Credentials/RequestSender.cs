using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MseControlCentre.Feeds.Credentials;

/// <summary>The sender of an HTTP request.</summary>
internal static class RequestSender
{
    private static readonly string[] s_forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Original-Proto", "Via"];

    /// <summary>The sender; null, and the answer says how to be let in, when it is to be refused.</summary>
    public static FeedSender? Of(HttpContext context, FeedGate gate)
    {
        var headers = context.Request.Headers;
        var authorization = headers.TryGetValue(HeaderNames.Authorization, out var values) ? values.ToString() : null;
        var isForwarded = Array.Exists(s_forwarding, headers.ContainsKey);
        var sender = gate.OfRequest(authorization, context.Connection.RemoteIpAddress, isForwarded);
        if (sender is null)
        {
            Challenge(context);
        }

        return sender;
    }

    /// <summary>Says how to be let in (RFC 6750).</summary>
    public static void Challenge(HttpContext context) => context.Response.Headers.WWWAuthenticate = "Bearer";
}

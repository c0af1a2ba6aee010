using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using MseControlCentre.Server.Components.Feeds;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Hosting;

/// <summary>What a request costs, and so how it is counted.</summary>
internal enum RequestKind
{
    /// <summary>A page or figure of now, a live line, a file of the client: never counted.</summary>
    Free,

    /// <summary>Brings events or declared figures.</summary>
    Intake,

    /// <summary>A form that a person sends.</summary>
    Form,

    /// <summary>Tries to get in.</summary>
    SignIn,

    /// <summary>Reads the past, writes a file or tries the quarantine again.</summary>
    LookBack,
}

/// <summary>
/// Lets an address, and a key from wherever it is shown, ask only as often as <see cref="RequestLimits"/> say; the
/// answer says when to come again.
/// </summary>
internal static class RequestRates
{
    private static readonly PathString[] s_intake = ["/api/events", "/api/sitreps"];
    private static readonly PathString[] s_signIns =
        [SignInRoutes.Path, SignInRoutes.WelcomePath, SignInRoutes.WallPath, NewPasswordRoutes.Path];

    private static readonly PathString[] s_replays = ["/api/quarantine/replay", QuarantineFilter.ReplayPath];

    public static void AddRequestRates(this IServiceCollection services, RequestLimits limits) =>
        services.AddRateLimiter(rates =>
        {
            rates.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, (RequestKind, string)>(context =>
                    ByAddress(context, limits)),
                PartitionedRateLimiter.Create<HttpContext, (RequestKind, string)>(context => ByKey(context, limits)));
            rates.OnRejected = RefuseAsync;
        });

    /// <summary>How a request is counted.</summary>
    public static RequestKind KindOf(HttpRequest request) =>
        IsReading(request.Method)
            ? IsLookBack(request) ? RequestKind.LookBack : RequestKind.Free
            : IsUnder(s_intake, request.Path) ? RequestKind.Intake
            : IsUnder(s_signIns, request.Path) ? RequestKind.SignIn
            : IsUnder(s_replays, request.Path) ? RequestKind.LookBack
            : request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) ? RequestKind.Free
            : RequestKind.Form;

    /// <summary>Whether a method changes nothing.</summary>
    public static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsLookBack(HttpRequest request) =>
        request.Path.StartsWithSegments("/api/exports", StringComparison.OrdinalIgnoreCase)
        || request.Path.Value?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) is true
        || request.Query.ContainsKey("at")
        || string.Equals(request.Query["format"], "csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnder(PathString[] paths, PathString path) =>
        Array.Exists(paths, one => path.StartsWithSegments(one, StringComparison.OrdinalIgnoreCase));

    private static RateLimitPartition<(RequestKind, string)> ByAddress(
        HttpContext context, RequestLimits limits)
    {
        var (kind, address) = (KindOf(context.Request), context.Connection.RemoteIpAddress);
        var here = address is null || IPAddress.IsLoopback(address);
        var key = (kind, SenderAddress.Of(address));
        return kind switch
        {
            RequestKind.Intake => Bucket(key, here ? limits.IntakeFromThisMachine : limits.Intake),
            RequestKind.SignIn => Bucket(key, limits.SignIns),
            RequestKind.Form => Bucket(key, limits.Forms),
            RequestKind.LookBack => Bucket(key, limits.LookBacks),
            _ => RateLimitPartition.GetNoLimiter((kind, string.Empty)),
        };
    }

    // One key that is used from many addresses is one sender. The key is hashed: no limiter holds a secret.
    private static RateLimitPartition<(RequestKind, string)> ByKey(HttpContext context, RequestLimits limits)
    {
        var (kind, shown) = (KindOf(context.Request), context.Request.Headers.Authorization.ToString());
        if (shown.Length == 0)
        {
            return RateLimitPartition.GetNoLimiter((kind, string.Empty));
        }

        var address = context.Connection.RemoteIpAddress;
        var key = (kind, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shown))));
        return kind switch
        {
            RequestKind.Intake => Bucket(
                key, address is null || IPAddress.IsLoopback(address) ? limits.IntakeFromThisMachine : limits.Intake),
            RequestKind.Form or RequestKind.SignIn => Bucket(key, limits.Forms),
            RequestKind.LookBack => Bucket(key, limits.LookBacks),
            _ => Bucket(key, limits.KeyReads),
        };
    }

    private static RateLimitPartition<(RequestKind, string)> Bucket((RequestKind, string) key, RequestRate rate) =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = rate.Burst,
                TokensPerPeriod = rate.Refill,
                ReplenishmentPeriod = rate.Period,
                QueueLimit = 0,
            });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : default;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var context = rejected.HttpContext;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Results.Problem(
            title: "Too many requests from this address or with this key",
            detail: string.Create(
                CultureInfo.InvariantCulture, $"Nothing was taken. Send it again in {seconds} s (Retry-After)."),
            statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}

using System.Net;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Hubs;

namespace MseControlCentre.Server.Hosting;

/// <summary>
/// Answers only to the server's own names and addresses, and takes what changes something, and live lines, only from
/// its own pages or from a program that is no browser. A page elsewhere can then neither reach a server on this machine
/// by giving its own name this machine's address (DNS rebinding), nor send a form or open a live line in a viewer's
/// name.
/// </summary>
public sealed class OwnNames(ServerOptions options)
{
    private readonly HashSet<string> _names = new(options.HostNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses what is not for this server, or not from its pages; else goes on.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!IsOwn(context.Request.Host, context.Connection.LocalIpAddress))
        {
            await Results.Problem(
                title: "This server does not go by that name",
                detail: "Found another name in the field Host; expected the address this server listens on, or a name "
                    + "given to it with --host-name. Mend the address, or the proxy in front.",
                statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        }
        else if (ChangesOrWatches(context.Request) && IsFromElsewhere(context.Request))
        {
            await Results.Problem(
                title: "This was not sent by a page of this server",
                detail: "Found the page of another site in the field Origin; expected a page of this server. "
                    + "Nothing was taken. Open the page here and try again; a proxy's name is given with --host-name.",
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    // An address in digits cannot be rebound: whoever serves a page from it is this machine.
    private bool IsOwn(HostString host, IPAddress? local)
    {
        if (!host.HasValue || _names.Contains(host.Host))
        {
            return host.HasValue;
        }

        var here = local is { IsIPv4MappedToIPv6: true } ? local.MapToIPv4() : local;
        return IPAddress.TryParse(host.Host, out var asked)
            ? asked.Equals(here)
            : here is not null && IPAddress.IsLoopback(here)
                && string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static bool ChangesOrWatches(HttpRequest request) =>
        !RequestRates.IsReading(request.Method)
        || request.Path.StartsWithSegments(PictureHub.Path, StringComparison.OrdinalIgnoreCase);

    // Browsers tell the origin and do not let a page change it; feeds tell none.
    private bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site.ToString() is not ("same-origin" or "none"))
        {
            return true;
        }

        var origins = request.Headers.Origin;
        return origins.Count > 0
            && !(origins.Count == 1 && Uri.TryCreate(origins[0], UriKind.Absolute, out var origin)
                && IsOwn(origin, request));
    }

    private bool IsOwn(Uri origin, HttpRequest request)
    {
        var secure = origin.Scheme is "https";
        if (!secure && (request.IsHttps || origin.Scheme is not "http"))
        {
            return false;
        }

        // A proxy that ends TLS asks over plain HTTP, with the name it is called by or with this server's address.
        return string.Equals(origin.Authority, AuthorityOf(request.Host, secure), StringComparison.OrdinalIgnoreCase)
            || (secure && origin.IsDefaultPort && _names.Contains(origin.Host));
    }

    private static string AuthorityOf(HostString host, bool secure) =>
        host.Port == (secure ? 443 : 80) ? host.Host : host.Value ?? string.Empty;
}

using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Tests.Calls;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>An endpoint of a running server, with an address that reaches it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">Its route, such as <c>/sites/{code}</c>.</param>
/// <param name="Address">The route with something in each place.</param>
/// <param name="Metadata">What was said of it when it was mapped.</param>
public sealed record ServedEndpoint(string Method, string Route, Uri Address, EndpointMetadataCollection Metadata)
{
    /// <summary>Whether it may change something.</summary>
    public bool IsUnsafe => Method is not "GET";

    /// <inheritdoc />
    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Lists every endpoint that a server has, so that a new one is tested without a word here.</summary>
public static partial class ServedEndpoints
{
    /// <summary>Every endpoint.</summary>
    public static IReadOnlyList<ServedEndpoint> Of(RunningServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var found =
            from endpoint in server.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>()
            let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
            where method is not ("OPTIONS" or "HEAD")
            select new ServedEndpoint(method, route, AddressOf(route, server), endpoint.Metadata);
        return [.. found.DistinctBy(endpoint => endpoint.ToString(), StringComparer.Ordinal)];
    }

    private static Uri AddressOf(string route, RunningServer server) => new(
        Place().Replace(route, place => place.Groups["name"].Value switch
        {
            "site" or "code" => server.Network.Sites[0].Code,
            "form" => "opel",
            "id" when route.StartsWith("/call/", StringComparison.Ordinal) => CallGiven.Id,
            "id" => "beds.occupancy",
            "documentName" => "v1",
            _ => "x",
        }),
        UriKind.Relative);

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Place();
}

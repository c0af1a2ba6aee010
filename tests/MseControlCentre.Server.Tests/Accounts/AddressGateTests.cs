using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>Every address of the running server and every role: who is let in, and what who is not is told.</summary>
public sealed class AddressGateTests
{
    // A part of an address that stands for a place of whoever asks.
    private const string OwnPlace = "own-place";

    private static readonly Dictionary<string, string> s_samples = new(StringComparer.Ordinal)
    {
        ["code"] = "RAJ12",
        ["site"] = "RAJ12",
        ["form"] = "ward-capacity",
        ["id"] = "RAJ12:ambulance.waiting",
        ["documentName"] = "v1",
        ["secret"] = "none",
        ["account"] = "none",
        ["place"] = OwnPlace,
        ["n"] = "1",
    };

    [Fact]
    public async Task EveryAddress_HasARule()
    {
        await using var server = await RunningServer.StartAsync();

        var without = Endpoints(server)
            .Where(endpoint => endpoint.Metadata.GetMetadata<AddressRule>() is null)
            .Select(endpoint => endpoint.DisplayName);

        Assert.Empty(without);
    }

    [Fact]
    public async Task EveryAddress_LetsInThoseWhoseRoleReachesItsOperationAndNobodyElse()
    {
        // Every form as every role is more than one address may send.
        var plenty = RequestRate.ASecond(1_000, burst: 10_000);
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Limits = new RequestLimits { Forms = plenty, SignIns = plenty, LookBacks = plenty },
        });
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = server.Application.HttpAddress,
        };
        var wrong = new List<string>();
        foreach (var (method, path, rule) in Addresses(server))
        {
            foreach (var actor in Actors())
            {
                var status = await StatusAsync(client, method, path, actor);
                var mayCome = rule.Operation is not { } operation || actor.MaySomewhere(operation);
                var refused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                if (mayCome == refused)
                {
                    wrong.Add($"{method} {path} as {actor.Name}: {(int)status}");
                }

                if (refused && status != (ReferenceEquals(actor, Actor.Nobody)
                    ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden))
                {
                    wrong.Add($"{method} {path} as {actor.Name} was told {(int)status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_WhoAsksForAPage_IsLedToSignInAndBack()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(server.Application.HttpAddress, "sites/RAJ12?order=free"));
        request.Headers.Add(SignedIn.Header, SignedIn.Written(Actor.Nobody));
        request.Headers.Accept.ParseAdd("text/html");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?to=%2Fsites%2FRAJ12%3Forder%3Dfree", answer.Headers.Location?.ToString());
    }

    private static IEnumerable<RouteEndpoint> Endpoints(RunningServer server) =>
        server.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<(HttpMethod Method, string Path, AddressRule Rule)> Addresses(RunningServer server) =>
        from endpoint in Endpoints(server)
        let rule = endpoint.Metadata.GetMetadata<AddressRule>()
        where rule is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method is "GET" or "POST"
        select (HttpMethod.Parse(method), Filled(endpoint), rule);

    private static string Filled(RouteEndpoint endpoint) => string.Concat(endpoint.RoutePattern.PathSegments
        .Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => s_samples[parameter.Name],
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new InvalidOperationException("A part of a route that this test does not know."),
        }))));

    private static IEnumerable<Actor> Actors()
    {
        yield return Actor.Nobody;
        foreach (var role in Enum.GetValues<Role>())
        {
            yield return new Actor(
                "p_" + role,
                role.ToString(),
                new HashSet<Role> { role },
                new HashSet<string>(StringComparer.Ordinal) { "RAJ12" },
                "essex-council",
                "eeast-cad");
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(
        HttpClient client, HttpMethod method, string path, Actor actor)
    {
        var own = path.Replace(
            OwnPlace, actor.Roles.Contains(Role.Partner) ? "essex-council" : "RAJ12", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, new Uri(own, UriKind.Relative));
        request.Headers.Add(SignedIn.Header, SignedIn.Written(actor));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}

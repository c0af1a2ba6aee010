using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Document_HoldsEveryRouteOfTheApiWithASummary()
    {
        await using var server = await RunningServer.StartAsync();
        var mapped = server.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Select(route => route.Replace("**", "", StringComparison.Ordinal))
            .Where(route => route.StartsWith("/api/", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

        var paths = (await server.GetAsync("openapi/v1.json")).GetProperty("paths");

        var described = paths.EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(mapped, described.Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.NotEmpty(described);
        Assert.All(described.SelectMany(path => path.Value.EnumerateObject()), operation =>
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!));
    }

    [Fact]
    public async Task Examples_OfEvents_AreAcceptedAsTheyStand()
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Speed = 1,
            ClockStart = new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.Zero),
        });
        var content = (await server.GetAsync("openapi/v1.json")).GetProperty("paths").GetProperty("/api/events")
            .GetProperty("post").GetProperty("requestBody").GetProperty("content");

        var types = content.EnumerateObject().ToList();
        var names = types.Select(type => type.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["application/json", "application/x-ndjson"], names);
        foreach (var type in types)
        {
            var example = type.Value.GetProperty("example");
            var body = example.ValueKind is JsonValueKind.String ? example.GetString()! : example.GetRawText();
            using var sent = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type.Name));
            using var answer = await server.Http.PostAsync(new Uri("api/events", UriKind.Relative), sent);
            var reply = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{type.Name}: {answer.StatusCode} {reply}");
            Assert.Equal(2, JsonElement.Parse(reply).GetProperty("accepted").GetInt32());
        }
    }
}

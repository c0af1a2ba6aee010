using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MseControlCentre.Saturation.Bare;

/// <summary>
/// A server that does only one step of the chain, on free loopback ports, until its standard input ends. It prints
/// <c>{"http":port,"mllp":port}</c> when it listens.
/// </summary>
internal static class BareServer
{
    /// <summary>Runs it; without a directory nothing is kept.</summary>
    public static async Task RunAsync(string? directory)
    {
        await using var store = directory is null ? null : new BareStore(directory);
        var storage = new BareStorage(store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(storage);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseConnectionHandler<BareMllpHandler>());
        });
        await using var app = builder.Build();
        app.MapPost("/api/events", context => AcceptAsync(context, storage));
        await app.StartAsync();
        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address).Port)
            .ToArray();
        Console.WriteLine($"{{\"http\":{ports[0]},\"mllp\":{ports[1]}}}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AcceptAsync(HttpContext context, BareStorage storage)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var json = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        var events = json.RootElement.ValueKind == JsonValueKind.Array
            ? json.RootElement.EnumerateArray().ToList()
            : [json.RootElement];
        var accepted = events.Count;
        if (storage.IsDurable)
        {
            await storage.KeepAsync(events.ConvertAll(item => new BareMessage(
                item.GetProperty("source").GetString()!,
                item.GetProperty("messageId").GetString()!,
                JsonSerializer.SerializeToUtf8Bytes(item))));
        }

        var answer = JsonSerializer.SerializeToUtf8Bytes(new { accepted });
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }
}

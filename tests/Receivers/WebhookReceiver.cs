using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MseControlCentre.Tests.Shared;

/// <summary>A card that a receiver has taken.</summary>
/// <param name="Identity">Its identity, of the header.</param>
/// <param name="Card">What was posted.</param>
/// <param name="WasTold">Whether the sender was told that it was taken.</param>
public sealed record TakenCard(string Identity, JsonElement Card, bool WasTold)
{
    /// <summary>The steps that it names.</summary>
    public IReadOnlyList<string> Steps =>
    [
        .. Card.GetProperty("attachments")[0].GetProperty("content").GetProperty("body").EnumerateArray()
            .Where(part => part.TryGetProperty("id", out _)).Select(part => part.GetProperty("id").GetString()!),
    ];
}

/// <summary>A webhook on loopback that fails by a seed.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>Part of the address that nobody else may learn.</summary>
    public const string Secret = "/workflows/0f3c-secret/run";

    private readonly WebApplication _application;
    private readonly Random _random;
    private readonly ConcurrentQueue<TakenCard> _taken = new();
    private readonly Lock _gate = new();

    private WebhookReceiver(WebApplication application, int seed, double faults)
    {
        _application = application;
        _random = new Random(seed);
        Faults = faults;
    }

    /// <summary>Share of the posts that fail.</summary>
    public double Faults { get; set; }

    /// <summary>How it answers until further notice; null for as the seed says.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    /// <summary>Where to post.</summary>
    public Uri Address => new(
        new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.First()),
        Secret);

    /// <summary>What it has taken so far; what it took twice is there twice.</summary>
    public IReadOnlyList<TakenCard> Taken => [.. _taken];

    /// <summary>Starts it.</summary>
    /// <param name="seed">Seed of its faults.</param>
    /// <param name="faults">Share of the posts that fail.</param>
    public static async Task<WebhookReceiver> StartAsync(int seed = 1, double faults = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build(), seed, faults);
        receiver._application.MapPost(Secret, receiver.TakeAsync);
        await receiver._application.StartAsync();
        return receiver;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (Answer is { } answer)
        {
            await answer(context);
            return;
        }

        switch (NextFault())
        {
            case 0:
                context.Abort();
                return;
            case 1:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case 2:
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            case 3:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            case 4:
                await KeepAsync(context, wasTold: false);
                context.Abort();
                return;
            case 5:
                // Slow: it has taken it long before it answers.
                await KeepAsync(context, wasTold: true);
                using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300)))
                {
                    await timer.WaitForNextTickAsync(context.RequestAborted);
                }

                return;
            default:
                await KeepAsync(context, wasTold: true);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
        }
    }

    private int NextFault()
    {
        lock (_gate)
        {
            return _random.NextDouble() < Faults ? _random.Next(6) : -1;
        }
    }

    private async Task KeepAsync(HttpContext context, bool wasTold)
    {
        using var card = await JsonDocument.ParseAsync(context.Request.Body);
        _taken.Enqueue(new TakenCard(
            context.Request.Headers["Idempotency-Key"].ToString().Trim('"'), card.RootElement.Clone(), wasTold));
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MseControlCentre.Tests.Shared;

/// <summary>A mail that a receiver has taken.</summary>
/// <param name="Identity">Its Message-ID without the angle brackets.</param>
/// <param name="To">Whom it went to.</param>
/// <param name="Steps">The steps that it names.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">All of it, headers included.</param>
/// <param name="WasTold">Whether the sender was told that it was taken.</param>
public sealed record TakenMail(
    string Identity,
    IReadOnlyList<string> To,
    IReadOnlyList<string> Steps,
    string Subject,
    string Text,
    bool WasTold);

/// <summary>A real mail server on loopback, npm's <c>smtp-server</c>, that fails by a seed; it ends with its input.</summary>
public sealed class MailReceiver : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<TakenMail> _taken = new();
    private Task _reading = Task.CompletedTask;

    private MailReceiver(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>What it has taken so far; what it took twice is there twice.</summary>
    public IReadOnlyList<TakenMail> Taken => [.. _taken];

    /// <summary>Starts it.</summary>
    /// <param name="seed">Seed of its faults.</param>
    /// <param name="faults">Share of the conversations that fail.</param>
    /// <param name="port">Its port; 0 for any free one.</param>
    public static async Task<MailReceiver> StartAsync(int seed = 1, double faults = 0, int port = 0)
    {
        var process = Process.Start(new ProcessStartInfo(
            "node",
            [
                "mail-receiver.mjs",
                ((uint)seed).ToString(CultureInfo.InvariantCulture),
                faults.ToString(CultureInfo.InvariantCulture),
                port.ToString(CultureInfo.InvariantCulture),
            ])
        {
            WorkingDirectory = Repository.PathOf("tests", "Receivers"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() is not { } first)
        {
            throw new InvalidOperationException("The mail receiver did not start: " + await complaints);
        }

        using var told = JsonDocument.Parse(first);
        var receiver = new MailReceiver(process, told.RootElement.GetProperty("port").GetInt32());
        receiver._reading = receiver.ReadAsync();
        return receiver;
    }

    /// <summary>From now on it fails more or less often.</summary>
    public async Task FailAsync(double faults)
    {
        await _process.StandardInput.WriteLineAsync(faults.ToString(CultureInfo.InvariantCulture));
        await _process.StandardInput.FlushAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _reading;
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Read(line);
        }
    }

    private void Read(string line)
    {
        using var told = JsonDocument.Parse(line);
        var mail = told.RootElement;
        _taken.Enqueue(new TakenMail(
            mail.GetProperty("id").GetString()!.Trim('<', '>'),
            [.. mail.GetProperty("to").EnumerateArray().Select(one => one.GetString()!)],
            [.. mail.GetProperty("steps").EnumerateArray().Select(one => one.GetString()!)],
            mail.GetProperty("subject").GetString()!,
            mail.GetProperty("text").GetString()!,
            mail.GetProperty("told").GetBoolean()));
    }
}

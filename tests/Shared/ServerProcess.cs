using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace MseControlCentre.Tests.Shared;

/// <summary>The server's executable as a process of its own, so that it can be killed as a power cut would.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string NetworkOption = "--network";

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<bool> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => _listening.TrySetResult(false);
    }

    /// <summary>Where pages and API are.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Port of HL7 over MLLP.</summary>
    public int MllpPort { get; private set; }

    /// <summary>The link that makes the first account; null when there is one.</summary>
    public Uri? FirstLink { get; private set; }

    /// <summary>Operating system's identity of the process.</summary>
    public int Id => _process.Id;

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the server on free ports and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">
    /// It stopped before it listened; the message holds what it printed.
    /// </exception>
    public static Task<ServerProcess> StartAsync(string dataDirectory, params string[] more) =>
        StartOnAsync(0, dataDirectory, more);

    /// <summary>Starts the server on a port of its pages, as after a crash; 0 is any free one.</summary>
    /// <exception cref="InvalidOperationException">
    /// It stopped before it listened; the message holds what it printed.
    /// </exception>
    public static async Task<ServerProcess> StartOnAsync(int port, string dataDirectory, params string[] more)
    {
        var server = Launch(
        [
            "serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--mllp-port", "0",
            "--data", dataDirectory,
            .. more.Contains(NetworkOption, StringComparer.Ordinal) ? [] : new[] { NetworkOption, Repository.NetworkFile },
            .. more,
        ]);
        try
        {
            return await server._listening.Task.WaitAsync(TimeSpan.FromMinutes(2))
                ? server
                : throw new InvalidOperationException($"The server stopped before it listened:\n{server.Output}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of the executable to its end. Returns its exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var server = Launch(arguments);
        await server._process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (server._process.ExitCode, server.Output);
    }

    /// <summary>A client of a server's API, with an access key that is made in its data directory.</summary>
    public static async Task<HttpClient> ReaderAsync(Uri server, string dataDirectory, string role = "Observer")
    {
        var (exitCode, output) = await RunAsync(
            "access-key", "add", "Test", "--role", role, "--data", dataDirectory, "--network", Repository.NetworkFile);
        var key = output.Split('\n').FirstOrDefault(line => line.StartsWith("Key ", StringComparison.Ordinal));
        return key is not null
            ? new HttpClient
            {
                BaseAddress = server,
                DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key[4..].Trim()) },
            }
            : throw new InvalidOperationException($"No access key was made ({exitCode}):\n{output}");
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ServerProcess Launch(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "MseControlCentre.Server.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>
    /// The lines that say where it listens: <c>Wall      http://127.0.0.1:8080/wall</c>,
    /// <c>HL7       MLLP on 127.0.0.1:2575</c>; <c>Stop</c> is the last of them.
    /// </summary>
    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.StartsWith("Wall ", StringComparison.Ordinal))
        {
            Address = new Uri(new Uri(line[5..].Trim()), "/");
        }
        else if (line.StartsWith("HL7 ", StringComparison.Ordinal))
        {
            MllpPort = int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
        }
        else if (line.StartsWith("Sign in ", StringComparison.Ordinal))
        {
            FirstLink = new Uri(line[8..].Trim());
        }
        else if (line.StartsWith("Stop ", StringComparison.Ordinal))
        {
            _listening.TrySetResult(true);
        }
    }
}

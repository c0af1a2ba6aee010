using System.Diagnostics;
using System.Text.Json;

namespace MseControlCentre.Tests.Shared;

/// <summary>A real OpenID provider on loopback: npm's <c>oidc-provider</c>, which ends with its input.</summary>
public sealed class SignInProvider : IAsyncDisposable
{
    private readonly Process _process;

    private SignInProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    /// <summary>How it names itself.</summary>
    public string Issuer { get; }

    /// <summary>Whether it can be started here: its packages come with the build, node does not.</summary>
    public static bool IsAvailable { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "node")));

    /// <summary>Starts it on a free port.</summary>
    public static async Task<SignInProvider> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", "provider.mjs")
        {
            WorkingDirectory = Repository.PathOf("tests", "Provider"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("{\"issuer\"", StringComparison.Ordinal))
            {
                using var told = JsonDocument.Parse(line);
                return new SignInProvider(process, told.RootElement.GetProperty("issuer").GetString()!);
            }
        }

        throw new InvalidOperationException("The provider did not start: " + await complaints);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

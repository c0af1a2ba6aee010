using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Takes into the journal what commands did at the server itself.</summary>
/// <param name="data">Where they left it.</param>
/// <param name="writer">Writes it.</param>
/// <param name="readiness">It waits until the board is up.</param>
/// <param name="clock">The server's own clock.</param>
/// <param name="log">Tells of what cannot be taken.</param>
public sealed partial class AuditInbox(
    DataDirectory data,
    AuditWriter writer,
    Readiness readiness,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<AuditInbox> log) : BackgroundService
{
    /// <summary>Ends the names of the files.</summary>
    public const string Suffix = ".json";

    private const string UnreadableSuffix = ".unreadable";

    // Bound: files taken at once; more are taken the next time.
    private const int MostAtOnce = 500;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Takes what is there. What the journal does not take stays; what it took already is not taken twice.</summary>
    public async Task TakeAsync()
    {
        if (!Directory.Exists(data.AuditInbox))
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            await TakeAllAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReady.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_look, clock);
        do
        {
            try
            {
                await TakeAsync();
            }
            catch (Exception exception)
                when (exception is AuditUnavailableException or IOException or UnauthorizedAccessException)
            {
                LogNotTaken(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeAllAsync()
    {
        var acts = new List<(Guid Id, AccessRecorded Act)>();
        var files = new List<string>();
        foreach (var file in Directory.EnumerateFiles(data.AuditInbox, "*" + Suffix)
            .Order(StringComparer.Ordinal).Take(MostAtOnce))
        {
            if (Read(file) is { } read)
            {
                acts.Add(read);
                files.Add(file);
            }
        }

        if (acts.Count > 0)
        {
            await writer.WriteAsync(acts);
            files.ForEach(File.Delete);
        }
    }

    private (Guid Id, AccessRecorded Act)? Read(string file)
    {
        try
        {
            return (
                Guid.Parse(Path.GetFileNameWithoutExtension(file)),
                (AccessRecorded)EventCatalogue.Decode(nameof(AccessRecorded), File.ReadAllBytes(file)));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            LogUnreadable(file, exception.Message);
            File.Move(file, file + UnreadableSuffix, overwrite: true);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "What commands did is not in the journal yet, and is tried again: {Reason}")]
    private partial void LogNotTaken(string reason);

    [LoggerMessage(LogLevel.Error, "{File} is no act of a command and was put aside: {Reason}")]
    private partial void LogUnreadable(string file, string reason);
}

using System.Text;
using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Feeds.Hl7v2;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Pseudonyms;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>Both doors without sockets, in a directory of their own.</summary>
internal sealed class Bench : IDisposable
{
    private readonly LoggerFactory _loggers = new();
    private readonly TemporaryDirectory _directory = new();

    public Bench(NetworkMap? network = null, FeedLimits? limits = null, IJournal? journal = null)
    {
        network ??= Networks.Test;
        limits ??= new FeedLimits();
        Journal = journal ?? new MemoryJournal(Clock);
        _loggers.AddProvider(Log);
        Mapper = new Hl7Mapper(network, Pseudonymiser);
        Monitor = new FeedMonitor(network, Clock);
        Quarantine = new QuarantineStore(Path.Combine(Directory, "quarantine"), limits);
        Hl7 = new Hl7Intake(
            Mapper, Pseudonymiser, Journal, Monitor, Quarantine, limits, Clock, _loggers.CreateLogger<Hl7Intake>());
        Reader = new EventReader(network, Pseudonymiser);
        Json = new JsonIntake(
            Reader, network, Pseudonymiser, Journal, Monitor, Quarantine, limits, Clock,
                _loggers.CreateLogger<JsonIntake>());
        Declarations = new DeclarationReader(network, Reader);
        var intake = new DeclarationIntake(Journal, Monitor);
        Sitreps = new SitrepIntake(
            new SitrepReader(Declarations, limits), Declarations, intake, Clock,
                _loggers.CreateLogger<SitrepIntake>());
        Replay = new QuarantineReplay(Quarantine, Mapper, Reader, Journal, Monitor, Clock);
    }

    public static Pseudonymiser Pseudonymiser { get; } =
        new([.. Enumerable.Range(1, 32).Select(one => (byte)one)]);

    public string Directory => _directory.Path;

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 5, 0, TimeSpan.Zero));

    public CollectedLog Log { get; } = new();

    public IJournal Journal { get; }

    public Hl7Mapper Mapper { get; }

    public EventReader Reader { get; }

    public FeedMonitor Monitor { get; }

    public QuarantineStore Quarantine { get; }

    public Hl7Intake Hl7 { get; }

    public JsonIntake Json { get; }

    public DeclarationReader Declarations { get; }

    public SitrepIntake Sitreps { get; }

    public QuarantineReplay Replay { get; }

    /// <summary>Sends a file of declared figures.</summary>
    public Task<(ReadSitrep Read, SitrepReply? Reply)> UploadAsync(string form, string file) =>
        UploadAsync(form, Encoding.UTF8.GetBytes(file));

    public Task<(ReadSitrep Read, SitrepReply? Reply)> UploadAsync(string form, byte[] file) =>
        Sitreps.ReceiveAsync(DeclarationForms.Find(form)!, file);

    /// <summary>Sends a message; the answers, one for each.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(byte[] frame)
    {
        var answer = await Hl7.ReceiveAsync(frame, "127.0.0.1:1", _ => { });
        return Encoding.UTF8.GetString(answer.Span).Split('\u000B', StringSplitOptions.RemoveEmptyEntries);
    }

    public Task<IReadOnlyList<string>> SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    public async Task<IReadOnlyList<FlowEvent>> EventsAsync()
    {
        var events = new List<FlowEvent>();
        await foreach (var batch in Journal.ReadAsync(0, CancellationToken.None))
        {
            events.AddRange(batch.Select(entry => entry.Event));
        }

        return events;
    }

    public Task<(int Status, EventReply Reply)> PostAsync(string body, bool isNdjson = false) =>
        Json.ReceiveAsync(Encoding.UTF8.GetBytes(body), isNdjson, "127.0.0.1");

    public static string Visit(string identifier, string domain = "RAJ12") =>
        Pseudonymiser.Of(IdentifierKind.Visit, domain, identifier);

    public static string Patient(string identifier, string domain = "RAJ12") =>
        Pseudonymiser.Of(IdentifierKind.Patient, domain, identifier);

    public void Dispose()
    {
        Quarantine.Dispose();
        _loggers.Dispose();
        _directory.Dispose();
    }
}

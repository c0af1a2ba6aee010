using System.Collections.Concurrent;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Calls and their events, for tests.</summary>
internal static class CallsGiven
{
    public const string System = "QH8";
    public const string Basildon = "RAJ12";

    public static readonly StaffMember Controller = new("p_ash", "Ashley Bloggs", "Controller");
    public static readonly StaffMember SiteManager = new("p_jo", "Jo Bloggs", "Site manager");

    public static CallOpened Opened(
        string id, DateTimeOffset startsAt, CallKind kind = CallKind.Tactical, StaffMember? by = null) => new(
            id, 1, kind, kind is CallKind.SituationalAwareness ? "10:00 situational-awareness call" : "Call of Jo Bloggs",
            startsAt, startsAt.AddDays(-1), [System, Basildon, "essex-council"], startsAt.AddMinutes(-10),
            by is null ? null : "Mr Smith of bed 4", by);

    public static CallActionAgreed Agreed(
        string id, int number, DateTimeOffset dueAt, string owner = Basildon, FigureAim? aim = null) => new(
            id, 1, number, "Move Mr Smith of bed 4", owner, dueAt, "Jo Bloggs", aim, Controller);

    public static CallClosed Closed(string id, int revision, string summary = "Tight, not critical") =>
        new(id, revision, "not signed", summary, Controller);

    public static CallPack Pack(DateTimeOffset at) => new(
        at, at.AddDays(-1), at.AddHours(-12), at, [], [], new PackDelays([], [], FigureQuality.Live), [], [], [],
        [new PackDoubt(Basildon, "Nothing heard since 07:12")]);

    public static FlowEvent Event(CallEvent told, DateTimeOffset at) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(told.Call, told.Part, told.Revision),
        OccurredAt = at,
        Site = System,
        Detail = told,
    };

    /// <summary>Every event of calls that the journal holds, in its order.</summary>
    public static async Task<IReadOnlyList<CallEvent>> ToldAsync(RunningServer server) =>
        [.. (await server.AllEntriesAsync()).Select(entry => entry.Event.Detail).OfType<CallEvent>()];
}

/// <summary>Makes packs that say nothing but of when they are, unless it is told to fail.</summary>
internal sealed class PackMaker : ICallPackMaker
{
    private volatile bool _fails;

    /// <summary>What it was asked for, in order.</summary>
    public ConcurrentQueue<(string Call, DateTimeOffset At)> Asked { get; } = new();

    /// <summary>Whether it fails, as when too many others look at the past.</summary>
    public bool Fails
    {
        get => _fails;
        set => _fails = value;
    }

    /// <summary>From when on it knows anything.</summary>
    public DateTimeOffset KnowsFrom { get; set; }

    public Task<CallPack?> AtAsync(Call call, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Asked.Enqueue((call.Id, at));
        return Fails
            ? throw new TooManyReplaysException()
            : Task.FromResult(at < KnowsFrom ? null : CallsGiven.Pack(at));
    }
}

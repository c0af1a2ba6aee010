using System.Text.Json.Serialization;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// What a call looks at, as the journal knew it at an instant: counts, levels and clocks, no patient. It is kept in the
/// journal, so members are only ever added. One that may be unknown and has no default is written though it is null:
/// else it could not be read again.
/// </summary>
/// <param name="At">The instant it describes (UTC).</param>
/// <param name="Since">From when on it looks back (UTC), such as 10:00 of the day before.</param>
/// <param name="NightFrom">When the last night began (UTC), by the network file.</param>
/// <param name="NightTo">When the night ended, or <paramref name="At"/> while it has not (UTC).</param>
/// <param name="Places">The whole system first, then each site in the order of the network file.</param>
/// <param name="Constraints">What holds flow up, worst first; at most <see cref="MostConstraints"/>.</param>
/// <param name="Delays">Patients with no criteria to reside, by who can unblock them.</param>
/// <param name="VirtualWards">Room on each virtual ward.</param>
/// <param name="Escalations">
/// What is escalated, worst level and longest first; at most <see cref="MostEscalations"/>.
/// </param>
/// <param name="Owed">
/// Actions of other calls that are owed, soonest due first, then those that ended since <paramref name="Since"/>; at
/// most <see cref="MostOwed"/>.
/// </param>
/// <param name="Doubts">What the pack does not know, or knows only in part, and why.</param>
public sealed record CallPack(
    DateTimeOffset At,
    DateTimeOffset Since,
    DateTimeOffset NightFrom,
    DateTimeOffset NightTo,
    IReadOnlyList<PackPlace> Places,
    IReadOnlyList<PackConstraint> Constraints,
    PackDelays Delays,
    IReadOnlyList<PackVirtualWard> VirtualWards,
    IReadOnlyList<PackEscalation> Escalations,
    IReadOnlyList<PackOwed> Owed,
    IReadOnlyList<PackDoubt> Doubts)
{
    /// <summary>Constraints that a call goes through.</summary>
    public const int MostConstraints = 20;

    /// <summary>Escalations that a call goes through; the pack says when there are more.</summary>
    public const int MostEscalations = 50;

    /// <summary>Actions that a call goes through; the pack says when there are more.</summary>
    public const int MostOwed = 100;
}

/// <summary>A value and how far it can be trusted.</summary>
/// <param name="Value">The value; null when unknown.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="CountedSince">Since when it is really counted (UTC); null when it covers what its name says.</param>
public sealed record PackValue(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value,
    FigureQuality Quality,
    DateTimeOffset? CountedSince = null);

/// <summary>How one place stands.</summary>
/// <param name="Code">Code of the site, or of the network for the whole system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Opel">Its OPEL, calculated and declared.</param>
/// <param name="Standing">What is so now, beside what was so when the pack begins to look back.</param>
/// <param name="Flow">What happened since then, and in the last night.</param>
/// <param name="Ahead">What is foretold, by what is usual and what is planned.</param>
public sealed record PackPlace(
    string Code,
    string Name,
    PackOpel Opel,
    IReadOnlyList<PackStanding> Standing,
    IReadOnlyList<PackFlow> Flow,
    IReadOnlyList<PackAhead> Ahead);

/// <summary>OPEL of a place.</summary>
/// <param name="Calculated">Calculated level; null when nothing behind it is told of.</param>
/// <param name="Points">Points behind it; null when there is no level.</param>
/// <param name="Declared">Declared level; null when none is in force.</param>
/// <param name="DeclaredBy">Who declared it; null when nobody did.</param>
/// <param name="DeclaredAt">When (UTC); null when nobody did.</param>
/// <param name="Reason">Why, as it was declared; null when not told.</param>
/// <param name="CalculatedThen">Calculated level when the pack begins to look back; null when not known.</param>
/// <param name="Least">The lowest that the calculated level can be; null unless something behind it is missing.</param>
public sealed record PackOpel(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Calculated,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Points,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Declared,
    string? DeclaredBy = null,
    DateTimeOffset? DeclaredAt = null,
    string? Reason = null,
    int? CalculatedThen = null,
    int? Least = null);

/// <summary>A count of now beside the same count of then.</summary>
/// <param name="Figure">Identity of the figure, such as <c>RAJ12:ed.in-department</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Now">What is so now.</param>
/// <param name="Then">What was so when the pack begins to look back.</param>
public sealed record PackStanding(
    string Figure, string Name, string Unit, Better Better, PackValue Now, PackValue Then);

/// <summary>What happened over a time: from its beginning up to, but not with, its end.</summary>
/// <param name="Figure">Identity of the figure of the day that counts, or leads to, the same.</param>
/// <param name="Name">Its name, without the day.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Since">How much since the pack begins to look back.</param>
/// <param name="Night">How much in the last night, the whole of it even when the pack looks back on less.</param>
public sealed record PackFlow(
    string Figure, string Name, string Unit, Better Better, PackValue Since, PackValue Night);

/// <summary>What is foretold.</summary>
/// <param name="Figure">Identity of the figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Value">What is foretold.</param>
/// <param name="Basis">What it rests on, in a sentence.</param>
public sealed record PackAhead(
    string Figure, string Name, string Unit, Better Better, PackValue Value, string Basis);

/// <summary>Something that holds flow up.</summary>
/// <param name="Scope">Code of the place.</param>
/// <param name="Headline">What is wrong and where.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Patients">How many are affected; null when not known.</param>
/// <param name="Since">Since when (UTC); null when not known.</param>
/// <param name="Room">Who has room; empty when nobody is known to.</param>
/// <param name="Figure">The figure that leads to the evidence.</param>
public sealed record PackConstraint(
    string Scope,
    string Headline,
    Severity Severity,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Patients,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? Since,
    string Room,
    string Figure);

/// <summary>Patients with no criteria to reside.</summary>
/// <param name="Owners">By who can unblock them, most patients first.</param>
/// <param name="Reasons">By reason, most patients first.</param>
/// <param name="Quality">How far the counts can be trusted.</param>
/// <param name="Patients">How many there are.</param>
/// <param name="Then">How many when the pack begins to look back; null when not known.</param>
/// <param name="Days">Days since they were ready to leave, all together; those without a date count none.</param>
/// <param name="Undated">For how many no date was told on which they were ready to leave.</param>
public sealed record PackDelays(
    IReadOnlyList<PackDelayOwner> Owners,
    IReadOnlyList<PackDelayReason> Reasons,
    FigureQuality Quality,
    int Patients = 0,
    int? Then = null,
    int Days = 0,
    int Undated = 0);

/// <summary>What one organisation can unblock, with numbers to challenge.</summary>
/// <param name="Code">Partner code; <c>unknown</c> when the feed names no owner.</param>
/// <param name="Name">Its name.</param>
/// <param name="Patients">How many patients.</param>
/// <param name="Then">How many when the pack begins to look back; null when not known.</param>
/// <param name="Days">Days since they were ready to leave, all together; those without a date count none.</param>
/// <param name="LongestDays">The most of them for one patient; null when no date is known.</param>
/// <param name="OverSeven">Patients who have been ready for seven days or more.</param>
/// <param name="ByPathway">How many on pathway 0, 1, 2 and 3, and on none that was told.</param>
/// <param name="BySite">How many at each site, by its code.</param>
/// <param name="TopReason">The commonest reason; null when none was told.</param>
/// <param name="TopReasonPatients">How many it holds up.</param>
public sealed record PackDelayOwner(
    string Code,
    string Name,
    int Patients,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Then,
    int Days,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? LongestDays,
    int OverSeven,
    IReadOnlyList<int> ByPathway,
    IReadOnlyDictionary<string, int> BySite,
    string? TopReason = null,
    int TopReasonPatients = 0);

/// <summary>How many patients one reason holds up.</summary>
/// <param name="Reason">The national reason by its short name; null when none was told.</param>
/// <param name="Patients">How many.</param>
/// <param name="Days">Days since they were ready to leave, all together.</param>
/// <param name="ByPathway">How many on pathway 0, 1, 2 and 3, and on none that was told.</param>
public sealed record PackDelayReason(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Reason,
    int Patients,
    int Days,
    IReadOnlyList<int> ByPathway);

/// <summary>Room on a virtual ward.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Capacity">Places.</param>
/// <param name="Patients">Patients on it.</param>
/// <param name="Free">Places that are free.</param>
/// <param name="Waiting">Referrals that wait for one.</param>
public sealed record PackVirtualWard(
    string Code, string Name, PackValue Capacity, PackValue Patients, PackValue Free, PackValue Waiting);

/// <summary>Something that is escalated.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Scope">Code of the place.</param>
/// <param name="Headline">What was so when it was raised.</param>
/// <param name="Level">Name of the level that has to answer; null for none.</param>
/// <param name="RaisedAt">When it was raised (UTC).</param>
/// <param name="Owner">Who owns it; null while nobody does.</param>
public sealed record PackEscalation(
    string Id,
    string Scope,
    string Headline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Level,
    DateTimeOffset RaisedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Owner);

/// <summary>An action of an earlier call.</summary>
/// <param name="Call">Identity of its call.</param>
/// <param name="Number">Its number there.</param>
/// <param name="CallName">Name of its call.</param>
/// <param name="CallAt">When that call began (UTC).</param>
/// <param name="Words">What is to be done.</param>
/// <param name="Owner">Code of who owes it.</param>
/// <param name="DueAt">By when (UTC).</param>
/// <param name="State">How it stood.</param>
/// <param name="Figure">The figure that should move, as words; null for none.</param>
/// <param name="Was">What it was; null when not known.</param>
/// <param name="Value">What it was at the time it was owed, or is now while that is ahead; null when not known.</param>
/// <param name="Moved">Whether it moved as it should; null when not known, or not looked at yet.</param>
/// <param name="LastWords">What was said of it last; null when nothing was.</param>
public sealed record PackOwed(
    string Call,
    int Number,
    string CallName,
    DateTimeOffset CallAt,
    string Words,
    string Owner,
    DateTimeOffset DueAt,
    CallActionState State,
    string? Figure = null,
    double? Was = null,
    double? Value = null,
    bool? Moved = null,
    string? LastWords = null);

/// <summary>Something that the pack does not know, or knows only in part.</summary>
/// <param name="Scope">Code of the place.</param>
/// <param name="Words">What, and why, such as <c>Basildon ED: nothing heard since 07:12</c>.</param>
public sealed record PackDoubt(string Scope, string Words);

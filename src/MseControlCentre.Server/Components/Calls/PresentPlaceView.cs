using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What a call sees of one place.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Name">Its name.</param>
/// <param name="PackWords">Which pack it is of, such as <c>Pack of 10:00, kept</c>.</param>
/// <param name="Since">From when on the pack looks back, local time; null while there is no pack.</param>
/// <param name="Opel">Its OPEL.</param>
/// <param name="Figures">The figures that matter first.</param>
/// <param name="Flows">What happened since the pack begins to look back.</param>
/// <param name="Constraints">What holds it up, worst first.</param>
/// <param name="Delays">Who can unblock how many delays there, most first.</param>
/// <param name="DelaysNote">How far these can be trusted; null when nothing needs saying.</param>
/// <param name="Statement">What it says; null when it is not asked.</param>
/// <param name="Owed">What it owes, and what was agreed of it in this call.</param>
/// <param name="Doubts">What the pack does not know of it.</param>
public sealed record PresentPlaceView(
    string Code,
    string Name,
    string PackWords,
    string? Since,
    PresentOpel Opel,
    IReadOnlyList<PresentFigure> Figures,
    IReadOnlyList<PresentFlow> Flows,
    IReadOnlyList<PresentConstraint> Constraints,
    IReadOnlyList<PresentDelay> Delays,
    string? DelaysNote,
    PresentStatement? Statement,
    IReadOnlyList<CallActionRow> Owed,
    IReadOnlyList<string> Doubts);

/// <summary>OPEL of a place in a call: what is calculated, what is declared, what the call recorded.</summary>
/// <param name="Calculated">Calculated level; null when nothing behind it is told of.</param>
/// <param name="Least">
/// The level that it is at least, when it rests in part on what is missing or out of date; null when it does not.
/// </param>
/// <param name="Points">Points behind it; null when it cannot be calculated.</param>
/// <param name="Then">Calculated level when the pack begins to look back; null when not known.</param>
/// <param name="Declared">Declared level in force; null when none is.</param>
/// <param name="DeclaredWords">Who declared it and when; null when nobody did.</param>
/// <param name="Recorded">Level that the call recorded; null when it did not yet.</param>
/// <param name="RecordedWords">Who recorded it, when and why; null when nobody did.</param>
/// <param name="Revision">Revision of what was recorded; 0 when nothing was.</param>
public sealed record PresentOpel(
    int? Calculated,
    int? Least,
    string? Points,
    int? Then,
    int? Declared,
    string? DeclaredWords,
    int? Recorded,
    string? RecordedWords,
    int Revision)
{
    /// <summary>What must be known of the calculated level, and what it was then.</summary>
    public string CalculatedWords => string.Join(
        "; ",
        new[]
        {
            Calculated is null ? "nothing behind it is current" : null,
            Least is { } least ? $"provisional, at least {least}" : null,
            Then is { } then ? $"{then} then" : null,
        }.OfType<string>());

    /// <summary>The level that a form offers first: nobody chooses again what is so already.</summary>
    public int? Offered => Recorded ?? Declared ?? Calculated;

    /// <summary>How loud a level is.</summary>
    public static Level LoudnessOf(int? level) => level switch
    {
        >= 4 => Level.Alarm,
        3 => Level.Watch,
        _ => Level.Normal,
    };
}

/// <summary>Something that holds a place up.</summary>
/// <param name="Headline">What is wrong and where.</param>
/// <param name="Level">How loud it is.</param>
/// <param name="Detail">Since when, how many, who has room; empty when nothing is known.</param>
/// <param name="Figure">The figure behind it.</param>
public sealed record PresentConstraint(string Headline, Level Level, string Detail, string Figure)
{
    /// <summary>Most on one screen.</summary>
    public const int Most = 5;

    /// <summary>What holds a place up, of the whole system for its own code.</summary>
    public static IReadOnlyList<PresentConstraint> Of(CallPack pack, string code, bool isSystem, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(local);
        return
        [
            .. pack.Constraints
                .Where(one => isSystem || string.Equals(one.Scope.Split('/')[0], code, StringComparison.Ordinal))
                .Take(Most)
                .Select(one => new PresentConstraint(
                    one.Headline,
                    one.Severity is Severity.Alarm ? Level.Alarm : Level.Watch,
                    string.Join(
                        "; ",
                        new[]
                        {
                            one.Since is { } since ? "since " + local.DayAndClock(since) : null,
                            one.Patients is { } patients
                                ? string.Create(CultureInfo.InvariantCulture, $"{patients:0} patients") : null,
                            one.Room.Length > 0 ? one.Room : null,
                        }.OfType<string>()),
                    one.Figure)),
        ];
    }
}

/// <summary>How many delays one organisation can unblock at a place.</summary>
/// <param name="Owner">Its name.</param>
/// <param name="Here">How many patients at the place.</param>
/// <param name="All">How many in the whole system.</param>
/// <param name="AllThen">
/// How many in the whole system when the pack begins to look back; a dash when not known.
/// </param>
/// <param name="OverSeven">Of all, who have been ready for seven days or more.</param>
/// <param name="Reason">The commonest reason in the whole system; null when none was told.</param>
public sealed record PresentDelay(string Owner, int Here, int All, string AllThen, int OverSeven, string? Reason)
{
    /// <summary>Most on one screen.</summary>
    public const int Most = 6;

    /// <summary>Delays at a site, or of the whole system.</summary>
    public static IReadOnlyList<PresentDelay> Of(CallPack pack, string code, bool isSystem)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return
        [
            .. pack.Delays.Owners
                .Select(owner => new PresentDelay(
                    owner.Name,
                    isSystem ? owner.Patients : owner.BySite.GetValueOrDefault(code),
                    owner.Patients,
                    owner.Then?.ToString(CultureInfo.InvariantCulture) ?? FigureView.Dash,
                    owner.OverSeven,
                    owner.TopReason))
                .Where(delay => delay.Here > 0)
                .OrderByDescending(delay => delay.Here)
                .Take(Most),
        ];
    }
}

/// <summary>What a place says, as a call reads it.</summary>
/// <param name="Answers">What it says to each question that it answered.</param>
/// <param name="State">Who changed it last and when, whether it is ready, whether it was late.</param>
/// <param name="IsLate">Whether it was made after its time.</param>
public sealed record PresentStatement(
    IReadOnlyList<(string Question, string Words)> Answers, string State, bool IsLate);

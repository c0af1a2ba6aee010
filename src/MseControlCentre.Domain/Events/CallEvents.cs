using System.Text.Json.Serialization;
using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Domain.Events;

/// <summary>
/// Something that belongs to a call. A call has parts that people work on side by side: a site's statement, a place's
/// attendance, an action. The entries of one part are numbered without gaps from 1, and part and number are the
/// identity
/// of the message (<see cref="CallIdentity"/>): of two people who change the same part at once, the journal takes one.
/// </summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within its part, from 1.</param>
/// <param name="By">Who did it; null for the control centre itself.</param>
public abstract record CallEvent(string Call, int Revision, StaffMember? By) : EventDetail
{
    /// <summary>The part of the call that it belongs to, such as <c>statement:RAJ12</c>.</summary>
    [JsonIgnore]
    public abstract string Part { get; }
}

/// <summary>A call was prepared: from now on its pack can be read and statements can be made.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">1 of the course.</param>
/// <param name="Kind">Which kind of call.</param>
/// <param name="Name">Name as people say it, such as <c>10:00 situational-awareness call</c>.</param>
/// <param name="StartsAt">When it is to begin (UTC).</param>
/// <param name="Since">From when on its pack looks back (UTC), such as 10:00 of the day before.</param>
/// <param name="Places">Codes of the sites, partners and the network that are asked to attend.</param>
/// <param name="StatementsBy">
/// By when sites should have made their statement (UTC); null when nothing is agreed.
/// </param>
/// <param name="Reason">Why it was called; null for a regular one.</param>
/// <param name="By">Who called it; null for a regular one, which the control centre prepares.</param>
public sealed record CallOpened(
    string Call,
    int Revision,
    CallKind Kind,
    string Name,
    DateTimeOffset StartsAt,
    DateTimeOffset Since,
    IReadOnlyList<string> Places,
    DateTimeOffset? StatementsBy = null,
    string? Reason = null,
    StaffMember? By = null) : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Course;

    /// <inheritdoc />
    public bool Equals(CallOpened? other) => base.Equals(other)
        && Kind == other.Kind
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && StartsAt == other.StartsAt
        && Since == other.Since
        && StatementsBy == other.StatementsBy
        && string.Equals(Reason, other.Reason, StringComparison.Ordinal)
        && Places.SequenceEqual(other.Places, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Kind, StartsAt, Places.Count);
}

/// <summary>
/// The pack of a call as it was at an instant. The first is of its preparation, the second of its beginning; it is kept
/// so that what people looked at can be opened for ever, whatever a later version of the program would make of that
/// day.
/// </summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number of the pack of this call.</param>
/// <param name="Pack">The pack.</param>
public sealed record CallPackKept(string Call, int Revision, CallPack Pack) : CallEvent(Call, Revision, null)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Pack;
}

/// <summary>The call began, and who began it is in the chair.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within the course.</param>
/// <param name="By">The chair.</param>
public sealed record CallStarted(string Call, int Revision, StaffMember? By = null) : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Course;
}

/// <summary>
/// The chair closed the call and signed for its record: what was said, who attended, what was agreed.
/// </summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within the course.</param>
/// <param name="Record">SHA-256, in hexadecimal, of the record that was signed (<see cref="CallRecord"/>).</param>
/// <param name="Summary">What the call came to, in the chair's words; null when nothing was added.</param>
/// <param name="By">Who signed.</param>
/// <param name="Covers">
/// The newest entry of each part that the signature covers, such as <c>statement:RAJ12/4</c>; what was taken at the
/// same
/// moment and is not among them is no part of the record. Null when all is.
/// </param>
public sealed record CallClosed(
    string Call,
    int Revision,
    string Record,
    string? Summary = null,
    StaffMember? By = null,
    IReadOnlyList<string>? Covers = null)
    : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Course;

    /// <inheritdoc />
    public bool Equals(CallClosed? other) => base.Equals(other)
        && string.Equals(Record, other.Record, StringComparison.Ordinal)
        && string.Equals(Summary, other.Summary, StringComparison.Ordinal)
        && (Covers ?? []).SequenceEqual(other.Covers ?? [], StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Record, Covers?.Count);
}

/// <summary>The call was not held.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within the course.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who says so; null when its time went by and nobody began it.</param>
public sealed record CallNotHeld(string Call, int Revision, string Reason, StaffMember? By = null)
    : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Course;
}

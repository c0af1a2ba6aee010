using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>Something that was agreed in a call, by whom it is owed, and how it stands.</summary>
/// <param name="Call">Identity of the call in which it was agreed.</param>
/// <param name="At">When it was agreed (UTC).</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record CallAction(string Call, DateTimeOffset At, CallActionAgreed Agreed)
{
    /// <summary>How it stands.</summary>
    public CallActionState State { get; init; }

    /// <summary>By when it is owed now (UTC).</summary>
    public DateTimeOffset DueAt { get; init; } = Agreed.DueAt;

    /// <summary>Revision of its newest entry; whoever updates it says which one they have seen.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was done or given up (UTC); null while it is owed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was said of it since, in order.</summary>
    public IReadOnlyList<CallPart<CallActionUpdated>> Updates { get; init; } = [];

    /// <summary>What became of its figure at each time by which it was owed, in order.</summary>
    public IReadOnlyList<CallPart<CallActionChecked>> Checks { get; init; } = [];

    /// <summary>When who owes it was reminded (UTC), in order.</summary>
    public IReadOnlyList<DateTimeOffset> ChasedAt { get; init; } = [];

    /// <summary>Its number in its call.</summary>
    public int Number => Agreed.Action;

    /// <summary>Its identity, such as <c>situational-awareness-20261129-1/3</c>.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Call}/{Number}");

    /// <summary>Whether the time by which it is owed now has been looked at.</summary>
    public bool IsChecked => Checks.Any(check => check.Told.DueAt == DueAt);

    /// <summary>Whether it is owed and its time has gone by.</summary>
    public bool IsOverdue(DateTimeOffset now) => State is CallActionState.Owed && now > DueAt;
}

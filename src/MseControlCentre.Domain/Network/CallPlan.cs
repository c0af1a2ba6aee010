namespace MseControlCentre.Domain.Network;

/// <summary>
/// What the system has agreed about its calls: which ones are held regularly, what sites are asked to say, and when
/// whoever owes an action is reminded. Without a plan no call is prepared by itself; people call one when they need it.
/// </summary>
/// <param name="Regular">Calls that are prepared by themselves.</param>
/// <param name="Night">The hours that count as overnight.</param>
/// <param name="Questions">What a statement answers, in order.</param>
/// <param name="Chase">When whoever owes an action is reminded; null when nobody is.</param>
public sealed record CallPlan(
    IReadOnlyList<RegularCall> Regular,
    NightHours Night,
    IReadOnlyList<StatementQuestion> Questions,
    ActionChase? Chase)
{
    /// <summary>The plan of a network file that has none.</summary>
    public static readonly CallPlan None = new(
        [],
        new NightHours(new TimeOnly(20, 0), new TimeOnly(8, 0), "no plan in the network file"),
        [new StatementQuestion("statement", "How do you stand?", null)],
        null);
}

/// <summary>A call that is held regularly. Times are of the system's own time zone.</summary>
/// <param name="Code">Code, unique among the regular calls; it begins the identity of each one held.</param>
/// <param name="Name">Name as people say it, such as <c>10:00 situational-awareness call</c>.</param>
/// <param name="PackAt">When its pack is there.</param>
/// <param name="StatementsBy">By when sites should have made their statement.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Days">The days on which it is held; empty for every day.</param>
/// <param name="Places">Codes of who is asked to attend; empty for every site and partner.</param>
/// <param name="Basis">Who agreed it.</param>
public sealed record RegularCall(
    string Code,
    string Name,
    TimeOnly PackAt,
    TimeOnly StatementsBy,
    TimeOnly StartsAt,
    IReadOnlyList<DayOfWeek> Days,
    IReadOnlyList<string> Places,
    string Basis);

/// <summary>The hours that count as overnight, by local clocks.</summary>
/// <param name="From">When they begin, on the evening before.</param>
/// <param name="To">When they end.</param>
/// <param name="Basis">Who agreed them.</param>
public sealed record NightHours(TimeOnly From, TimeOnly To, string Basis);

/// <summary>Something that a statement answers.</summary>
/// <param name="Code">Code, unique among the questions.</param>
/// <param name="Words">The question.</param>
/// <param name="Hint">What a good answer says; null when nothing needs saying.</param>
public sealed record StatementQuestion(string Code, string Words, string? Hint);

/// <summary>When whoever owes an action is reminded: as its time comes, and then again while it is owed.</summary>
/// <param name="Every">Minutes from one reminder to the next.</param>
/// <param name="Most">Most reminders of one action.</param>
public sealed record ActionChase(Threshold Every, int Most);

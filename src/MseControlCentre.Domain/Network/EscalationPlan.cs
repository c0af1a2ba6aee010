using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// What the system has agreed about escalation: who answers at which level, how soon, and what opens an escalation by
/// itself. Nothing of it is in the code: without a plan people raise by hand, and no clock has a limit.
/// </summary>
/// <param name="Levels">The levels, lowest first.</param>
/// <param name="Triggers">What opens or passes up an escalation by itself.</param>
/// <param name="StandDownAfter">
/// Minutes for which it must no longer have been so before an escalation that nobody touched stands down by itself;
/// null when none does.
/// </param>
/// <param name="RaiseAgainAfter">
/// Minutes after somebody ended an escalation before the same is opened by itself again at the same level. What stood
/// down by itself was over, and is opened whenever it is so again.
/// </param>
/// <param name="Cards">What each site can do about each kind.</param>
public sealed record EscalationPlan(
    IReadOnlyList<EscalationLevel> Levels,
    IReadOnlyList<EscalationTrigger> Triggers,
    Threshold? StandDownAfter,
    Threshold RaiseAgainAfter,
    IReadOnlyList<ActionCard> Cards)
{
    /// <summary>The plan of a network file that has none.</summary>
    public static readonly EscalationPlan None =
        new([], [], null, new Threshold(0, "minutes", "no plan in the network file"), []);

    /// <summary>A level by its code; null when there is none.</summary>
    public EscalationLevel? Level(string? code) =>
        Levels.FirstOrDefault(level => string.Equals(level.Code, code, StringComparison.Ordinal));

    /// <summary>The level above one; the lowest above none, and null above the highest.</summary>
    public EscalationLevel? Above(string? code) => Levels.ElementAtOrDefault(RankOf(code) + 1);

    /// <summary>Place of a level among the others, from 0; -1 for none.</summary>
    public int RankOf(string? code)
    {
        for (var rank = 0; rank < Levels.Count; rank++)
        {
            if (string.Equals(Levels[rank].Code, code, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return -1;
    }

    /// <summary>What a site can do about a kind, from every card that is for it.</summary>
    public IReadOnlyList<CardAction> ActionsOf(EscalationKind kind, string scope) =>
    [
        .. Cards
            .Where(card => card.Kind == kind
                && (card.Sites.Count == 0 || card.Sites.Contains(scope, StringComparer.Ordinal)))
            .SelectMany(card => card.Actions),
    ];
}

/// <summary>Who has to answer, and how soon.</summary>
/// <param name="Code">Code, unique among the levels.</param>
/// <param name="Name">Name as people say it, such as <c>Release to respond</c>.</param>
/// <param name="AcknowledgeWithin">
/// Minutes from coming to this level to its acknowledgement; null when not agreed.
/// </param>
/// <param name="ResolveWithin">Minutes from being raised to its end, at this level; null when not agreed.</param>
public sealed record EscalationLevel(
    string Code, string Name, Threshold? AcknowledgeWithin = null, Threshold? ResolveWithin = null);

/// <summary>A limit that opens an escalation, or passes it up, by itself.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Level">Code of the level that has to answer.</param>
/// <param name="Limit">
/// From which value on (<see cref="EscalationRules.UnitOf"/>): minutes of the longest wait to hand over, percent of
/// spaces in use, patients of the deficit, beds closed, the OPEL level, minutes of silence, referrals waiting for a
/// full virtual ward, shifts not filled.
/// </param>
public sealed record EscalationTrigger(EscalationKind Kind, string Level, Threshold Limit);

/// <summary>What can be done about a kind of escalation.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sites">Codes of the sites that it is for; empty for all, and for the whole system.</param>
/// <param name="Actions">The actions, first things first.</param>
/// <param name="Basis">Whose card it is.</param>
public sealed record ActionCard(
    EscalationKind Kind, IReadOnlyList<string> Sites, IReadOnlyList<CardAction> Actions, string Basis);

/// <summary>One action of a card.</summary>
/// <param name="Code">Code, unique on its card.</param>
/// <param name="Words">What to do.</param>
/// <param name="Owner">Who does it, in words.</param>
public sealed record CardAction(string Code, string Words, string Owner);

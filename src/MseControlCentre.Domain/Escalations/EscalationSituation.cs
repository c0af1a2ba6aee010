namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// What is so now at one place that an escalation may be about: nine ambulances at one site are one situation with nine
/// rows. Made only from what is known and current.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Scope">Code of the site, or of the network for the whole system.</param>
/// <param name="Place">Its name as people say it.</param>
/// <param name="Headline">
/// What is so and where, such as <c>Basildon: 9 ambulances over 30 min, longest 62 min</c>.
/// </param>
/// <param name="Value">The value that is held against the limits, in their unit.</param>
/// <param name="Level">Code of the highest level whose limit it has reached; null when it has reached none.</param>
/// <param name="FigureId">The figure that leads to the evidence; null when no figure tells it.</param>
/// <param name="Rows">What it consists of, worst first; empty when the figure says all.</param>
public sealed record EscalationSituation(
    EscalationKind Kind,
    string Scope,
    string Place,
    string Headline,
    double Value,
    string? Level,
    string? FigureId,
    IReadOnlyList<SituationRow> Rows);

/// <summary>What cannot be told at a place now, because what tells of it is missing or no longer current.</summary>
/// <param name="Kind">What it would be about.</param>
/// <param name="Scope">Code of the site, or of the network for the whole system.</param>
/// <param name="Place">Its name as people say it.</param>
public sealed record UnknownSituation(EscalationKind Kind, string Scope, string Place);

/// <summary>One ambulance, ward, feed or virtual ward of a situation.</summary>
/// <param name="Words">What it is, such as <c>Category 2</c> or the ward's name.</param>
/// <param name="Since">Since when it has been so (UTC); null when a clock says nothing about it.</param>
/// <param name="Reference">
/// Short reference that tells ambulances apart; for those who may see patients. Null for anything else.
/// </param>
/// <param name="Value">Its own part, such as beds closed or patients waiting; null when it has none.</param>
public sealed record SituationRow(
    string Words, DateTimeOffset? Since = null, string? Reference = null, double? Value = null);

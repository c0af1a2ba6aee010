namespace MseControlCentre.Server.Components.Delays;

/// <summary>One thing that a form offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
public sealed record Choice(string Value, string Text);

/// <summary>One delayed patient, in words.</summary>
/// <param name="Pseudonym">Pseudonym of the stay.</param>
/// <param name="Place">Site and ward.</param>
/// <param name="Pathway">Pathway; a dash when not told.</param>
/// <param name="Reason">Reason and its group; what is missing when there is none.</param>
/// <param name="Owner">Who can unblock it.</param>
/// <param name="ReadyOn">Discharge-ready date; a dash when not told.</param>
/// <param name="DaysSinceReady">Days since then; a dash when not told.</param>
/// <param name="StayDays">Length of stay in days.</param>
public sealed record DelayRow(
    string Pseudonym,
    string Place,
    string Pathway,
    string Reason,
    string Owner,
    string ReadyOn,
    string DaysSinceReady,
    string StayDays);

/// <summary>The list of delayed discharges, as it was asked for.</summary>
/// <param name="At">The time it is of, in words.</param>
/// <param name="Rows">The patients, longest delay first.</param>
/// <param name="Total">How many there are; more than are listed when the list is cut.</param>
/// <param name="Sites">The sites to choose from.</param>
/// <param name="Owners">The owners to choose from.</param>
/// <param name="CsvPath">Where the same list is as a file.</param>
public sealed record DelaysView(
    string At,
    IReadOnlyList<DelayRow> Rows,
    int Total,
    IReadOnlyList<Choice> Sites,
    IReadOnlyList<Choice> Owners,
    string CsvPath);

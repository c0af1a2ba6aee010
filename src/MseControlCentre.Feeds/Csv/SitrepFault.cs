namespace MseControlCentre.Feeds.Csv;

/// <summary>What is wrong in one place of a file. It never holds what stands there, only its shape.</summary>
/// <param name="Row">Row in a spreadsheet, from 1; 0 when it is about the whole file.</param>
/// <param name="Column">Column of the form, or letter of the spreadsheet's column; empty for the whole row.</param>
/// <param name="Found">What was found, such as <c>3 letters</c>.</param>
/// <param name="Expected">What was expected.</param>
public sealed record SitrepFault(int Row, string Column, string Found, string Expected);

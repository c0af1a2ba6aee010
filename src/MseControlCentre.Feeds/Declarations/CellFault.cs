using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>Why one cell of a declaration cannot be taken. It never holds the value, only its shape.</summary>
/// <param name="Column">The form's column; empty when it is about the whole row.</param>
/// <param name="Found">What was found there, such as <c>3 letters</c>.</param>
/// <param name="Expected">What was expected.</param>
public sealed record CellFault(string Column, string Found, string Expected)
{
    /// <summary>The fault in one sentence.</summary>
    public string Text => $"Found {Found}; {Expected}.";
}

/// <summary>One declaration, read: the event, or everything that is wrong with it.</summary>
/// <param name="Event">The event; null when something is wrong.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record ReadDeclaration(FlowEvent? Event, IReadOnlyList<CellFault> Faults);

/// <summary>One declaration as written: the form and the text of each column that has any.</summary>
/// <param name="Form">The form.</param>
/// <param name="Cells">Text by name of column.</param>
/// <param name="MessageId">Identity of the declaration; accepted once.</param>
public sealed record WrittenDeclaration(
    DeclarationForm Form, IReadOnlyDictionary<string, string> Cells, string MessageId);

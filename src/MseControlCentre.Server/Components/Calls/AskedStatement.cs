using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A statement as its form sends it.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Place">Code of the place that it is of.</param>
/// <param name="Seen">Revision that its writer has seen; 0 for none.</param>
/// <param name="Words">What is said, by the question's code.</param>
/// <param name="IsReady">Whether it is said to be ready for the call.</param>
public sealed record AskedStatement(
    string Call, string Place, int Seen, IReadOnlyDictionary<string, string> Words, bool IsReady)
{
    /// <summary>Identity of a question's field on the page, and its name in the form.</summary>
    public static string FieldOf(string question) => "q-" + question;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Faults() =>
    [
        .. Words
            .Select(answer => (answer.Key, Fault: StatementText.Fault(answer.Value)))
            .Where(answer => answer.Fault is not null)
            .Select(answer => new FieldError(FieldOf(answer.Key), answer.Fault!)),
    ];
}

/// <summary>A statement as the journal knows it, for who writes it.</summary>
/// <param name="Revision">Its revision; 0 when nothing was said yet.</param>
/// <param name="Answers">What it says, by the question's code.</param>
/// <param name="IsReady">Whether it is ready for the call.</param>
/// <param name="By">Who changed it last; null for nobody.</param>
/// <param name="At">When, by the system's own clock with seconds; null for never.</param>
/// <param name="IsLate">Whether that was after the time by which it should have been made.</param>
/// <param name="IsClosed">Whether the call has ended, so that nothing more is taken.</param>
public sealed record StatementState(
    int Revision,
    IReadOnlyDictionary<string, string> Answers,
    bool IsReady,
    string? By,
    string? At,
    bool IsLate,
    bool IsClosed)
{
    /// <summary>The others who have it open.</summary>
    public IReadOnlyList<StatementWriter> Others { get; init; } = [];

    /// <summary>Why what was sent was not taken; empty when it was.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

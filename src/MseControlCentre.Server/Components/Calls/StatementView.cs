using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The page on which a place says how it stands.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="CallName">Its name.</param>
/// <param name="Place">Code of the place.</param>
/// <param name="PlaceName">Its name.</param>
/// <param name="StartsAt">When the call begins, in words.</param>
/// <param name="By">By when the statement should be made, in words; null when nothing is agreed.</param>
/// <param name="Questions">What it answers.</param>
/// <param name="State">What is said so far.</param>
/// <param name="Figures">What the pack says of the place, so that nobody types it again.</param>
/// <param name="Writer">Who writes; their draft is theirs alone on a shared machine.</param>
public sealed record StatementView(
    string Call,
    string CallName,
    string Place,
    string PlaceName,
    string StartsAt,
    string? By,
    IReadOnlyList<StatementQuestion> Questions,
    StatementState State,
    PresentPlaceView? Figures,
    string Writer);

/// <summary>How the form stands: as it was kept, or with what was not taken.</summary>
/// <param name="Token">Shows that it came from here.</param>
/// <param name="Sent">What was sent and not taken; null when nothing was.</param>
/// <param name="Errors">Why.</param>
/// <param name="Done">What was just done; null when nothing was.</param>
public sealed record StatementForm(
    FormToken Token, AskedStatement? Sent, IReadOnlyList<FieldError> Errors, string? Done)
{
    /// <summary>What stands in a field.</summary>
    public string Entered(string question, StatementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Sent?.Words.GetValueOrDefault(question) ?? state.Answers.GetValueOrDefault(question, string.Empty);
    }

    /// <summary>
    /// What somebody else wrote instead of what was sent; null when it is the same, or nothing was sent.
    /// </summary>
    public string? Theirs(string question, StatementState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var theirs = state.Answers.GetValueOrDefault(question, string.Empty);
        return Sent is null || Sent.Seen == state.Revision
            || string.Equals(theirs, Entered(question, state), StringComparison.Ordinal)
                ? null
                : theirs;
    }
}

using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What the form of an action sends.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Number">Number of the action.</param>
/// <param name="Seen">Revision that its sender has seen.</param>
/// <param name="State">done, given-up or owed.</param>
/// <param name="Words">What came of it so far, or why it is given up.</param>
/// <param name="Due">Another time by which it is owed, as a form writes it; empty for the same.</param>
public sealed record AskedOfAction(string Call, int Number, int Seen, string State, string Words, string Due)
{
    /// <summary>It is done.</summary>
    public const string Done = "done";

    /// <summary>It is given up.</summary>
    public const string GivenUp = "given-up";

    /// <summary>It is still owed.</summary>
    public const string Owed = "owed";

    /// <summary>The update that it asks for, of no revision yet; null with what is wrong.</summary>
    public (CallActionUpdated? Update, IReadOnlyList<FieldError> Errors) Read(
        CallAction action, LocalTime local, DateTimeOffset now, StaffMember by)
    {
        ArgumentNullException.ThrowIfNull(action);
        List<FieldError> errors = [];
        CallActionState? state = State switch
        {
            Done => CallActionState.Done,
            GivenUp => CallActionState.GivenUp,
            Owed => CallActionState.Owed,
            _ => null,
        };
        if (state is null)
        {
            errors.Add(new FieldError("state", "Say whether it is done, given up or still owed."));
        }

        var what = state is CallActionState.GivenUp ? "why it is given up" : "what came of it";
        if (EnteredText.Fault(what, Words, isRequired: state is CallActionState.GivenUp) is { } fault)
        {
            errors.Add(new FieldError("words", fault));
        }

        DateTimeOffset? due = null;
        if (state is CallActionState.Owed && Due.Length > 0)
        {
            due = HeldCallReader.ReadDue(local, now, Due);
            if (due is null)
            {
                errors.Add(new FieldError("due", "Choose a time that is still to come, within the next 60 days."));
            }
        }

        if (state is CallActionState.Owed && Due.Length == 0 && Words.Length == 0)
        {
            errors.Add(new FieldError("words", "Say how far it is, or by when it is owed now."));
        }

        return errors.Count > 0
            ? (null, errors)
            : (
                new CallActionUpdated(
                    action.Call,
                    0,
                    action.Number,
                    state!.Value,
                    EnteredText.Kept(Words),
                    due == action.DueAt ? null : due,
                    by),
                []);
    }
}

using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A call that somebody wants to call.</summary>
/// <param name="Kind">Which kind, as the form sends it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Places">Codes of who is asked to attend.</param>
public sealed record AskedCall(string Kind, string Reason, IReadOnlyList<string> Places)
{
    /// <summary>The kinds that can be called: a regular call is prepared by itself.</summary>
    public static IReadOnlyList<CallKind> Kinds { get; } = [CallKind.Tactical, CallKind.DischargeEvent];

    /// <summary>The kind; null when none was chosen.</summary>
    public CallKind? KindChosen => Kinds.Cast<CallKind?>()
        .FirstOrDefault(kind => string.Equals(kind.ToString(), Kind, StringComparison.Ordinal));

    /// <summary>What is wrong with it.</summary>
    /// <param name="known">Codes of those who can be asked.</param>
    public IReadOnlyList<FieldError> Errors(IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var errors = new List<FieldError>();
        if (KindChosen is null)
        {
            errors.Add(new FieldError("kind", "Choose which kind of call it is."));
        }

        if (EnteredText.Fault("the reason", Reason, isRequired: true) is { } fault)
        {
            errors.Add(new FieldError("reason", fault));
        }

        if (Places.Count == 0)
        {
            errors.Add(new FieldError("places", "Choose who is asked to attend: one place at least."));
        }
        else if (!Places.All(known.Contains))
        {
            errors.Add(new FieldError("places", "Choose who is asked to attend among those that are offered here."));
        }

        return errors;
    }
}

/// <summary>The form that calls a call.</summary>
/// <param name="Asked">What was entered.</param>
/// <param name="Places">Who can be asked: code and name.</param>
/// <param name="Errors">Why it was not called.</param>
/// <param name="Token">Shows that the form came from here.</param>
public sealed record NewCallView(
    AskedCall Asked,
    IReadOnlyList<(string Code, string Name)> Places,
    IReadOnlyList<FieldError> Errors,
    FormToken Token);

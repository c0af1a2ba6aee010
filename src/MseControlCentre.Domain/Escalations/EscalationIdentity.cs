using System.Globalization;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// How escalations and their steps are named. The names follow from what is known, so that two people, or two nodes,
/// who raise the same thing at once raise one.
/// </summary>
public static class EscalationIdentity
{
    /// <summary>Source of every escalation's events: no feed may send them.</summary>
    public const string Source = "control-centre";

    /// <summary>
    /// Identity of the next escalation of a kind at a place, such as <c>RAJ12-HandoverDelay-20261123-2</c>: the second
    /// of that day. It tells of no patient, so that it may stand in an address.
    /// </summary>
    /// <param name="scope">Code of the site or network.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="localDay">The day in the system's own time zone.</param>
    /// <param name="known">Identities that are taken.</param>
    public static string Next(
        string scope, EscalationKind kind, DateOnly localDay, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var start = string.Create(CultureInfo.InvariantCulture, $"{scope}-{kind}-{localDay:yyyyMMdd}-");
        var taken = known.Count(id => id.StartsWith(start, StringComparison.Ordinal));
        return start + (taken + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The message identity of a step, such as <c>RAJ12-HandoverDelay-20261123-2/4</c>.</summary>
    public static string Message(string escalation, int step) =>
        escalation + "/" + step.ToString(CultureInfo.InvariantCulture);
}

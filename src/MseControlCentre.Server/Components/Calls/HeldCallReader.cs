using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Makes events of what the forms of a call's screens send, or says what is wrong with it.</summary>
/// <param name="asked">What a form sends.</param>
/// <param name="call">The call.</param>
/// <param name="by">Who sends it.</param>
public sealed class HeldCallReader(AskedInCall asked, Call call, StaffMember by)
{
    // What is owed for longer leaves the book of calls.
    private static readonly TimeSpan s_longestAhead = TimeSpan.FromDays(60);

    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong; empty when it can be used.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>The call is not held, with a reason.</summary>
    public Func<int, CallEvent>? NotHeld() => Text("reason", "why it is not held") is { } reason
        ? revision => new CallNotHeld(call.Id, revision, reason, by)
        : null;

    /// <summary>Whether a place is there.</summary>
    public Func<int, CallEvent>? Attendance()
    {
        if (!call.Opened.Places.Contains(asked["place"], StringComparer.Ordinal))
        {
            Refuse(null, "Choose a place that is asked to attend the call.");
            return null;
        }

        // A name, not a number: Enum.TryParse takes both.
        var attendance = Enum.GetValues<Attendance>().Cast<Attendance?>()
            .FirstOrDefault(one => string.Equals(one.ToString(), asked["attendance"], StringComparison.Ordinal));
        if (attendance is not { } known)
        {
            Refuse(null, "Say whether the place is here, sent apologies, or is not here.");
            return null;
        }

        return revision => new CallAttendanceRecorded(call.Id, revision, asked["place"], known, null, by);
    }

    /// <summary>The declared level of a place.</summary>
    /// <param name="places">Codes of the places that have a level.</param>
    /// <param name="calculated">The calculated level; null when it cannot be calculated.</param>
    public CallOpelRecorded? Opel(IReadOnlyList<string> places, int? calculated)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (!places.Contains(asked["place"], StringComparer.Ordinal))
        {
            Refuse(null, "Choose a site of the call, or the whole system.");
        }

        if (asked["level"] is not ("1" or "2" or "3" or "4"))
        {
            Refuse("level", "Choose the level that is declared, 1 to 4.");
            return null;
        }

        var level = asked["level"][0] - '0';
        var reason = Text(
            "reason",
            calculated is null
                ? "why"
                : string.Create(CultureInfo.InvariantCulture, $"why it is not OPEL {calculated}, as calculated"),
            isRequired: calculated is not null && calculated != level);
        return _errors.Count > 0 ? null : new CallOpelRecorded(call.Id, 0, asked["place"], level, reason, by);
    }

    /// <summary>Something worth keeping.</summary>
    public Func<Call, CallEvent>? Note()
    {
        var place = asked["place"].Length > 0 ? asked["place"] : null;
        if (place is not null && !call.Opened.Places.Contains(place, StringComparer.Ordinal))
        {
            Refuse(null, "Choose a place of the call, or none.");
        }

        var words = Text("words", "the note");
        return words is null || _errors.Count > 0
            ? null
            : so => new CallNoted(call.Id, so.Notes.Count + 1, words, place, by);
    }

    /// <summary>An action.</summary>
    /// <param name="local">Local time of the system.</param>
    /// <param name="now">The time of now (UTC).</param>
    /// <param name="aims">The figures that it could move.</param>
    public Func<Call, CallEvent>? Agree(LocalTime local, DateTimeOffset now, IReadOnlyList<AimChoice> aims)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(aims);
        var words = Text("words", "what is to be done");
        if (!call.Opened.Places.Contains(asked["owner"], StringComparer.Ordinal))
        {
            Refuse("owner", "Choose who owes it.");
        }

        var due = ReadDue(local, now, asked["due"] is ActionChoices.Other ? asked["other"] : asked["due"]);
        if (due is null)
        {
            Refuse(
                asked["due"] is ActionChoices.Other ? "other" : "due",
                "Choose a time that is still to come, within the next 60 days.");
        }

        var aim = Aim(aims);
        return words is null || due is null || _errors.Count > 0
            ? null
            : so => new CallActionAgreed(
                call.Id, 1, so.Actions.Count + 1, words, asked["owner"], due.Value, null, aim, by);
    }

    /// <summary>A time as a form writes it; null for none, one that has gone by, or one too far ahead.</summary>
    public static DateTimeOffset? ReadDue(LocalTime local, DateTimeOffset now, string written)
    {
        ArgumentNullException.ThrowIfNull(local);
        if (!DateTime.TryParseExact(
            written, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var at = new DateTimeOffset(time, local.Zone.GetUtcOffset(time)).ToUniversalTime();
        return at > now && at <= now + s_longestAhead ? at : null;
    }

    /// <summary>A text of the form as it is kept; null for none, or one that cannot be used.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">What the text is.</param>
    /// <param name="isRequired">Whether it may not be left out.</param>
    public string? Text(string field, string what, bool isRequired = true)
    {
        if (EnteredText.Fault(what, asked[field], isRequired) is not { } fault)
        {
            return EnteredText.Kept(asked[field]);
        }

        Refuse(field, fault);
        return null;
    }

    private FigureAim? Aim(IReadOnlyList<AimChoice> aims)
    {
        if (asked["figure"].Length == 0)
        {
            return null;
        }

        if (aims.FirstOrDefault(one => string.Equals(one.Id, asked["figure"], StringComparison.Ordinal)) is not { } aim)
        {
            Refuse("figure", "Choose a figure of this place, or none.");
            return null;
        }

        double? target = null;
        if (asked["target"].Length > 0)
        {
            if (!double.TryParse(
                    asked["target"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || !double.IsFinite(number))
            {
                Refuse("target", "Write the target as a number, or leave it empty.");
                return null;
            }

            target = number;
        }

        return new FigureAim(aim.Id, aim.Name, aim.Direction, aim.Now, target);
    }

    private void Refuse(string? field, string message) => _errors.Add(
        new FieldError(field is null ? null : AskedInCall.FieldOf(asked.Act, field), message));
}

using System.Globalization;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Community;

/// <summary>The services of which people declare figures, as they were declared last.</summary>
/// <param name="picture">The picture.</param>
/// <param name="declared">Every declaration in force or expired.</param>
/// <param name="network">The network file.</param>
/// <param name="now">The time it is of.</param>
/// <param name="local">Local time of the system.</param>
internal sealed class DeclaredServices(
    Picture picture,
    IReadOnlyList<DeclaredFigures> declared,
    NetworkMap network,
    DateTimeOffset now,
    LocalTime local)
{
    private readonly FigureNames _names = new(picture, network);

    /// <summary>The services, in the order in which a patient meets them.</summary>
    public IReadOnlyList<DeclaredService> All() =>
    [
        Of<UrgentCommunityResponseDeclared>(
            "urgent-community-response",
            "Urgent community response",
            ("Referrals", CommunityMeasures.UrgentResponseReferrals, one => one.Referrals),
            ("Seen in 2 h, %", CommunityMeasures.UrgentResponseShare,
                one => Percent(one.SeenWithinTwoHours, one.Referrals))),
        Of<Nhs111DemandDeclared>(
            "nhs-111",
            "NHS 111, since midnight",
            ("Calls", CallMeasures.CallsOffered, one => one.CallsOffered),
            ("In 60 s, %", CallMeasures.AnsweredShare,
                one => Percent(one.AnsweredWithin60Seconds, one.CallsOffered)),
            ("Abandoned, %", CallMeasures.AbandonedShare, one => Percent(one.Abandoned, one.CallsOffered)),
            ("Sent to ED", CallMeasures.EdDispositions, one => one.EdDispositions)),
        Of<OutOfHoursDemandDeclared>(
            "out-of-hours",
            "Out of hours",
            ("Contacts", CallMeasures.OutOfHoursContacts, one => one.Contacts),
            ("Waiting", CallMeasures.OutOfHoursWaiting, one => one.Waiting),
            ("Longest, min", CallMeasures.OutOfHoursLongestWait, one => one.LongestWaitMinutes)),
        Of<StaffingDeclared>(
            "staffing",
            "Staffing",
            ("Shifts needed", StaffingMeasures.Required, one => one.Required),
            ("Filled", StaffingMeasures.Filled, one => one.Filled),
            ("Not filled", StaffingMeasures.Gap, one => Math.Max(0, one.Required - one.Filled))),
    ];

    private DeclaredService Of<TDeclaration>(
        string form, string title, params (string Head, Measure Measure, Func<TDeclaration, double?> Value)[] columns)
        where TDeclaration : Declaration
    {
        var rows = declared.Where(one => one.Event.Detail is TDeclaration).Select(RowOf).ToList();
        return new DeclaredService(
            form,
            title,
            [.. columns.Select(column => column.Head)],
            rows,
            rows.Count == 0 ? null : [.. columns.Select(one => FigureView.Of(
                picture.Figures.Find(one.Measure.Id), one.Head, Level.Normal, "#,0.#"))]);

        DeclaredServiceRow RowOf(DeclaredFigures one)
        {
            var detail = (TDeclaration)one.Event.Detail;
            var note = DeclarationNote.Of(one, now, local);
            return new DeclaredServiceRow(
                _names.Scope(one.Event.Site) + (detail is StaffingDeclared staff ? $": {staff.StaffGroup}" : null),
                [.. columns.Select(column => Stated(column.Head, column.Value(detail), note))],
                note);
        }
    }

    /// <summary>A number as it was declared; it looks declared, or no longer believed.</summary>
    private static FigureView Stated(string head, double? value, DeclarationNote note) => value is { } number
        ? new FigureView(
            "",
            head,
            number.ToString("#,0.#", CultureInfo.InvariantCulture),
            null,
            note.HasExpired ? FigureQuality.Stale : FigureQuality.Declared,
            Level.Normal)
        : new FigureView("", head, FigureView.Dash, null, FigureQuality.Unknown, Level.Normal);

    private static double? Percent(double part, double whole) => whole > 0
        ? Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero)
        : null;
}

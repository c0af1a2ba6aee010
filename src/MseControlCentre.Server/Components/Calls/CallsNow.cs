using System.Globalization;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A call in a list.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="When">Its day and time.</param>
/// <param name="Clock">Its time.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Level">How loud that is.</param>
/// <param name="Came">What it came to: actions agreed, still owed.</param>
/// <param name="Link">Its pack and record.</param>
public sealed record CallLine(
    string Id, string Name, string When, string Clock, string State, Level Level, string Came, string Link)
{
    /// <summary>Makes it.</summary>
    public static CallLine Of(Call call, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        var owed = call.Actions.Count(action => action.State is CallActionState.Owed);
        return new CallLine(
            call.Id,
            call.Name,
            context.Day(call.StartsAt),
            context.Local.Clock(call.StartsAt),
            CallsWords.Of(call.State),
            CallsWords.LevelOf(call.State),
            call.Actions.Count == 0
                ? "no action"
                : CallsWords.Count(call.Actions.Count, "action", "actions")
                    + (owed == 0 ? ", none owed" : $", {owed} owed"),
            CallAddresses.Of(call.Id));
    }
}

/// <summary>The system in six figures.</summary>
internal static class SystemFigures
{
    private static readonly (Measure Measure, string Label, string Format, string? Unit)[] s_shown =
    [
        (HandoverMeasures.AmbulancesWaiting, "ambulances waiting", "#,0", null),
        (HandoverMeasures.HandoverLostToday, "handover hours lost today", "#,0.#", "h"),
        (EmergencyDepartmentMeasures.EdOverLong, "over 12 hours in departments", "#,0", null),
        (BedMeasures.BedOccupancy, "general and acute occupancy", "0.#", "%"),
        (DischargeMeasures.NoCriteriaToReside, "no criteria to reside", "#,0", null),
        (VirtualWardMeasures.VirtualWardAvailable, "virtual ward places free", "#,0", null),
    ];

    public static IReadOnlyList<FigureView> Of(Picture picture) =>
    [
        .. s_shown.Select(one => FigureView.Of(
            picture.Figures.Find(one.Measure.Id), one.Label, Level.Normal, one.Format, one.Unit)),
    ];
}

/// <summary>
/// OPEL of a place now, as the wall says it: a level with nothing behind it that a feed tells of is none.
/// </summary>
/// <param name="Place">Its name.</param>
/// <param name="Text">The calculated level, such as <c>OPEL 3</c>; a dash when nothing is known.</param>
/// <param name="Level">How loud it is.</param>
/// <param name="Remarks">What else must be known of it, such as the declared level; null when nothing must.</param>
/// <param name="Figure">The figure that leads to what is behind it.</param>
public sealed record OpelNow(string Place, string Text, Level Level, string? Remarks, string Figure)
{
    /// <summary>Of the system and each site.</summary>
    public static IReadOnlyList<OpelNow> Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        return
        [
            Of("The whole system", OpelMark.OfSystem(views)),
            .. views.Picture.Sites.Select(site => Of(site.Name, OpelMark.OfSite(site, views))),
        ];
    }

    private static OpelNow Of(string place, OpelMark mark) => new(
        place,
        "OPEL " + (mark.Number?.ToString(CultureInfo.InvariantCulture) ?? FigureView.Dash),
        mark.Level,
        mark.Remarks.Count == 0 ? null : string.Join(", ", mark.Remarks),
        mark.FigureId);
}

/// <summary>Something that holds flow up now.</summary>
/// <param name="Headline">What and where.</param>
/// <param name="Level">How loud.</param>
/// <param name="Since">Since when; null when not known.</param>
/// <param name="Room">Who has room; null when nobody is known to.</param>
/// <param name="Figure">The figure that leads to what is behind it.</param>
public sealed record ConstraintNow(string Headline, Level Level, string? Since, string? Room, string Figure)
{
    /// <summary>Makes it.</summary>
    public static ConstraintNow Of(Constraint one, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(context);
        return new ConstraintNow(
            one.Headline,
            ConstraintCard.LevelOf(one.Severity),
            one.Since is { } since ? (one.SinceAtLeast ? "before " : "since ") + context.Say(since) : null,
            one.Rooms.Count > 0 ? one.Rooms[0].Words : null,
            one.FigureId);
    }
}

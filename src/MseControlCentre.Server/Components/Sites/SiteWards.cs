using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>One ward of the grid.</summary>
/// <param name="Code">Code of the ward.</param>
/// <param name="Name">Name on the door.</param>
/// <param name="Free">Beds free.</param>
/// <param name="Open">Beds open.</param>
/// <param name="Occupied">Beds occupied.</param>
/// <param name="Definite">Definite discharges left today.</param>
/// <param name="Potential">Potential discharges left today.</param>
/// <param name="Closed">Beds closed.</param>
/// <param name="ClosedReason">Why; null when not told or none is.</param>
/// <param name="Escalation">Escalation beds open.</param>
/// <param name="Outliers">Patients of another division.</param>
/// <param name="Bar">Beds in numbers for the bar; null when they are not known.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record WardRow(
    string Code,
    string Name,
    FigureView Free,
    FigureView Open,
    FigureView Occupied,
    FigureView Definite,
    FigureView Potential,
    FigureView Closed,
    string? ClosedReason,
    FigureView Escalation,
    FigureView Outliers,
    WardBar? Bar,
    TrustNote? Trust);

/// <summary>The beds of a ward as a bar.</summary>
/// <param name="Open">Beds open.</param>
/// <param name="Occupied">Beds occupied.</param>
/// <param name="Leaving">Of these, patients who are to leave today, definite and potential.</param>
public sealed record WardBar(double Open, double Occupied, double Leaving);

/// <summary>The wards of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Title">The type in words.</param>
/// <param name="Rows">Its wards.</param>
public sealed record WardGroup(WardType Type, string Title, IReadOnlyList<WardRow> Rows)
{
    /// <summary>Name of its part, unique on the board.</summary>
    public string Part => "wards-" + Type;
}

/// <summary>The ward grid.</summary>
/// <param name="Groups">The wards by type, in the order in which the network file first names each type.</param>
/// <param name="Unmapped">Locations that no ward matches, with how many patients are there.</param>
/// <param name="Note">How far it can be trusted.</param>
public sealed record SiteWards(IReadOnlyList<WardGroup> Groups, IReadOnlyList<UnmappedPlace> Unmapped, PartNote Note)
{
    /// <summary>Makes the grid. Areas of the emergency department are in its own list.</summary>
    public static SiteWards Of(SiteContext context, bool fewestFreeFirst)
    {
        ArgumentNullException.ThrowIfNull(context);
        var groups = context.Site.Wards
            .Where(ward => TypeOf(ward) is not WardType.EmergencyDepartment)
            .GroupBy(TypeOf)
            .Select(group => new WardGroup(group.Key, TitleOf(group.Key), [.. Ordered(group).Select(Row)]));
        return new SiteWards(
            [.. groups],
            context.Site.UnmappedPlaces,
            new PartNote(context.Trust(BedMeasures.BedsAvailable), "beds"));

        IEnumerable<WardPicture> Ordered(IEnumerable<WardPicture> wards) => fewestFreeFirst
            ? wards.OrderBy(ward => ward.Figures[BedMeasures.BedsAvailable].Value ?? double.MaxValue)
            : wards;

        WardRow Row(WardPicture ward) => RowOf(ward, context);
    }

    /// <summary>The types of a site's wards that the grid has, in its order.</summary>
    public static IReadOnlyList<WardType> TypesOf(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return
        [
            .. site.Wards.Select(ward => ward.Type)
                .Where(type => type is not WardType.EmergencyDepartment)
                .Distinct(),
        ];
    }

    /// <summary>A type of ward in words.</summary>
    public static string TitleOf(WardType type) => type switch
    {
        WardType.GeneralAndAcute => "General and acute",
        WardType.CriticalCare => "Critical care",
        WardType.SameDayEmergencyCare => "Same day emergency care",
        WardType.Assessment => "Assessment units",
        WardType.EscalationArea => "Escalation areas",
        WardType.Maternity => "Maternity",
        _ => "Emergency department",
    };

    private static WardType TypeOf(WardPicture ward) => Enum.Parse<WardType>(ward.Type);

    private static WardRow RowOf(WardPicture ward, SiteContext context)
    {
        var free = ward.Figures.Find(BedMeasures.BedsAvailable.Id);
        return new WardRow(
            ward.Code,
            ward.Name,
            FigureView.Of(free, "free", free?.Value < 0 ? Level.Watch : Level.Normal),
            Figure(BedMeasures.BedsOpen, "open"),
            Figure(BedMeasures.BedsOccupied, "occupied"),
            Figure(DischargeMeasures.DefiniteDischarges, "definite"),
            Figure(DischargeMeasures.PotentialDischarges, "potential"),
            Figure(BedMeasures.BedsClosed, "closed"),
            ward.ClosedReason,
            Figure(BedMeasures.EscalationBedsOpen, "escalation"),
            Figure(BedMeasures.Outliers, "outliers"),
            BarOf(ward),
            TrustNote.On([free], context.Picture.Feeds, context.Local));

        FigureView Figure(Measure measure, string label) =>
            FigureView.Of(ward.Figures.Find(measure.Id), label, Level.Normal);
    }

    private static WardBar? BarOf(WardPicture ward)
    {
        var open = ward.Figures.Find(BedMeasures.BedsOpen.Id);
        var occupied = ward.Figures.Find(BedMeasures.BedsOccupied.Id);
        var leaving = (ward.Figures.Find(DischargeMeasures.DefiniteDischarges.Id)?.Value ?? 0)
            + (ward.Figures.Find(DischargeMeasures.PotentialDischarges.Id)?.Value ?? 0);
        return open?.Value is { } beds && occupied is { Value: { } taken, Quality: not FigureQuality.Unknown }
            ? new WardBar(beds, taken, Math.Min(leaving, taken))
            : null;
    }
}

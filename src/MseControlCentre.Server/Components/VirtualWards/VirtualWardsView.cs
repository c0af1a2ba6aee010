using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Charts;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.VirtualWards;

/// <summary>What the page of virtual wards shows. Counts only.</summary>
/// <param name="At">The time it is of.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Headline">Where there is room, in a sentence.</param>
/// <param name="Level">How loud the sentence is.</param>
/// <param name="IsKnown">Whether anything has been told of virtual wards at all.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
/// <param name="Rooms">Each ward with its room, most free places first.</param>
/// <param name="Totals">The whole system.</param>
/// <param name="Sites">What each site's patients have of it.</param>
/// <param name="Trend">Patients and places of the last 24 hours.</param>
/// <param name="List">The wards with everything known of them.</param>
public sealed record VirtualWardsView(
    DateTimeOffset At,
    LocalTime Local,
    string Headline,
    Level Level,
    bool IsKnown,
    TrustNote? Trust,
    IReadOnlyList<WardRoom> Rooms,
    IReadOnlyList<FigureView> Totals,
    IReadOnlyList<SiteFlow> Sites,
    IReadOnlyList<ChartSeries> Trend,
    ListView List);

/// <summary>How much room a virtual ward has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">Who runs it.</param>
/// <param name="Free">Free places.</param>
/// <param name="Occupied">Patients on it.</param>
/// <param name="Capacity">Its places.</param>
/// <param name="Share">Patients as a share of places; null when not known.</param>
/// <param name="Word">The state in a word.</param>
/// <param name="Level">How loud the word is.</param>
/// <param name="Trail">Its patients over the last 24 hours.</param>
public sealed record WardRoom(
    string Name,
    string About,
    FigureView Free,
    FigureView Occupied,
    FigureView Capacity,
    double? Share,
    string Word,
    Level Level,
    IReadOnlyList<TrailPoint> Trail);

/// <summary>What a site's patients have of virtual wards.</summary>
/// <param name="Name">Name of the site.</param>
/// <param name="Figures">Its figures, in the order of <see cref="VirtualWardColumns.OfSites"/>.</param>
public sealed record SiteFlow(string Name, IReadOnlyList<FigureView> Figures);

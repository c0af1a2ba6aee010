using System.Globalization;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Delays;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Community;

/// <summary>What the page of community services knows: counts that people declared, never a patient.</summary>
public sealed class CommunityService(LiveState state, PictureFeed feed, NetworkMap network, IAccess access)
{
    private readonly DelayNames _names = new(network);

    /// <summary>Local time of the system.</summary>
    public LocalTime Local { get; } = LocalTime.Of(network.TimeZone);

    /// <summary>
    /// The page as its address asks for it; null while the journal is still being read. What the address cannot mean is
    /// left out and said.
    /// </summary>
    public CommunityView? View(IQueryCollection query)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        if (feed.Current?.Picture is not { } picture)
        {
            return null;
        }

        var declared = state.DeclaredFigures();
        var rows = RowsOf(picture, declared);
        var (words, level) = Headline(picture.Figures, rows);
        return new CommunityView(
            picture.At,
            Local,
            words,
            level,
            Totals(picture.Figures),
            ListOf(rows, query),
            new DeclaredServices(picture, declared, network, picture.At, Local).All(),
            Partners(picture),
            TrustNote.On([picture.Figures.Find(DischargeMeasures.NoCriteriaToReside.Id)], picture.Feeds, Local));
    }

    /// <summary>The list for its file, with the time it is of; null while the journal is still being read.</summary>
    public (DateTimeOffset At, ListView List)? File(IQueryCollection query)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        return feed.Current?.Picture is { } picture
            ? (picture.At, ListOf(RowsOf(picture, state.DeclaredFigures()), query))
            : null;
    }

    private static ListView ListOf(IReadOnlyList<CommunityUnitRow> rows, IQueryCollection query)
    {
        var shape = CommunityUnits.Of(rows);
        return shape.Of(rows, shape.Ask(query));
    }

    private List<CommunityUnitRow> RowsOf(Picture picture, IReadOnlyList<DeclaredFigures> declared)
    {
        var subjects = declared
            .Where(one => one.Event.Detail is CommunityCapacityDeclared or IntermediateCareSlotsDeclared)
            .ToDictionary(one => one.Declaration.Subject, StringComparer.Ordinal);
        return
        [
            .. network.CommunityUnits
                .Join(
                    picture.CommunityUnits,
                    unit => unit.Code,
                    shown => shown.Code,
                    (unit, shown) => new CommunityUnitRow(
                        unit,
                        _names.ShortOwner(unit.Provider),
                        shown.Figures,
                        NoteOn("community/" + unit.Code),
                        NoteOn("slots/" + unit.Code)),
                    StringComparer.Ordinal),
        ];

        DeclarationNote NoteOn(string subject) =>
            DeclarationNote.Of(subjects.GetValueOrDefault(subject), picture.At, Local);
    }

    private static IReadOnlyList<FigureView> Totals(FigureSet figures)
    {
        return
        [
            Of(CommunityMeasures.Free, "beds and places free"),
            Of(CommunityMeasures.Occupied, "in use"),
            Of(CommunityMeasures.Capacity, "beds and places"),
            Of(CommunityMeasures.SlotsOffered, "slots today"),
            Of(CommunityMeasures.SlotsBooked, "booked"),
            Of(CommunityMeasures.SlotsUsed, "used"),
            Of(CommunityMeasures.SlotsUnused, "not used"),
            Of(CommunityMeasures.UrgentResponseShare, "seen within 2 hours", "%"),
            Of(StaffingMeasures.Gap, "shifts not filled"),
        ];

        FigureView Of(Measure measure, string label, string? unit = null) =>
            FigureView.Of(figures.Find(measure.Id), label, Level.Normal, "#,0.#", unit);
    }

    private List<PartnerDelay> Partners(Picture picture)
    {
        var figures = network.Partners
            .Select(partner => (
                partner.Code, partner.Name, Kind: KindOf(partner.Type), Figure: Delays(picture, partner.Code)))
            .Append((
                Code: DelayedDischargeFilter.Unknown,
                Name: "Not yet named",
                Kind: "nobody is named who can unblock them",
                Figure: Delays(picture, DelayedDischargeFilter.Unknown)))
            .Where(one => one.Figure is not { Value: 0 })
            .OrderByDescending(one => one.Figure?.Value ?? -1)
            .ToList();
        var most = Math.Max(1, figures.Max(one => one.Figure?.Value) ?? 0);
        return
        [
            .. figures.Select(one => new PartnerDelay(
                one.Name,
                one.Kind,
                FigureView.Of(one.Figure, "", Level.Normal),
                (one.Figure?.Value ?? 0) / most,
                DelayList.Link((DelayList.Owner, one.Code)))),
        ];
    }

    private static Figure? Delays(Picture picture, string owner) => picture.Figures.Find("discharge.owner-" + owner);

    private static (string Words, Level Level) Headline(FigureSet figures, List<CommunityUnitRow> rows)
    {
        var known = rows.Where(row => row.State is "current").ToList();
        var expired = rows.Count(row => row.State is "expired");
        var never = rows.Count(row => row.State is "never");
        var words = known.Count == 0
            ? "How many community beds are free is not known: nothing that was declared is still believed."
            : Text($"{Free(known):0} community beds and places are free in {known.Count} of {rows.Count} units.");
        var missing = (string?[])
        [
            expired == 0 ? null : Text($"{expired} {(expired == 1 ? "declaration has" : "declarations have")} expired"),
            never == 0 ? null : Text($"{never} {(never == 1 ? "unit has" : "units have")} never declared"),
        ];
        var told = string.Join(" and ", missing.OfType<string>());
        return (
            told.Length == 0 ? words : $"{words} {told}: ask them.",
            told.Length == 0 ? Level.Normal : Level.Watch);
    }

    // Known figures of single units: one that is over its capacity takes no free bed from another.
    private static double Free(List<CommunityUnitRow> units) => units.Sum(row => Math.Max(0, row.Free ?? 0));

    private static string KindOf(PartnerType type) => type switch
    {
        PartnerType.Council => "council",
        PartnerType.CommunityProvider => "community provider",
        PartnerType.Hospital => "hospital",
        PartnerType.CareTransferHub => "care transfer hub",
        PartnerType.ContinuingHealthcare => "continuing healthcare",
        PartnerType.UrgentCareProvider => "NHS 111 and out of hours",
        _ => "family or carers",
    };

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

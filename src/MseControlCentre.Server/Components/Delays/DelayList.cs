using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>The list of delayed patients: its columns, its filters and its usual order.</summary>
public static class DelayList
{
    /// <summary>Name of the filter by site, which the rest of the page follows too.</summary>
    public const string Site = "site";

    /// <summary>Name of the filter by who can unblock.</summary>
    public const string Owner = "owner";

    /// <summary>Name of the filter by pathway.</summary>
    public const string Pathway = "pathway";

    /// <summary>Name of the filter by reason group.</summary>
    public const string Group = "group";

    /// <summary>Name of the filter by length of delay.</summary>
    public const string Band = "delay";

    private const int MostDays = 9_999;

    /// <summary>The list of a network.</summary>
    /// <param name="network">The network file.</param>
    /// <param name="site">The site whose wards are offered; null for those of every site.</param>
    /// <param name="local">Local time of the system.</param>
    public static ListShape<DelayedDischarge> Of(NetworkMap network, string? site, LocalTime local)
    {
        var names = new DelayNames(network);
        return new ListShape<DelayedDischarge>(
            DelaysRoutes.Path,
            Columns(names, local),
            Filters(network, site, names),
            "-days",
            delay => delay.Encounter);
    }

    /// <summary>The address of the list of those who answer some filters.</summary>
    public static string Link(params (string Filter, string? Answer)[] answers)
    {
        var set = answers
            .Where(answer => answer.Answer is not null)
            .Select(answer => $"{answer.Filter}={Uri.EscapeDataString(answer.Answer!)}");
        return $"{DelaysRoutes.Path}?{string.Join('&', set)}#list";
    }

    private static IReadOnlyList<ListColumn<DelayedDischarge>> Columns(DelayNames names, LocalTime local) =>
    [
        new("reference", "Patient", delay => ListCell.Words(DelayNames.ReferenceOf(delay)) with { IsCode = true }),
        new("site", "Site", delay => ListCell.Words(names.Site(delay.Site))),
        new("ward", "Ward", delay => ListCell.Words(names.Ward(delay))),
        new("bed", "Bed", delay => ListCell.Words(delay.Bed)),
        new("pathway", "Pathway", delay => ListCell.Number((int?)delay.Pathway)) { IsNumber = true },
        new("reason", "Waiting for", delay => ListCell.Words(DelayNames.ReasonOf(delay))),
        new("group", "Reason group", delay => ListCell.Words(delay.Reason?.Group.Name)) { OnPhone = "Group" },
        new("owner", "Who can unblock it", delay => OwnerCell(delay, names)) { OnPhone = "Unblocked by" },
        new("ready", "Ready since", delay => ReadyCell(delay, local)),
        new("days", "Days since ready", delay => ListCell.Number(delay.DaysSinceReady))
        {
            IsNumber = true,
            MostFirst = true,
        },
        new("stay", "Days in hospital", delay => ListCell.Number(delay.StayDays)) { IsNumber = true, MostFirst = true },
    ];

    private static IReadOnlyList<ListFilter<DelayedDischarge>> Filters(
        NetworkMap network, string? site, DelayNames names) =>
    [
        new(Site, "Site", "Every site", [.. network.Sites.Select(one => new Choice(one.Code, one.Name))],
            (delay, answer) => Is(delay.Site, answer)),
        new(Owner, "Who can unblock it", "Everybody",
            [
                .. network.Partners.Select(one => new Choice(one.Code, one.Name)),
                new Choice(DelayedDischargeFilter.Unknown, names.Owner(DelayedDischargeFilter.Unknown)),
            ],
            (delay, answer) => Is(DelayNames.OwnerOf(delay), answer)),
        new(Pathway, "Pathway", "Every pathway",
            [.. DelayNames.Pathways.Select(one => new Choice(one.Value, $"{one.Name}: {one.Meaning}"))],
            (delay, answer) => Is(DelayNames.PathwayOf(delay), answer)),
        new(Group, "Reason group", "Every reason",
            [
                .. DelayReasons.Groups.Select(one => new Choice(one.Slug, one.Name)),
                new Choice(DelayedDischargeFilter.Unknown, "Reason not known"),
            ],
            (delay, answer) => Is(DelayNames.GroupOf(delay), answer)),
        new("ward", "Ward", "Every ward", Wards(network, site),
            (delay, answer) => Is(DelayNames.WardOf(delay), answer)),
        new(Band, "Length of delay", "Any length", DelayBand.Choices, DelayBand.Takes),
        ListFilters.AtLeast<DelayedDischarge>(
            "days", "At least days since ready", MostDays, delay => delay.DaysSinceReady),
    ];

    private static Choice[] Wards(NetworkMap network, string? site) =>
    [
        .. network.Sites
            .Where(one => site is null || Is(one.Code, site))
            .SelectMany(one => one.Wards
                .Where(ward => ward.Type is not WardType.EmergencyDepartment)
                .Select(ward => new Choice($"{one.Code}/{ward.Code}", ward.Name, one.Name))),
        new Choice(DelayedDischargeFilter.Unknown, "Ward not known", "Elsewhere"),
    ];

    /// <summary>Nobody named is an answer, which somebody must change: it is said, not left as a dash.</summary>
    private static ListCell OwnerCell(DelayedDischarge delay, DelayNames names)
    {
        var owner = names.ShortOwner(DelayNames.OwnerOf(delay));
        return delay.Owner is null ? ListCell.Unknown with { Text = owner, Written = owner } : ListCell.Words(owner);
    }

    private static ListCell ReadyCell(DelayedDischarge delay, LocalTime local) => delay.ReadyAt is { } at
        ? new ListCell(local.DayAndClock(at), new ListKey(at.UtcTicks), local.DayAndClock(at))
        : ListCell.Unknown;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}

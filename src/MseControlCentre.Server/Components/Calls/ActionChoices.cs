using System.Globalization;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What the form of an action offers, so that a chair chooses and does not type.</summary>
public static class ActionChoices
{
    /// <summary>The choice that a field beside it says.</summary>
    public const string Other = "other";

    /// <summary>A time sooner than this is not offered: nobody gets anything done by then.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromMinutes(30);

    private static readonly TimeOnly[] s_today = [new(12, 0), new(14, 0), new(17, 0)];
    private static readonly TimeOnly s_tomorrow = new(10, 0);

    // What an action is agreed for; free places on virtual wards are there to be used.
    private static readonly (Measure Measure, AimDirection Direction)[] s_measures =
    [
        (DischargeMeasures.NoCriteriaToReside, AimDirection.Down),
        (DischargeMeasures.DischargesToday, AimDirection.Up),
        (HandoverMeasures.AmbulancesWaiting, AimDirection.Down),
        (HandoverMeasures.AmbulanceLongestWait, AimDirection.Down),
        (BedMeasures.BedOccupancy, AimDirection.Down),
        (BedMeasures.BedsAvailable, AimDirection.Up),
        (VirtualWardMeasures.VirtualWardAvailable, AimDirection.Down),
    ];

    /// <summary>By when an action may be owed: noon, 14:00, 17:00 of today, and 10:00 of tomorrow.</summary>
    public static IReadOnlyList<DueChoice> Dues(LocalTime local, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(local);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, local.Zone).DateTime);
        return
        [
            .. s_today
                .Select(time => Due(today.ToDateTime(time), $"{time:HH\\:mm}", local))
                .Append(Due(today.AddDays(1).ToDateTime(s_tomorrow), $"tomorrow {s_tomorrow:HH\\:mm}", local))
                .Where(choice => choice.At >= now + Soonest),
        ];
    }

    /// <summary>Figures of a place that an action could move, each that is known to it now.</summary>
    /// <param name="picture">The picture of now.</param>
    /// <param name="network">Names its places and partners.</param>
    /// <param name="place">Code of a site, or of the network.</param>
    public static IReadOnlyList<AimChoice> Aims(Picture picture, NetworkMap network, string place)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var name = EscalationPlaces.Find(network, place)?.Name ?? place;
        var owners = network.Partners
            .Select(partner => (
                Id: $"{place}:discharge.owner-{partner.Code}",
                Name: $"delays owned by {partner.Name}",
                Direction: AimDirection.Down))
            .Where(owner => picture.Find(owner.Id) is { Value: > 0 });
        return
        [
            .. s_measures.Select(one => (Id: $"{place}:{one.Measure.Id}", one.Measure.Name, one.Direction))
                .Concat(owners)
                .Select(one => (Figure: picture.Find(one.Id), one.Name, one.Direction))
                .Where(one => one.Figure is not null)
                .Select(one => Aim(one.Figure!, $"{name}: {one.Name}", one.Direction)),
        ];
    }

    private static AimChoice Aim(Figure figure, string name, AimDirection direction)
    {
        var value = figure.Quality is FigureQuality.Stale or FigureQuality.Unknown ? null : figure.Value;
        return new AimChoice(
            figure.Id,
            name,
            direction,
            value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {FigureText.Number(value, figure.Measure.Unit)} now, should "
                + $"{(direction is AimDirection.Up ? "rise" : "fall")}"));
    }

    private static DueChoice Due(DateTime time, string words, LocalTime local)
    {
        var at = new DateTimeOffset(time, local.Zone.GetUtcOffset(time)).ToUniversalTime();
        return new DueChoice(at, local.Written(at), words);
    }
}

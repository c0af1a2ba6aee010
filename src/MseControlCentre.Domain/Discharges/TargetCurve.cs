using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Discharges;

/// <summary>
/// Which share of a local day's discharges should have left by an instant: the network file's hour-by-hour target,
/// rising evenly within each hour of the wall clock. On the day with an hour twice it rises over both; an hour that is
/// left out is passed at once. Of a day that is told of from an instant on, the shares are of what was left then.
/// </summary>
internal sealed class TargetCurve
{
    private readonly DischargeTarget _target;
    private readonly Moment _moment;
    private readonly double _before;

    public TargetCurve(DischargeTarget target, Moment moment, DateTimeOffset from)
    {
        _target = target;
        _moment = moment;
        _before = OfWholeDay(from);
    }

    /// <summary>The end of the day.</summary>
    public DateTimeOffset End => _moment.DayEnd;

    /// <summary>From 0 to 1; null when nothing was left to leave when the telling began.</summary>
    public double? ShareBy(DateTimeOffset instant) =>
        _before < 1 ? Math.Clamp((OfWholeDay(instant) - _before) / (1 - _before), 0, 1) : null;

    private double OfWholeDay(DateTimeOffset instant)
    {
        if (instant <= _moment.DayStart)
        {
            return 0;
        }

        if (instant >= _moment.DayEnd)
        {
            return 1;
        }

        var local = _moment.Local(instant);
        var start = local.Hour == 0 ? 0 : _target.ByEndOfHour[local.Hour - 1];
        var end = _target.ByEndOfHour[local.Hour];
        return (start + ((end - start) * ShareOfHour(instant, local))) / 100;
    }

    private double ShareOfHour(DateTimeOffset instant, DateTimeOffset local)
    {
        var within = local.TimeOfDay.TotalHours - local.Hour;
        if (_moment.Local(instant.AddHours(1)).Hour == local.Hour)
        {
            return within / 2;
        }

        return _moment.Local(instant.AddHours(-1)).Hour == local.Hour ? (1 + within) / 2 : within;
    }
}

using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>The daily question on the wards: could this patient be looked after on a virtual ward?</summary>
public sealed class SuitabilityRounds
{
    private const int Hour = 3600;
    private readonly Hospital _hospital;

    /// <summary>Works for a hospital.</summary>
    public SuitabilityRounds(Hospital hospital) => _hospital = hospital;

    private WorldContext World => _hospital.World;

    /// <summary>Plans the day that has just begun: who is asked about, between 09:00 and 12:00.</summary>
    public void PlanDay() =>
        World.Agenda.At(World.Calendar.OnDay(World.Now, 9), Begin);

    /// <summary>Writes the newest judgement of a stay, if there is one.</summary>
    public void WriteJudgement(Visit stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (stay.SuitabilityJudgedAt is { } at)
        {
            _hospital.Lists.Write(
                _hospital.Code,
                "VirtualWardSuitabilityAssessed",
                at,
                ("encounter", stay.Number),
                ("suitable", stay.SuitableVirtualWard is not null),
                ("virtualWard", stay.SuitableVirtualWard));
        }
    }

    private void Begin()
    {
        foreach (var stay in _hospital.Present.Where(CanBeJudged).ToList())
        {
            var suitable = _hospital.Side.Chance(World.Figures.VirtualWardSuitableShare.Value);
            if (suitable || stay.SuitableVirtualWard is not null)
            {
                var at = World.Now + _hospital.Side.Between(60, 3 * Hour);
                World.Agenda.At(at, stay, () => Judge(stay, suitable));
            }
        }
    }

    private void Judge(Visit stay, bool suitable)
    {
        if (CanBeJudged(stay))
        {
            stay.SuitableVirtualWard = suitable && Fitting(stay) is { } ward ? ward.Code : null;
            stay.SuitabilityJudgedAt = World.Now;
            stay.LastEventAt = World.Now;
            WriteJudgement(stay);
        }
    }

    private NetworkVirtualWard? Fitting(Visit stay)
    {
        var wards = World.Network.VirtualWards
            .Where(ward => !ward.Specialty.Contains("mental", StringComparison.OrdinalIgnoreCase)).ToList();
        var wanted = stay.Specialty switch
        {
            "340" => "Respiratory",
            "430" => "Frailty",
            _ => "Hospital at home",
        };
        return wards.FirstOrDefault(ward => ward.Specialty.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? wards.FirstOrDefault();
    }

    private static bool CanBeJudged(Visit visit) =>
        visit is { Kind: StayKind.Overnight, IsInpatient: true, IsBusy: false, OnLeave: false }
        && visit.Ward!.Entry.IsGeneralAndAcute;
}

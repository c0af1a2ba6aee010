using MseControlCentre.Simulator.Calibration;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>Why a patient who could go has not gone, and who can change that, in the published shares.</summary>
public sealed class DelayBook
{
    private readonly Hospital _hospital;
    private readonly RandomStream _random;

    /// <summary>Works for a hospital.</summary>
    public DelayBook(Hospital hospital, RandomStream random)
    {
        _hospital = hospital;
        _random = random;
    }

    /// <summary>Gives a stay on a pathway a reason and an owner.</summary>
    public void Give(Visit stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var reason = Draw(stay.Pathway ?? 0);
        stay.DelayReason = reason.Reason;
        stay.DelayOwner = Owner(reason.Owner);
    }

    private DelayReason Draw(int pathway)
    {
        var reasons = _hospital.World.Figures.DelayReasons.Reasons
            .Where(reason => reason.Pathways.Contains(pathway)).ToList();
        return reasons[_random.Weighted(reasons.Select(reason => reason.Weight).ToList())];
    }

    private string? Owner(string type)
    {
        var partners = _hospital.World.Network.Partners
            .Where(partner => Same(partner.Type, type))
            .Where(partner => !Same(type, "Hospital") || Same(partner.Code, _hospital.Entry.Organisation))
            .ToList();
        return partners.Count == 0 ? null : _random.Pick(partners).Code;
    }

    private static bool Same(string first, string second) =>
        string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}

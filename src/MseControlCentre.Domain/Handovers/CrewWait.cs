using System.Runtime.InteropServices;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>The time a crew waited, or waits, with its patient at one site: until handover or a cohort area.</summary>
/// <param name="Since">When the ambulance arrived there.</param>
/// <param name="Ended">How it ended; null while it runs.</param>
/// <param name="Running">The conveyance, while it runs.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CrewWait(DateTimeOffset Since, FlowMark? Ended, Story<ConveyanceStanding>? Running)
{
    /// <summary>
    /// Whether it passed the maximum handover at or after an instant. The maximum itself is not beyond it.
    /// </summary>
    public bool PassedSince(DateTimeOffset instant, Moment moment)
    {
        var passed = Since + TimeSpan.FromMinutes(moment.Network.Thresholds.HandoverMaximum.Value);
        return passed >= instant && passed < (Ended?.At ?? moment.At);
    }
}

using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// What the state of one instant gives for a pack. It is immutable, so that a pack can be made of it while the state
/// goes on. Unlike the pack it knows single patients, which it shows to nobody.
/// </summary>
public sealed class PackFacts
{
    internal PackFacts(
        PackSpans spans,
        NetworkMap network,
        Picture picture,
        IReadOnlyDictionary<string, IReadOnlyList<PackFlow>> flow,
        IReadOnlyList<DelayedDischarge> delays,
        IReadOnlyList<Escalation> escalations,
        IReadOnlyList<Call> calls)
    {
        (Spans, Network, Picture) = (spans, network, picture);
        (Flow, Delays, Escalations, Calls) = (flow, delays, escalations, calls);
    }

    /// <summary>What the pack looks at.</summary>
    public PackSpans Spans { get; }

    /// <summary>The picture of the instant.</summary>
    public Picture Picture { get; }

    internal NetworkMap Network { get; }

    /// <summary>What happened over the spans, by code of the place.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<PackFlow>> Flow { get; }

    internal IReadOnlyList<DelayedDischarge> Delays { get; }

    internal IReadOnlyList<Escalation> Escalations { get; }

    internal IReadOnlyList<Call> Calls { get; }
}

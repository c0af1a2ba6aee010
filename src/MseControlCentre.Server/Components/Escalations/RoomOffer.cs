using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>A place that has room now, which may be asked for help.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Words">What room, such as <c>Southend has 4 majors spaces free</c>.</param>
/// <param name="FigureId">The figure that says so.</param>
public sealed record RoomOffer(string Code, string Words, string FigureId)
{
    /// <summary>
    /// Who has room for what an escalation is about: first of the constraint of the same place and kind, then of the
    /// other constraints of that place. Each place stands once.
    /// </summary>
    public static IReadOnlyList<RoomOffer> Of(
        Escalation so, Picture picture, NetworkMap network, IFigureTrail trail)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(network);
        var known = EscalationPlaces.Of(network).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. RankedConstraints.Of(picture, network, trail)
                .Where(one => string.Equals(one.Scope, so.Scope, StringComparison.Ordinal)
                    || KindOf(one.Kind) == EscalationKind.VirtualWardFull && so.Kind == EscalationKind.VirtualWardFull)
                .OrderBy(one => KindOf(one.Kind) == so.Kind ? 0 : 1)
                .SelectMany(one => one.Rooms)
                .Where(room => known.Contains(room.Scope)
                    && !string.Equals(room.Scope, so.Scope, StringComparison.Ordinal))
                .DistinctBy(room => room.Scope, StringComparer.Ordinal)
                .Select(room => new RoomOffer(room.Scope, room.Words, room.FigureId)),
        ];
    }

    /// <summary>The kind of escalation that a constraint leads to; null when it leads to none of its own.</summary>
    public static EscalationKind? KindOf(ConstraintKind kind) => kind switch
    {
        ConstraintKind.AmbulancesWaiting => EscalationKind.HandoverDelay,
        ConstraintKind.DischargeDeficit => EscalationKind.DischargeDeficit,
        ConstraintKind.VirtualWardFull => EscalationKind.VirtualWardFull,
        _ => null,
    };
}

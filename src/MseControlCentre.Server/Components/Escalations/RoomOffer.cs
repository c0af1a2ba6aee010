using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>A place that can help now, and what may be asked of it.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Ask">What may be asked of it, such as <c>Take patients</c>.</param>
/// <param name="Words">What it has, such as <c>Southend has 4 majors spaces free</c>.</param>
/// <param name="FigureId">The figure that says so; it tells offers apart.</param>
public sealed record RoomOffer(string Code, string Ask, string Words, string FigureId)
{
    /// <summary>The request, such as <c>Take patients: Southend has 4 majors spaces free</c>.</summary>
    public string Request => $"{Ask}: {Words}";

    /// <summary>
    /// Who can help with what an escalation is about: first of the constraint of the same place and kind, then of the
    /// other constraints of that place, then whoever has room for its kind although no limit is passed there. A place
    /// stands once for each figure by which it can help.
    /// </summary>
    public static IReadOnlyList<RoomOffer> Of(
        Escalation so, Picture picture, NetworkMap network, IFigureTrail trail)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        var known = EscalationPlaces.Of(network).Select(place => place.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. RankedConstraints.Of(picture, network, trail)
                .Where(one => string.Equals(one.Scope, so.Scope, StringComparison.Ordinal)
                    || KindOf(one.Kind) == EscalationKind.VirtualWardFull && so.Kind == EscalationKind.VirtualWardFull)
                .OrderBy(one => KindOf(one.Kind) == so.Kind ? 0 : 1)
                .SelectMany(one => one.Rooms)
                .Concat(RoomsFor(so, picture, network))
                .Where(room => known.Contains(room.Scope)
                    && !string.Equals(room.Scope, so.Scope, StringComparison.Ordinal))
                .DistinctBy(room => room.FigureId, StringComparer.Ordinal)
                .Select(room => new RoomOffer(room.Scope, room.Ask, room.Words, room.FigureId)),
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

    private static IEnumerable<Room> RoomsFor(Escalation so, Picture picture, NetworkMap network)
    {
        var kind = HelpedLike(so.Kind);
        var rooms = RoomFinder.For(kind, so.Scope, picture, network);

        // The system's places outside hospital are its own, and it does not ask itself: it asks each virtual ward.
        return kind is not ConstraintKind.AmbulancesWaiting
            && string.Equals(so.Scope, picture.NetworkCode, StringComparison.Ordinal)
            ? rooms.Concat(RoomFinder.For(ConstraintKind.VirtualWardFull, so.Scope, picture, network))
            : rooms;
    }

    // Whatever is not about ambulances, discharges or virtual wards is helped by beds, if by any room.
    private static ConstraintKind HelpedLike(EscalationKind kind) => kind switch
    {
        EscalationKind.HandoverDelay or EscalationKind.NoCubicleFree => ConstraintKind.AmbulancesWaiting,
        EscalationKind.DischargeDeficit => ConstraintKind.DischargeDeficit,
        EscalationKind.VirtualWardFull => ConstraintKind.VirtualWardFull,
        _ => ConstraintKind.WaitingForBed,
    };
}

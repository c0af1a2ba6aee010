using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Movements;

/// <summary>The parts of a hospital between which the flow map shows movement.</summary>
internal enum MovementPlace
{
    /// <summary>Any other: maternity, a department, a ward that is not told or not mapped.</summary>
    Other,

    /// <summary>Same day emergency care and assessment units.</summary>
    Assessment,

    /// <summary>General and acute wards and escalation areas.</summary>
    Wards,

    /// <summary>Critical care of adults, children and babies.</summary>
    CriticalCare,
}

/// <summary>Which part of a hospital a ward belongs to.</summary>
internal static class MovementPlaces
{
    public static MovementPlace Of(Ward? ward) => ward?.Type switch
    {
        WardType.SameDayEmergencyCare or WardType.Assessment => MovementPlace.Assessment,
        WardType.GeneralAndAcute or WardType.EscalationArea => MovementPlace.Wards,
        WardType.CriticalCare => MovementPlace.CriticalCare,
        _ => MovementPlace.Other,
    };
}

using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MseControlCentre.Domain.Events;

/// <summary>Every kind of event the control centre understands, with the written form of each.</summary>
public static class EventCatalogue
{
    private static readonly EventJsonContext s_json = EventJsonContext.Default;

    private static readonly (Type Type, EventKind Kind)[] s_entries =
    [
        Entry(10, s_json.NetworkAdopted),
        Entry(10, s_json.EncountersMerged),
        Entry(20, s_json.AmbulanceDispatchedToHospital),
        Entry(21, s_json.ConveyanceDiverted),
        Entry(11, s_json.OpelRuleSetAdopted),
        Entry(12, s_json.EmergencyCallAnswered),
        Entry(13, s_json.EmergencyCallCategorised),
        Entry(14, s_json.AmbulanceAllocated),
        Entry(15, s_json.AmbulanceArrivedAtScene),
        Entry(16, s_json.EmergencyCallClosed),
        Entry(22, s_json.AmbulanceArrived),
        Entry(23, s_json.PatientCohorted),
        Entry(24, s_json.HandoverCompleted),
        Entry(25, s_json.AmbulanceCleared),
        Entry(26, s_json.ConveyanceCancelled),
        Entry(29, s_json.CohortClosed),
        Entry(30, s_json.CohortOpened),
        Entry(40, s_json.AdmissionPlanned),
        Entry(41, s_json.AdmissionPlanCancelled),
        Entry(42, s_json.EdAttendanceRegistered),
        Entry(43, s_json.EdInitialAssessmentCompleted),
        Entry(44, s_json.EdSeenForTreatment),
        Entry(44, s_json.EdReferredToService),
        Entry(45, s_json.EdDecisionToAdmit),
        Entry(46, s_json.EdClinicallyReadyToProceed),
        Entry(50, s_json.PatientAdmitted),
        Entry(51, s_json.EncounterClassChanged),
        Entry(52, s_json.TransferPlanned),
        Entry(53, s_json.TransferPlanCancelled),
        Entry(54, s_json.PatientTransferred),
        Entry(55, s_json.TransferCancelled),
        Entry(56, s_json.EncounterUpdated),
        Entry(57, s_json.LeaveStarted),
        Entry(58, s_json.LeaveStartCancelled),
        Entry(59, s_json.LeaveEnded),
        Entry(60, s_json.LeaveEndCancelled),
        Entry(61, s_json.CriteriaToResideAssessed),
        Entry(62, s_json.DischargeReadyDateSet),
        Entry(63, s_json.DischargePlanned),
        Entry(64, s_json.DischargePlanCancelled),
        Entry(65, s_json.VirtualWardSuitabilityAssessed),
        Entry(70, s_json.EdDeparted),
        Entry(71, s_json.PatientDischarged),
        Entry(72, s_json.DischargeCancelled),
        Entry(73, s_json.AdmissionCancelled),
        Entry(80, s_json.BedStatusChanged),
        Entry(81, s_json.WardCapacityDeclared),
        Entry(82, s_json.VirtualWardReferred),
        Entry(83, s_json.VirtualWardAdmitted),
        Entry(83, s_json.VirtualWardDischargePlanned),
        Entry(84, s_json.VirtualWardDischarged),
        Entry(85, s_json.VirtualWardCapacityDeclared),
        Entry(86, s_json.CommunityCapacityDeclared),
        Entry(87, s_json.StaffingDeclared),
        Entry(88, s_json.AlternativeServiceDeclared),
        Entry(89, s_json.Nhs111DemandDeclared),
        Entry(89, s_json.AmbulanceServiceDeclared),
        Entry(89, s_json.EmergencyDepartmentDeclared),
        Entry(89, s_json.CriticalCareDeclared),
        Entry(89, s_json.IntermediateCareSlotsDeclared),
        Entry(89, s_json.UrgentCommunityResponseDeclared),
        Entry(89, s_json.OutOfHoursDemandDeclared),
        Entry(89, s_json.OpelDeclared),
        Entry(90, s_json.FeedSilenced),
        Entry(91, s_json.FeedResumed),
        Entry(92, s_json.CorrectionMade),
        Entry(93, s_json.AccessRecorded),
        Entry(94, s_json.EscalationRaised),
        Entry(95, s_json.EscalationAcknowledged),
        Entry(95, s_json.EscalationTaken),
        Entry(95, s_json.EscalationActionTaken),
        Entry(95, s_json.EscalationActionEnded),
        Entry(95, s_json.EscalationHelpAsked),
        Entry(95, s_json.EscalationHelpAnswered),
        Entry(95, s_json.EscalationPassedUp),
        Entry(95, s_json.EscalationNoted),
        Entry(96, s_json.EscalationResolved),
        Entry(96, s_json.EscalationStoodDown),
        Entry(97, s_json.CallOpened),
        Entry(98, s_json.CallPackKept),
        Entry(98, s_json.CallStarted),
        Entry(98, s_json.CallClosed),
        Entry(98, s_json.CallNotHeld),
        Entry(98, s_json.CallStatementMade),
        Entry(98, s_json.CallAttendanceRecorded),
        Entry(98, s_json.CallOpelRecorded),
        Entry(98, s_json.CallNoted),
        Entry(98, s_json.CallActionAgreed),
        Entry(98, s_json.CallActionUpdated),
        Entry(98, s_json.CallActionChecked),
        Entry(98, s_json.CallActionChased),
    ];

    private static readonly FrozenDictionary<string, EventKind> s_byName =
        s_entries.ToFrozenDictionary(entry => entry.Kind.Name, entry => entry.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, EventKind> s_byType =
        s_entries.ToFrozenDictionary(entry => entry.Type, entry => entry.Kind);

    /// <summary>All kinds, by name.</summary>
    public static IReadOnlyDictionary<string, EventKind> Kinds => s_byName;

    /// <summary>The kind of a detail.</summary>
    /// <exception cref="ArgumentException">The detail's type is not in the catalogue.</exception>
    public static EventKind KindOf(EventDetail detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        return s_byType.TryGetValue(detail.GetType(), out var kind)
            ? kind
            : throw new ArgumentException($"{detail.GetType().Name} is not in the event catalogue.", nameof(detail));
    }

    /// <summary>Writes a detail as UTF-8 JSON, the form the journal keeps.</summary>
    public static byte[] Encode(EventDetail detail) =>
        JsonSerializer.SerializeToUtf8Bytes(detail, KindOf(detail).Json);

    /// <summary>Reads a detail from UTF-8 JSON.</summary>
    /// <exception cref="JsonException">The kind is unknown, or the JSON does not fit it.</exception>
    public static EventDetail Decode(string kind, ReadOnlySpan<byte> utf8)
    {
        if (!s_byName.TryGetValue(kind, out var found))
        {
            throw new JsonException($"'{kind}' is no event of the catalogue.");
        }

        return (EventDetail?)JsonSerializer.Deserialize(utf8, found.Json)
            ?? throw new JsonException($"The detail of {kind} is null; an object was expected.");
    }

    private static (Type Type, EventKind Kind) Entry<T>(int precedence, JsonTypeInfo<T> json)
        where T : EventDetail => (typeof(T), new EventKind(typeof(T).Name, precedence, json));
}

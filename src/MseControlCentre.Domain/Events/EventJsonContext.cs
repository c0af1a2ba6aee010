using System.Text.Json;
using System.Text.Json.Serialization;

namespace MseControlCentre.Domain.Events;

/// <summary>
/// The JSON form of the event details, one for the wire and the journal. Unknown members are refused: an identifier
/// that nobody expected must not slip into the journal.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AmbulanceDispatchedToHospital))]
[JsonSerializable(typeof(AmbulanceArrived))]
[JsonSerializable(typeof(HandoverCompleted))]
[JsonSerializable(typeof(AmbulanceCleared))]
[JsonSerializable(typeof(ConveyanceDiverted))]
[JsonSerializable(typeof(ConveyanceCancelled))]
[JsonSerializable(typeof(CohortOpened))]
[JsonSerializable(typeof(CohortClosed))]
[JsonSerializable(typeof(EdAttendanceRegistered))]
[JsonSerializable(typeof(EdInitialAssessmentCompleted))]
[JsonSerializable(typeof(EdSeenForTreatment))]
[JsonSerializable(typeof(EdDecisionToAdmit))]
[JsonSerializable(typeof(EdClinicallyReadyToProceed))]
[JsonSerializable(typeof(EdDeparted))]
[JsonSerializable(typeof(PatientAdmitted))]
[JsonSerializable(typeof(PatientTransferred))]
[JsonSerializable(typeof(EncounterClassChanged))]
[JsonSerializable(typeof(EncounterUpdated))]
[JsonSerializable(typeof(PatientDischarged))]
[JsonSerializable(typeof(AdmissionCancelled))]
[JsonSerializable(typeof(TransferCancelled))]
[JsonSerializable(typeof(DischargeCancelled))]
[JsonSerializable(typeof(LeaveStarted))]
[JsonSerializable(typeof(LeaveEnded))]
[JsonSerializable(typeof(LeaveStartCancelled))]
[JsonSerializable(typeof(LeaveEndCancelled))]
[JsonSerializable(typeof(AdmissionPlanned))]
[JsonSerializable(typeof(AdmissionPlanCancelled))]
[JsonSerializable(typeof(TransferPlanned))]
[JsonSerializable(typeof(TransferPlanCancelled))]
[JsonSerializable(typeof(EncountersMerged))]
[JsonSerializable(typeof(BedStatusChanged))]
[JsonSerializable(typeof(WardCapacityDeclared))]
[JsonSerializable(typeof(CriteriaToResideAssessed))]
[JsonSerializable(typeof(DischargeReadyDateSet))]
[JsonSerializable(typeof(DischargePlanned))]
[JsonSerializable(typeof(DischargePlanCancelled))]
[JsonSerializable(typeof(VirtualWardReferred))]
[JsonSerializable(typeof(VirtualWardAdmitted))]
[JsonSerializable(typeof(VirtualWardDischarged))]
[JsonSerializable(typeof(VirtualWardCapacityDeclared))]
[JsonSerializable(typeof(CommunityCapacityDeclared))]
[JsonSerializable(typeof(StaffingDeclared))]
[JsonSerializable(typeof(AlternativeServiceDeclared))]
[JsonSerializable(typeof(Nhs111DemandDeclared))]
[JsonSerializable(typeof(PatientCohorted))]
[JsonSerializable(typeof(EmergencyCallAnswered))]
[JsonSerializable(typeof(EmergencyCallCategorised))]
[JsonSerializable(typeof(AmbulanceAllocated))]
[JsonSerializable(typeof(AmbulanceArrivedAtScene))]
[JsonSerializable(typeof(EmergencyCallClosed))]
[JsonSerializable(typeof(AmbulanceServiceDeclared))]
[JsonSerializable(typeof(EdReferredToService))]
[JsonSerializable(typeof(EmergencyDepartmentDeclared))]
[JsonSerializable(typeof(CriticalCareDeclared))]
[JsonSerializable(typeof(VirtualWardDischargePlanned))]
[JsonSerializable(typeof(VirtualWardSuitabilityAssessed))]
[JsonSerializable(typeof(IntermediateCareSlotsDeclared))]
[JsonSerializable(typeof(UrgentCommunityResponseDeclared))]
[JsonSerializable(typeof(OutOfHoursDemandDeclared))]
[JsonSerializable(typeof(OpelDeclared))]
[JsonSerializable(typeof(OpelRuleSetAdopted))]
[JsonSerializable(typeof(CorrectionMade))]
[JsonSerializable(typeof(NetworkAdopted))]
[JsonSerializable(typeof(FeedSilenced))]
[JsonSerializable(typeof(FeedResumed))]
[JsonSerializable(typeof(AccessRecorded))]
internal sealed partial class EventJsonContext : JsonSerializerContext;

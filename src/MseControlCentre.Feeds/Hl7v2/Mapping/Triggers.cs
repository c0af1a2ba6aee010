using System.Collections.Frozen;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>What each ADT trigger means, one line each: to events, or to a name under which it is ignored.</summary>
internal static class Triggers
{
    private static readonly FrozenDictionary<string, Action<AdtReading>> s_mapped =
        new Dictionary<string, Action<AdtReading>>(StringComparer.Ordinal)
        {
            ["A01"] = ForFirst(Admissions.Admitted),
            ["A02"] = ForFirst(Moves.Transferred),
            ["A03"] = ForFirst(Discharges.Discharged),
            ["A04"] = ForFirst(Admissions.Registered),
            ["A05"] = ForFirst(Admissions.Planned),
            ["A06"] = ForFirst(adt => Updates.ClassChanged(adt, PatientClass.Inpatient)),
            ["A07"] = ForFirst(adt => Updates.ClassChanged(adt, PatientClass.Outpatient)),
            ["A08"] = ForFirst(Updates.Updated),
            ["A11"] = ForFirst(Admissions.Cancelled),
            ["A12"] = ForFirst(Moves.Cancelled),
            ["A13"] = ForFirst(Discharges.Cancelled),
            ["A14"] = ForFirst(Admissions.Planned),
            ["A15"] = ForFirst(Moves.Planned),
            ["A16"] = ForFirst(Discharges.Planned),
            ["A17"] = ForEach(Moves.Transferred),
            ["A18"] = ForEach(Merges.Patients),
            ["A20"] = BedStatuses.Changed,
            ["A21"] = ForFirst(Moves.LeaveStarted),
            ["A22"] = ForFirst(Moves.LeaveEnded),
            ["A25"] = ForFirst(Discharges.PlanCancelled),
            ["A26"] = ForFirst(Moves.PlanCancelled),
            ["A27"] = ForFirst(Admissions.PlanCancelled),
            ["A30"] = ForEach(Merges.Patients),
            ["A34"] = ForEach(Merges.Patients),
            ["A35"] = ForEach(Merges.Accounts),
            ["A36"] = ForEach(Merges.PatientsAndAccounts),
            ["A38"] = ForFirst(Admissions.PlanCancelled),
            ["A39"] = ForEach(Merges.Patients),
            ["A40"] = ForEach(Merges.Patients),
            ["A41"] = ForEach(Merges.Accounts),
            ["A42"] = ForEach(Merges.Visits),
            ["A46"] = ForEach(Merges.Patients),
            ["A47"] = ForEach(Merges.Patients),
            ["A48"] = ForEach(Merges.Accounts),
            ["A49"] = ForEach(Merges.Accounts),
            ["A50"] = ForEach(Merges.Visits),
            ["A51"] = ForEach(Merges.AlternateVisits),
            ["A52"] = ForFirst(Moves.LeaveStartCancelled),
            ["A53"] = ForFirst(Moves.LeaveEndCancelled),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // Nothing on the board depends on these: they are about the person, not the stay, or about staff.
    private static readonly FrozenDictionary<string, string> s_ignored = new Dictionary<string,
        string>(StringComparer.Ordinal)
    {
        ["A09"] = "patient departing (tracking)",
        ["A10"] = "patient arriving (tracking)",
        ["A19"] = "patient query",
        ["A23"] = "visit record deleted",
        ["A24"] = "patients linked",
        ["A28"] = "person created",
        ["A29"] = "person deleted",
        ["A31"] = "person updated",
        ["A32"] = "patient arriving cancelled (tracking)",
        ["A33"] = "patient departing cancelled (tracking)",
        ["A37"] = "patients unlinked",
        ["A43"] = "identifier moved to another patient",
        ["A44"] = "account moved to another patient",
        ["A45"] = "visit moved to another patient",
        ["A54"] = "doctor changed",
        ["A55"] = "doctor change cancelled",
        ["A60"] = "allergies updated",
        ["A61"] = "consulting doctor changed",
        ["A62"] = "consulting doctor change cancelled",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The mapping of a trigger; null when it is ignored.</summary>
    public static Action<AdtReading>? MappingOf(string trigger) => s_mapped.GetValueOrDefault(trigger);

    /// <summary>The triggers that are mapped; for the test that covers each.</summary>
    public static IEnumerable<string> Mapped => s_mapped.Keys;

    /// <summary>
    /// Why a message yields no event although nothing is wrong with it; null when it is to be mapped.
    /// </summary>
    public static string? IgnoredName(string type, string trigger, Hl7Message message)
    {
        if (type is not "ADT")
        {
            return MessageTypeName.Of(type, trigger);
        }

        if (!s_mapped.ContainsKey(trigger))
        {
            return s_ignored.TryGetValue(trigger, out var name) ? $"{trigger} {name}" : MessageTypeName.Of(type,
                trigger);
        }

        var patientClass = PatientClasses.Read(message.Find("PV1"));
        return trigger switch
        {
            "A04" when patientClass != PatientClass.Emergency => "A04 outpatient registration",
            "A03" when patientClass == PatientClass.Outpatient => "A03 outpatient discharge",
            _ => null,
        };
    }

    private static Action<AdtReading> ForFirst(Action<AdtContext> map) =>
        reading => map(new AdtContext(reading, PatientGroup.Of(reading.Message)[0]));

    private static Action<AdtReading> ForEach(Action<AdtContext> map) => reading =>
    {
        foreach (var group in PatientGroup.Of(reading.Message))
        {
            map(new AdtContext(reading, group));
        }
    };
}

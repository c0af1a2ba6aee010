using System.Globalization;

namespace MseControlCentre.Simulation.Tests.Stories;

/// <summary>What a hospital sends about a patient or two, written shortly, in the style of Basildon.</summary>
internal static class AdtStory
{
    /// <summary>
    /// A message about a visit: <c>Adt("A02", "11:00", "V1", "MARY^07")</c> is an A02 of 11:00 on Sunday 22 November 2026
    /// that places visit V1 in bed 07 of ward MARY.
    /// </summary>
    public static string Adt(string trigger, string time, string visit, string? place = null, string patientClass = "I") =>
        string.Join('\r', Header(trigger, time, visit), Patient(visit), Visit(visit, place, patientClass)) + "\r";

    /// <summary>A merge of two patients (A40) whose encounters are known by patient number alone.</summary>
    public static string Merge(string time, string from, string to) =>
        string.Join('\r', Header("A40", time, from), $"PID|||{to}^^^RAJ12^PI", $"MRG|{from}^^^RAJ12^PI") + "\r";

    /// <summary>A message about a patient whose visit has no number: the patient's own identifies it.</summary>
    public static string AdtByPatient(string trigger, string time, string patient, string place) => string.Join(
        '\r', Header(trigger, time, patient), $"PID|||{patient}^^^RAJ12^PI", $"PV1||I|^{place}^RAJ12") + "\r";

    /// <summary>A swap (A17): each patient is now in the place given.</summary>
    public static string Swap(string time, string one, string placeOfOne, string other, string placeOfOther) => string.Join(
        '\r',
        Header("A17", time, one),
        Patient(one),
        Visit(one, placeOfOne, "I"),
        Patient(other),
        Visit(other, placeOfOther, "I")) + "\r";

    /// <summary>A bed's status (A20): C closed, U unoccupied.</summary>
    public static string Bed(string time, string place, string status) =>
        string.Join('\r', Header("A20", time, place), $"NPU|^{place}^RAJ12|{status}") + "\r";

    private static string Header(string trigger, string time, string about)
    {
        var at = "20261122" + time.Replace(":", string.Empty, StringComparison.Ordinal) + "00+0000";
        var control = string.Create(CultureInfo.InvariantCulture, $"{trigger}-{time}-{about}");
        return $"MSH|^~\\&|PAS|RAJ12|SCC|QH8|{at}||ADT^{trigger}|{control}|P|2.4\rEVN||{at}||||{at}";
    }

    private static string Patient(string visit) => $"PID|||{visit}P^^^RAJ12^PI";

    private static string Visit(string visit, string? place, string patientClass) =>
        $"PV1||{patientClass}|{(place is null ? string.Empty : $"^{place}^RAJ12")}||||||||||||||||{visit}";
}

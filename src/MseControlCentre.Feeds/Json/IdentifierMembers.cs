using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// Which members of the event details are identities. On the wire they hold the sender's own identifiers; what is
/// returned here holds pseudonyms in their place. A test holds this against the catalogue, so that no member of a new
/// kind slips through.
/// </summary>
internal static class IdentifierMembers
{
    /// <summary>JSON names of the members that are identities.</summary>
    public static IReadOnlyDictionary<string, IdentifierKind> Names { get; } =
        new Dictionary<string, IdentifierKind>(StringComparer.Ordinal)
        {
            ["encounter"] = IdentifierKind.Visit,
            ["patient"] = IdentifierKind.Patient,
            ["conveyance"] = IdentifierKind.Conveyance,
            ["stay"] = IdentifierKind.Stay,
            ["incident"] = IdentifierKind.Incident,
            ["from"] = IdentifierKind.Visit,
            ["to"] = IdentifierKind.Visit,
        };

    /// <summary>The detail with every identity replaced.</summary>
    /// <param name="detail">The detail.</param>
    /// <param name="replace">Gives the pseudonym of an identifier.</param>
    public static EventDetail Replace(EventDetail detail, Func<IdentifierKind, string, string> replace)
    {
        string Visit(string identifier) => replace(IdentifierKind.Visit, identifier);
        string? Patient(string? identifier) => identifier is null ? null : replace(IdentifierKind.Patient, identifier);
        return detail switch
        {
            PatientAdmitted one => one with { Encounter = Visit(one.Encounter), Patient = Patient(one.Patient) },
            EdAttendanceRegistered one => one with { Encounter = Visit(one.Encounter), Patient = Patient(one.Patient) },
            EncounterEvent one => one with { Encounter = Visit(one.Encounter) },
            HandoverCompleted one => one with
            {
                Conveyance = replace(IdentifierKind.Conveyance, one.Conveyance),
                Encounter = one.Encounter is null ? null : Visit(one.Encounter),
            },
            ConveyanceEvent one => one with { Conveyance = replace(IdentifierKind.Conveyance, one.Conveyance) },
            EmergencyCallEvent one => one with { Incident = replace(IdentifierKind.Incident, one.Incident) },
            VirtualWardStayEvent one => one with { Stay = replace(IdentifierKind.Stay, one.Stay) },
            EncountersMerged one => one with { From = Visit(one.From), To = Visit(one.To) },
            _ => detail,
        };
    }
}

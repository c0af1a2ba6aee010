using System.Text.Json.Serialization;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain;

/// <summary>The canonical written form of where stories stand, for the state hash.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EncounterStanding))]
[JsonSerializable(typeof(ConveyanceStanding))]
[JsonSerializable(typeof(EmergencyCallStanding))]
[JsonSerializable(typeof(VirtualWardStanding))]
internal sealed partial class StandingJsonContext : JsonSerializerContext;

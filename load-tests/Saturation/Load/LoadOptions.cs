using System.Net;

namespace MseControlCentre.Saturation.Load;

/// <summary>The door that is loaded.</summary>
internal enum Door
{
    /// <summary>HL7 over MLLP.</summary>
    Mllp,

    /// <summary>JSON events over HTTP.</summary>
    Json,
}

/// <summary>One measurement to make.</summary>
/// <param name="Door">Which door.</param>
/// <param name="Target">Where it is; loopback only.</param>
/// <param name="Connections">Connections at once.</param>
/// <param name="InFlight">Requests that one connection has unanswered at most.</param>
/// <param name="Batch">Events in one request (JSON only).</param>
/// <param name="Rate">Events a second over all connections, sent when due; null sends as fast as answers come.</param>
/// <param name="WarmUp">Time before measuring begins.</param>
/// <param name="Duration">Time that is measured.</param>
/// <param name="Run">Prefix of identifiers, unique for each run against one data directory.</param>
/// <param name="Key">The key of the source whose events are sent (JSON only); null when it has none.</param>
internal sealed record LoadOptions(
    Door Door,
    IPEndPoint Target,
    int Connections,
    int InFlight,
    int Batch,
    double? Rate,
    TimeSpan WarmUp,
    TimeSpan Duration,
    string Run,
    string? Key = null);

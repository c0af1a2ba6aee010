using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>A call that was prepared, and people who hold it.</summary>
internal static class HeldCallGiven
{
    public const string Id = "tactical-20261129-1";
    public const string Basildon = "RAJ12";
    public const string Southend = "RAJ01";
    public const string Essex = "essex-council";

    public static readonly Actor Manager = EscalationGiven.Of(Role.SiteManager, Basildon);
    public static readonly Actor Council = EscalationGiven.Of(Role.Partner, organisation: Essex);
    public static readonly Actor Observer = EscalationGiven.Of(Role.Observer);
    public static readonly StaffMember Nia = new("p_nia", "Nia Rowe", "Controller");

    /// <summary>Prepares a call, and tells more of it.</summary>
    public static async Task PreparedAsync(RunningServer server, string id = Id, params CallEvent[] more) =>
        await server.TellAsync([Told(server, Opened(server, id)), .. more.Select(told => Told(server, told))]);

    /// <summary>How it is prepared: it begins now.</summary>
    public static CallOpened Opened(RunningServer server, string id = Id, int statementsByMinutes = 10) => new(
        id,
        1,
        CallKind.Tactical,
        "Tactical call",
        server.Now.AddMinutes(5),
        server.Now.AddDays(-1),
        CallWatch.PlacesOf(server.Network),
        server.Now.AddMinutes(statementsByMinutes),
        "Front doors are full");

    public static CallActionAgreed Agreed(RunningServer server, int number = 1, string owner = Essex, string id = Id) => new(
        id, 1, number, "Start six packages of care", owner, server.Now.AddHours(4), null, null, Nia);

    public static FlowEvent Told(RunningServer server, CallEvent told) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(told.Call, told.Part, told.Revision),
        OccurredAt = server.Now,
        Site = server.Network.Code,
        Detail = told,
    };

    /// <summary>Sends a form of a screen.</summary>
    public static Task<HttpResponseMessage> ActAsync(
        HttpClient browser, string act, params (string Name, string Value)[] fields) => FilledForm.SendAsync(
            browser, $"call/{Id}/present", $"call/{Id}/present", [("act", act), .. WithSeen(fields)]);

    public static Task<HttpResponseMessage> SayAsync(
        HttpClient browser, string place, int seen, params (string Question, string Words)[] answers) => FilledForm.SendAsync(
            browser,
            $"call/{Id}/present",
            $"call/{Id}/statements/{place}",
            [("seen", Text(seen)), .. answers.Select(answer => ("q-" + answer.Question, answer.Words))]);

    public static async Task<Call> CallAsync(RunningServer server, string id = Id) => CallFold.Of(
        (await server.AllEntriesAsync()).Select(entry => entry.Event)
            .Where(one => one.Detail is CallEvent told && told.Call == id))!;

    public static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A pack of the two places, made up.</summary>
    public static CallPack Pack(RunningServer server, DateTimeOffset at) => new(
        at,
        at.AddDays(-1),
        at.AddHours(-14),
        at.AddHours(-2),
        [Place(server.Network.Code, "System", 3), Place(Basildon, "Basildon", 2)],
        [],
        new PackDelays([], [], FigureQuality.Live),
        [],
        [],
        [],
        []);

    private static PackPlace Place(string code, string name, int level) => new(
        code,
        name,
        new PackOpel(level, 5, null, CalculatedThen: 2),
        [
            new PackStanding(
                code + ":ambulance.waiting", "Ambulances waiting", "ambulances", Better.Lower,
                new PackValue(9, FigureQuality.Live), new PackValue(4, FigureQuality.Live)),
        ],
        [],
        []);

    private static (string Name, string Value)[] WithSeen((string Name, string Value)[] fields) =>
        fields.Any(field => field.Name == "seen") ? fields : [("seen", "0"), .. fields];
}

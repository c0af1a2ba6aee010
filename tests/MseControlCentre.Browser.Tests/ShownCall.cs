using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>Calls for the pages on which one is held: one that runs, with all that can be in it, and one that is prepared.</summary>
internal static class ShownCall
{
    /// <summary>Identity of the call that runs.</summary>
    public const string Running = "tactical-20261129-1";

    /// <summary>Identity of the call that is prepared.</summary>
    public const string Prepared = "discharge-event-20261129-1";

    public const string Basildon = "RAJ12";
    public const string Essex = "essex-council";

    private static readonly StaffMember s_nia = new("p_nia", "Nia Rowe", "Controller");
    private static readonly StaffMember s_site = new("p_sam", "Sam Oduya", "Site manager");

    /// <summary>Tells a server of both.</summary>
    public static async Task TellAsync(RunningServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        await PreparedAsync(server, Prepared);
        await PreparedAsync(server, Running);
        await server.TellAsync([.. More(server).Select(told => Told(server, told))]);
    }

    /// <summary>Prepares a call whose pack is kept.</summary>
    public static async Task PreparedAsync(RunningServer server, string id)
    {
        ArgumentNullException.ThrowIfNull(server);
        var opened = new CallOpened(
            id,
            1,
            id.StartsWith("tactical", StringComparison.Ordinal) ? CallKind.Tactical : CallKind.DischargeEvent,
            id.StartsWith("tactical", StringComparison.Ordinal) ? "Tactical call" : "Multi-agency discharge event",
            server.Now,
            server.Now.AddDays(-1),
            CallWatch.PlacesOf(server.Network),
            server.Now.AddMinutes(10),
            "Front doors are full");
        await server.TellAsync(Told(server, opened));
        var packs = server.Application.Services.GetRequiredService<CallPacks>();
        var pack = await packs.NowAsync(new Call(id, server.Now, opened), CancellationToken.None);
        await server.TellAsync(Told(server, new CallPackKept(id, 1, WithThen(pack!, opened.StartsAt))));
    }

    /// <summary>Starts, closes and signs the call that runs.</summary>
    public static async Task CloseAsync(RunningServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        await server.TellAsync(Told(server, new CallStarted(Running, 2, s_nia)));
        var call = CallFold.Of(
            (await server.EntriesAsync()).Select(entry => entry.Event).Where(one => one.Detail is CallEvent))!;
        await server.TellAsync(
            Told(server, CallRecord.Sign(call, new CallClosed(Running, 3, "", "Tight, not critical", s_nia))));
    }

    // The server was told of one moment: what was so the day before is made up.
    private static CallPack WithThen(CallPack pack, DateTimeOffset at) => pack with
    {
        At = at,
        Places =
        [
            .. pack.Places.Select(place => place with
            {
                Opel = place.Opel with { Calculated = 3, Points = 6.2, CalculatedThen = 2 },
                Standing =
                [
                    .. place.Standing.Index().Select(one => one.Item with
                    {
                        Then = one.Item.Now with { Value = one.Item.Now.Value + (one.Index % 3) - 1, Quality = FigureQuality.Live },
                    }),
                ],
            }),
        ],
    };

    private static IEnumerable<CallEvent> More(RunningServer server) =>
    [
        new CallStarted(Running, 2, s_nia),
        new CallAttendanceRecorded(Running, 1, Basildon, Attendance.Present, "Sam Oduya", s_nia),
        new CallAttendanceRecorded(Running, 1, Essex, Attendance.Apologies, null, s_nia),
        new CallAttendanceRecorded(Running, 1, "RAJ01", Attendance.Absent, null, s_nia),
        new CallOpelRecorded(Running, 1, Basildon, 3, null, s_nia),
        new CallStatementMade(
            Running,
            1,
            Basildon,
            [
                new StatementAnswer("position", "Two lifts are out until noon.\nTheatre recovery holds four patients."),
                new StatementAnswer("constraint", "No side rooms since 04:00."),
                new StatementAnswer("ask", "Six packages of care from Essex."),
            ],
            true,
            s_site),
        new CallNoted(Running, 1, "Lift engineer is on the way", Basildon, s_nia),
        Agreed(server, 1, "Start six packages of care for Basildon", Essex, 180),
        Agreed(server, 2, "Open the discharge lounge at 07:00", Basildon, -30),
        new CallActionUpdated(Running, 2, 1, CallActionState.Owed, "Four of six are arranged", null, s_nia),
        new CallActionChased(Running, 1, 2),
    ];

    private static CallActionAgreed Agreed(RunningServer server, int number, string words, string owner, int minutes) => new(
        Running,
        1,
        number,
        words,
        owner,
        server.Now.AddMinutes(minutes),
        null,
        new FigureAim("RAJ12:discharge.no-criteria-to-reside", "Basildon: No criteria to reside", AimDirection.Down, 140, 130),
        s_nia);

    private static FlowEvent Told(RunningServer server, CallEvent told) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(told.Call, told.Part, told.Revision),
        OccurredAt = server.Now,
        Site = server.Network.Code,
        Detail = told,
    };
}

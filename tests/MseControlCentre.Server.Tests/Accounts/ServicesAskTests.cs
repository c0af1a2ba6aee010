using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// Behind every address a service asks for the operation of the address's rule; when it is denied nothing is told and
/// nothing done. The addresses are those of the running server: a new one is tested without a word here.
/// </summary>
public sealed class ServicesAskTests(ServicesAskTests.AskingServers servers) : IClassFixture<ServicesAskTests.AskingServers>
{
    /// <summary>What tells nothing of the system's state, so that the gate before it is enough.</summary>
    private static readonly Dictionary<string, string> s_gateIsEnough = new(StringComparer.Ordinal)
    {
        ["GET /openapi/{documentName}.json"] = "describes the program",
        ["GET /api/sitreps"] = "describes the forms",
        ["GET /api/sitreps/{form}/template.csv"] = "an empty form",
        ["GET /sitreps/{form}"] = "an empty form; what is sent is asked for",
        ["GET /sitreps/correct"] = "of a declaration that is named; tested below",
        ["GET /accounts/{account}"] = "of an account that is named: see AccountsPageTests",
        ["GET /escalations/{id}"] = "of an escalation that is named; tested below",
        ["GET /feeds/replays/{id}"] = "of a replay that is named; tested below",
        ["GET /hubs/picture"] = "asks when something is watched: see LiveLineTests",
        ["GET /hubs/picture/negotiate"] = "asks when something is watched: see LiveLineTests",
        ["POST /hubs/picture"] = "asks when something is watched: see LiveLineTests",
        ["POST /hubs/picture/negotiate"] = "asks when something is watched: see LiveLineTests",
    };

    [Fact]
    public async Task EveryAddressThatShows_AsksForItsOperation()
    {
        var access = new RecordingAccess(denies: false);
        await using var server = await RunningServer.StartAsync(preconfigure: access.Into);
        await server.TellAsync();
        var silent = new List<string>();
        foreach (var (endpoint, operation) in Shown(server))
        {
            access.Empty();
            (await server.Http.GetAsync(endpoint.Address)).Dispose();
            if (access.Asked.All(need => need.Operation != operation))
            {
                silent.Add($"{endpoint} never asked for {operation}");
            }
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task EveryAddressThatShows_ShowsNothingWhenItIsDenied()
    {
        var access = new RecordingAccess(denies: true);
        await using var server = await RunningServer.StartAsync(preconfigure: access.Into);
        var wrong = new List<string>();
        foreach (var (endpoint, _) in Shown(server))
        {
            using var answer = await server.Http.GetAsync(endpoint.Address);
            var told = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is not HttpStatusCode.Forbidden || told.Contains("Basildon", StringComparison.Ordinal))
            {
                wrong.Add($"{endpoint} answered {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("accounts", Operation.KeepAccounts, "roles=Observer")]
    [InlineData("accounts/take-back", Operation.KeepAccounts, "invitation=0198c0de-0000-7000-8000-000000000000")]
    [InlineData("accounts/none", Operation.KeepAccounts, "roles=Observer")]
    [InlineData("accounts/none/close", Operation.KeepAccounts, "")]
    [InlineData("accounts/none/reopen", Operation.KeepAccounts, "")]
    [InlineData("accounts/none/unlock", Operation.KeepAccounts, "")]
    [InlineData("accounts/none/reset-second-factor", Operation.KeepAccounts, "")]
    [InlineData("accounts/none/new-password", Operation.KeepAccounts, "")]
    [InlineData("wall-screens", Operation.KeepWallLinks, "place=North wall")]
    [InlineData("wall-screens/renew", Operation.KeepWallLinks, "screen=0198c0de-0000-7000-8000-000000000000")]
    [InlineData("wall-screens/take-back", Operation.KeepWallLinks, "screen=0198c0de-0000-7000-8000-000000000000")]
    [InlineData("notifications/again", Operation.KeepNotifications, "delivery=1")]
    [InlineData("notifications/give-up", Operation.KeepNotifications, "delivery=1")]
    public async Task EveryActOfAccountsAndScreens_AsksForItsOperationAndIsNotDoneWhenItIsDenied(
        string address, Operation operation, string fields)
    {
        var (access, open, closed) = (servers.Access, servers.Open, servers.Closed);
        access.Empty();
        (await SendAsync(open, "sitreps", address, fields)).Dispose();
        Assert.Contains(access.Asked, need => need.Operation == operation);

        using var denied = await SendAsync(closed, "sitreps", address, fields);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        await using var scope = closed.Application.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsDatabase>();
        Assert.Equal((0, 0), (database.Invitations.Count(), database.WallScreens.Count()));
    }

    [Theory]
    [InlineData("sitreps/opel", "sitreps/opel", Operation.Declare, "site=RAJ12&level=3&declared_by=director")]
    [InlineData("sitreps", "sitreps/upload", Operation.Declare, "form=opel&file=site,level,declared_by\nRAJ12,3,director")]
    [InlineData("sitreps", "feeds/replay", Operation.ReplayQuarantine, "")]
    [InlineData("sitreps", "call/new", Operation.HoldCalls, "kind=Tactical&reason=Too many ambulances&place=RAJ12")]
    [InlineData("sitreps", "api/quarantine/replay", Operation.ReplayQuarantine, "")]
    public async Task EveryAct_AsksForItsOperationAndIsNotDoneWhenItIsDenied(
        string page, string address, Operation operation, string fields)
    {
        var (access, open, closed) = (servers.Access, servers.Open, servers.Closed);
        access.Empty();
        using var done = await SendAsync(open, page, address, fields);
        Assert.Contains(access.Asked, need => need.Operation == operation);
        Assert.True((int)done.StatusCode < 400, $"{done.StatusCode}: {await done.Content.ReadAsStringAsync()}");

        using var denied = await SendAsync(closed, page, address, fields);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.DoesNotContain(await closed.EntriesAsync(), entry => entry.Event.Detail is Declaration or CallEvent);
    }

    [Fact]
    public async Task Correction_AsksForItsOperationAndIsNotMadeWhenItIsDenied()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: DeniesActs.Into);
        await server.TellAsync(new FlowEvent
        {
            Source = "declared",
            MessageId = "o1",
            OccurredAt = server.Now,
            Site = "RAJ12",
            Detail = new OpelDeclared(3, "busy", server.Now.AddHours(4), "director"),
        });

        using var page = await server.Http.GetAsync(
            new Uri("sitreps/correct?source=declared&message=o1", UriKind.Relative));
        using var sent = await SendAsync(
            server, "sitreps", "sitreps/correct", "source=declared&message=o1&level=2&declared_by=x");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [page.StatusCode, sent.StatusCode]);
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Detail is CorrectionMade);
    }

    [Fact]
    public async Task Escalations_AskForTheirOperation_AndNoStepIsTakenWhenItIsDenied()
    {
        var access = new RecordingAccess(denies: false);
        await using var open = await RunningServer.StartAsync(preconfigure: access.Into);
        var id = await EscalationGiven.RaisedAsync(open);
        access.Empty();
        using var shown = await open.Http.GetAsync(new Uri($"escalations/{id}", UriKind.Relative));
        Assert.Contains(access.Asked, need => need.Operation is Operation.SeeEscalations);
        foreach (var (address, fields) in ActsOn(id))
        {
            access.Empty();
            using var done = await SendAsync(open, "sitreps/opel", address, fields);
            Assert.Contains(access.Asked, need => need.Operation is Operation.Escalate);
            Assert.True((int)done.StatusCode < 400, $"{done.StatusCode}: {await done.Content.ReadAsStringAsync()}");
        }

        await using var closed = await RunningServer.StartAsync(preconfigure: DeniesActs.Into);
        await EscalationGiven.RaisedAsync(closed);
        foreach (var (address, fields) in ActsOn(id))
        {
            using var denied = await SendAsync(closed, "sitreps/opel", address, fields);
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }

        Assert.Single(await closed.EntriesAsync(), entry => entry.Event.Detail is EscalationEvent);

        static (string Address, string Fields)[] ActsOn(string id) =>
        [
            ($"escalations/{id}", "act=note&seen=1&words=Looked at"),
            ("escalations/raise", "site=RAJ01&kind=Staffing&reason=Nobody is left"),
        ];
    }

    [Fact]
    public async Task Calls_AskForTheirOperation_AndNothingIsRecordedWhenItIsDenied()
    {
        var access = new RecordingAccess(denies: false);
        await using var open = await RunningServer.StartAsync(preconfigure: access.Into);
        await HeldCallGiven.PreparedAsync(open, more: HeldCallGiven.Agreed(open));
        foreach (var (address, operation, fields) in ActsOn(HeldCallGiven.Id))
        {
            access.Empty();
            using var done = await SendAsync(open, "sitreps/opel", address, fields);
            Assert.Contains(access.Asked, need => need.Operation == operation);
            Assert.True((int)done.StatusCode < 400, $"{done.StatusCode}: {await done.Content.ReadAsStringAsync()}");
        }

        await using var closed = await RunningServer.StartAsync(preconfigure: DeniesActs.Into);
        await HeldCallGiven.PreparedAsync(closed, more: HeldCallGiven.Agreed(closed));
        foreach (var (address, _, fields) in ActsOn(HeldCallGiven.Id))
        {
            using var denied = await SendAsync(closed, "sitreps/opel", address, fields);
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }

        // A pack is kept by the control centre itself.
        Assert.Equal(2, (await closed.EntriesAsync()).Count(entry => entry.Event.Detail is CallEvent and not CallPackKept));

        static (string Address, Operation Operation, string Fields)[] ActsOn(string id) =>
        [
            ($"call/{id}/present", Operation.HoldCalls, "act=note&words=Looked at"),
            ($"call/{id}/here", Operation.TakePartInCalls, "place=RAJ12&seen=0"),
            ($"call/{id}/statements/RAJ12", Operation.TakePartInCalls, "seen=0&q-position=Two lifts are out"),
            ($"call/{id}/actions/1", Operation.TakePartInCalls, "seen=1&state=done"),
        ];
    }

    [Fact]
    public async Task EveryAddressThatChangesSomething_IsAmongTheActsTestedHere()
    {
        string[] tested =
        [
            "/sitreps/{form}", "/sitreps/upload", "/sitreps/correct", "/feeds/replay", "/api/quarantine/replay",
            "/accounts", "/accounts/take-back", "/accounts/{account}", "/accounts/{account}/close", "/accounts/{account}/reopen",
            "/accounts/{account}/unlock", "/accounts/{account}/reset-second-factor", "/accounts/{account}/new-password",
            "/wall-screens", "/wall-screens/renew", "/wall-screens/take-back", "/escalations/raise", "/escalations/{id}",
            "/notifications/again", "/notifications/give-up", "/call/new", "/call/{id}/present", "/call/{id}/here",
            "/call/{id}/statements/{place}", "/call/{id}/actions/{n}",
        ];
        await using var server = await RunningServer.StartAsync();

        var untested = ServedEndpoints.Of(server)
            .Where(endpoint => endpoint.IsUnsafe && endpoint.Metadata.GetMetadata<AddressRule>()?.Operation is not null)
            .Where(endpoint => !s_gateIsEnough.ContainsKey(endpoint.ToString()))
            .Select(endpoint => endpoint.Route)
            .Except(tested, StringComparer.Ordinal);

        Assert.Empty(untested);
    }

    private static IEnumerable<(ServedEndpoint Endpoint, Operation Operation)> Shown(RunningServer server) =>
        from endpoint in ServedEndpoints.Of(server)
        where !endpoint.IsUnsafe && !s_gateIsEnough.ContainsKey(endpoint.ToString())
        let operation = endpoint.Metadata.GetMetadata<AddressRule>()?.Operation
        where operation is not null
        select (endpoint, operation.Value);

    private static Task<HttpResponseMessage> SendAsync(RunningServer server, string page, string address, string fields) =>
        FilledForm.SendAsync(
            server.Http,
            page,
            address,
            [.. fields.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

    /// <summary>One server that notes what is asked for, and one on which whatever is done is denied.</summary>
    public sealed class AskingServers : IAsyncLifetime
    {
        internal RecordingAccess Access { get; } = new(denies: false);

        internal RunningServer Open { get; private set; } = null!;

        internal RunningServer Closed { get; private set; } = null!;

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            Open = await RunningServer.StartAsync(preconfigure: Access.Into);
            Closed = await RunningServer.StartAsync(preconfigure: DeniesActs.Into);
        }

        /// <inheritdoc />
        public async Task DisposeAsync()
        {
            await Open.DisposeAsync();
            await Closed.DisposeAsync();
        }
    }

    /// <summary>Lets people see and denies whatever they do.</summary>
    private sealed class DeniesActs : IAccess
    {
        public Actor Actor => SignedIn.Everybody;

        public static void Into(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions
                .AddSingleton<IAccess>(builder.Services, new DeniesActs());

        public void Require(Operation operation, Subject subject)
        {
            // Whatever is not named as seeing, so that an operation to come is denied too.
            if (!operation.ToString().StartsWith("See", StringComparison.Ordinal))
            {
                throw new NotAllowedException(operation);
            }
        }
    }
}

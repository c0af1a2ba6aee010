using System.Net;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Escalations;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// Every address that is limited to a site or an organisation, as every role and as nobody, for its own and for another:
/// let in exactly as the grants say.
/// </summary>
public sealed class OwnAndOtherTests
{
    private const string OwnSite = "RAJ12";
    private const string OtherSite = "RAJ01";
    private const string OwnPartner = "essex-council";
    private const string OtherPartner = "southend-council";
    private const string AskingSite = "RAJ32";

    private static readonly Subject[] s_sites = [Subject.OfSite(OwnSite), Subject.OfSite(OtherSite)];

    private static readonly Subject[] s_all =
        [.. s_sites, Subject.OfOrganisation(OwnPartner), Subject.OfOrganisation(OtherPartner)];

    /// <summary>How each address is asked about a subject.</summary>
    private static readonly Dictionary<string, (Subject[] Subjects, Func<HttpClient, Subject, Task<bool>> IsLetIn)> s_asked =
        new(StringComparer.Ordinal)
        {
            ["GET /sites/{code}"] = (s_sites, (http, subject) => OpensAsync(http, $"sites/{subject.Site}")),
            ["GET /api/figures/{id}/evidence"] = (s_sites, (http, subject) =>
                OpensAsync(http, $"api/figures/{subject.Site}:ed.in-department/evidence")),
            ["GET /api/figures/{site}/{id}/evidence"] = (s_sites, (http, subject) =>
                OpensAsync(http, $"api/figures/{subject.Site}/AMU:beds.open/evidence")),
            ["GET /discharges"] = (s_all, (http, subject) => ListsAsync(http, "discharges", subject)),
            ["GET /discharges.csv"] = (s_all, (http, subject) => ListsAsync(http, "discharges.csv", subject)),
            ["GET /api/delayed-discharges"] = (s_all, (http, subject) =>
                ListsAsync(http, "api/delayed-discharges", subject)),
            ["GET /sitreps/{form}"] = (s_all, (http, subject) => OffersAsync(http, subject)),
            ["POST /sitreps/{form}"] = (s_all, DeclaresAsync),
            ["POST /sitreps/upload"] = (s_all, SendsAsync),
            ["GET /sitreps/correct"] = (s_all, (http, subject) =>
                OpensAsync(http, $"sitreps/correct?source=declared&message={CodeOf(subject)}")),
            ["POST /sitreps/correct"] = (s_all, CorrectsAsync),
            ["GET /escalations/raise"] = (s_sites, (http, subject) =>
                OpensAsync(http, $"escalations/raise?site={subject.Site}")),
            ["POST /escalations/raise"] = (s_sites, (http, subject) => ActsAsync(
                http,
                "escalations/raise",
                "escalations/raise",
                ("site", CodeOf(subject)), ("kind", "Other"), ("about", "Water is off"), ("reason", "Burst main"))),
            ["POST /escalations/{id}"] = (s_all, StepsAsync),
            ["GET /call/{id}/statements/{place}"] = (s_all, (http, subject) =>
                OpensAsync(http, $"call/{HeldCallGiven.Id}/statements/{CodeOf(subject)}")),
            ["POST /call/{id}/statements/{place}"] = (s_all, (http, subject) => ActsAsync(
                http,
                "sitreps/opel",
                $"call/{HeldCallGiven.Id}/statements/{CodeOf(subject)}",
                ("seen", "0"), ("q-position", "Two lifts are out"))),
            ["POST /call/{id}/here"] = (s_all, (http, subject) => ActsAsync(
                http, "sitreps/opel", $"call/{HeldCallGiven.Id}/here", ("seen", "0"), ("place", CodeOf(subject)))),
            ["POST /call/{id}/actions/{n}"] = (s_all, (http, subject) => ActsAsync(
                http,
                "sitreps/opel",
                $"call/{HeldCallGiven.Id}/actions/{Array.IndexOf(s_all, subject) + 1}",
                ("seen", "1"), ("state", "done"))),
        };

    [Fact]
    public async Task EveryAddressWithLimits_IsAskedHere()
    {
        await using var server = await RunningServer.StartAsync();

        var unasked = ServedEndpoints.Of(server)
            .Where(endpoint => endpoint.Metadata.GetMetadata<AddressRule>()?.Operation is { } operation && IsLimited(operation))
            .Select(endpoint => endpoint.ToString())
            .Except(s_asked.Keys, StringComparer.Ordinal);

        Assert.Empty(unasked);
    }

    [Fact]
    public async Task EveryAddressWithLimits_LetsInAsTheGrantsSay()
    {
        // Everybody asks from one address here, faster than one address may send forms.
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Limits = options.Limits with { Forms = RequestRate.ASecond(1_000, burst: 1_000) },
        });
        await server.TellAsync([.. Delays(server.Now), .. Declarations(server.Now), .. Escalations(server)]);
        await HeldCallGiven.PreparedAsync(
            server,
            more: [.. s_all.Select((subject, index) => HeldCallGiven.Agreed(server, index + 1, CodeOf(subject)))]);
        var wrong = new List<string>();
        foreach (var endpoint in ServedEndpoints.Of(server).Where(one => s_asked.ContainsKey(one.ToString())))
        {
            var operation = endpoint.Metadata.GetMetadata<AddressRule>()!.Operation!.Value;
            var (subjects, isLetIn) = s_asked[endpoint.ToString()];
            foreach (var actor in Actors())
            {
                using var http = ClientOf(server, actor);
                foreach (var subject in subjects)
                {
                    if (await isLetIn(http, subject) != actor.May(operation, subject))
                    {
                        wrong.Add($"{endpoint} as {actor.Name} for {CodeOf(subject)}: {!actor.May(operation, subject)}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static bool IsLimited(Operation operation) => Enum.GetValues<Role>()
        .Any(role => Grants.Of(role, operation) is Reach.OwnSites or Reach.OwnOrganisation);

    private static IEnumerable<Actor> Actors() => Enum.GetValues<Role>()
        .Select(role => new Actor(
            "p_" + role,
            role.ToString(),
            new HashSet<Role> { role },
            new HashSet<string>(StringComparer.Ordinal) { OwnSite },
            OwnPartner))
        .Prepend(Actor.Nobody);

    private static HttpClient ClientOf(RunningServer server, Actor actor)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = server.Application.HttpAddress,
        };
        client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Written(actor));
        return client;
    }

    private static string CodeOf(Subject subject) => subject.Site ?? subject.Organisation!;

    private static async Task<bool> OpensAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        return IsLetIn(answer);
    }

    private static bool IsLetIn(HttpResponseMessage answer)
    {
        Assert.True(
            answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError),
            $"{answer.RequestMessage?.RequestUri} answered {answer.StatusCode}");
        return answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
    }

    private static async Task<bool> ListsAsync(HttpClient http, string address, Subject subject)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        var told = await answer.Content.ReadAsStringAsync();
        return IsLetIn(answer) && told.Contains(PatientOf(subject), StringComparison.Ordinal);
    }

    private static async Task<bool> OffersAsync(HttpClient http, Subject subject)
    {
        using var answer = await http.GetAsync(new Uri("sitreps/opel", UriKind.Relative));
        var told = await answer.Content.ReadAsStringAsync();
        return IsLetIn(answer) && told.Contains($"<option value=\"{CodeOf(subject)}\"", StringComparison.Ordinal);
    }

    private static Task<bool> DeclaresAsync(HttpClient http, Subject subject) => ActsAsync(
        http,
        "sitreps/opel",
        "sitreps/opel",
        ("site", CodeOf(subject)), ("level", "2"), ("declared_by", "director"), ("identity", Guid.NewGuid().ToString("N")));

    private static Task<bool> SendsAsync(HttpClient http, Subject subject) => ActsAsync(
        http,
        "sitreps/opel",
        "sitreps/upload",
        ("form", "opel"), ("file", $"site,level,declared_by\n{CodeOf(subject)},2,director {NewIdentity.OfLetters()}"));

    private static Task<bool> CorrectsAsync(HttpClient http, Subject subject) => ActsAsync(
        http,
        "sitreps/opel",
        "sitreps/correct",
        ("source", "declared"), ("message", CodeOf(subject)));

    // A note on the site's own escalation, an answer for the organisation that was asked. A step that somebody else took
    // since is told so: it was let in.
    private static Task<bool> StepsAsync(HttpClient http, Subject subject) => subject.Site is { } site
        ? ActsAsync(
            http,
            "sitreps/opel",
            $"escalations/{EscalationOf(site)}",
            ("act", "note"), ("seen", "1"), ("words", "Looked at"), ("target", ""))
        : ActsAsync(
            http,
            "sitreps/opel",
            $"escalations/{EscalationOf(AskingSite)}",
            ("act", "answer"), ("seen", "3"), ("given", "yes"), ("words", "Two starts of care"),
            ("target", subject.Organisation == OwnPartner ? "2" : "3"));

    // The form's token is taken by whoever may open the form; for the others any token will do, since the gate refuses first.
    private static async Task<bool> ActsAsync(
        HttpClient http, string page, string address, params (string Name, string Value)[] fields)
    {
        using var opened = await http.GetAsync(new Uri(page, UriKind.Relative));
        if (!opened.IsSuccessStatusCode)
        {
            using var empty = new FormUrlEncodedContent([]);
            using var refused = await http.PostAsync(new Uri(address, UriKind.Relative), empty);
            return IsLetIn(refused);
        }

        using var answer = await FilledForm.SendAsync(http, page, address, fields);

        // A correction without its reason is told so: it was let in.
        return answer.StatusCode is HttpStatusCode.BadRequest
            && address.EndsWith("correct", StringComparison.Ordinal)
            || IsLetIn(answer);
    }

    private static string PatientOf(Subject subject) => CodeOf(subject) switch
    {
        OwnSite => "v_site1",
        OtherSite => "v_site2",
        OwnPartner => "v_part1",
        _ => "v_part2",
    };

    private static IEnumerable<FlowEvent> Delays(DateTimeOffset now) =>
    [
        .. Delay(now, "v_site1", OwnSite, "basildon-pas", null),
        .. Delay(now, "v_site2", OtherSite, "southend-pas", null),
        .. Delay(now, "v_part1", "RAJ32", "broomfield-pas", OwnPartner),
        .. Delay(now, "v_part2", "RAJ32", "broomfield-pas", OtherPartner),
    ];

    private static IEnumerable<FlowEvent> Delay(
        DateTimeOffset now, string patient, string site, string feed, string? owner)
    {
        yield return Event(feed, new PatientAdmitted(patient, new Place(null, "7", "somewhere")));
        yield return Event(
            "care-transfer-hub",
            new CriteriaToResideAssessed(patient, false, DischargePathway.P1, "home-care-unavailable", owner));

        FlowEvent Event(string source, EncounterEvent detail) => new()
        {
            Source = source,
            MessageId = $"{patient}/{detail.GetType().Name}",
            OccurredAt = now.AddDays(-2),
            Site = site,
            Detail = detail,
        };
    }

    private static string EscalationOf(string site) => site + "-Staffing-20261123-1";

    private static IEnumerable<FlowEvent> Escalations(RunningServer server) =>
    [
        .. s_sites.Select(site => site.Site!).Append(AskingSite).Select(site => EscalationGiven.Step(
            server, site, new EscalationRaised(EscalationOf(site), 1, EscalationKind.Staffing, "Six shifts", "site-manager"))),
        EscalationGiven.Step(
            server, AskingSite, new EscalationHelpAsked(EscalationOf(AskingSite), 2, OwnPartner, "Two starts of care")),
        EscalationGiven.Step(
            server, AskingSite, new EscalationHelpAsked(EscalationOf(AskingSite), 3, OtherPartner, "Two starts of care")),
    ];

    private static IEnumerable<FlowEvent> Declarations(DateTimeOffset now) => s_all.Select(subject => new FlowEvent
    {
        Source = "declared",
        MessageId = CodeOf(subject),
        OccurredAt = now,
        Site = CodeOf(subject),
        Detail = new AlternativeServiceDeclared(
            "UTC " + CodeOf(subject), true, 10, 30, now.AddHours(4), "the service"),
    });
}

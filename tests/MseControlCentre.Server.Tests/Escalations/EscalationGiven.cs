using System.Globalization;
using System.Net;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>Escalations that somebody raised, and people who open their pages.</summary>
internal static class EscalationGiven
{
    public const string Basildon = "RAJ12";
    public const string Southend = "RAJ01";

    /// <summary>An escalation of staffing, which the board of an empty day raises by itself nowhere.</summary>
    public static async Task<string> RaisedAsync(
        RunningServer server,
        string scope = Basildon,
        int minutesAgo = 0,
        EscalationKind kind = EscalationKind.Staffing,
        string level = "site-manager")
    {
        var id = $"{scope}-{kind}-20261123-1";
        await server.TellAsync(Step(
            server, scope, new EscalationRaised(id, 1, kind, "Six shifts not filled", level, "Nobody is left to ask"), minutesAgo));
        return id;
    }

    public static FlowEvent Step(RunningServer server, string scope, EscalationEvent step, int minutesAgo = 0) => new()
    {
        Source = EscalationIdentity.Source,
        MessageId = EscalationIdentity.Message(step.Escalation, step.Step),
        OccurredAt = server.Now.AddMinutes(-minutesAgo),
        Site = scope,
        Detail = step,
    };

    /// <summary>An ambulance that waits at Basildon; one of now says that its feed is heard.</summary>
    public static FlowEvent Ambulance(RunningServer server, int number, int minutesAgo) => new()
    {
        Source = "eeast-cad",
        MessageId = string.Create(CultureInfo.InvariantCulture, $"a{number}"),
        OccurredAt = server.Now.AddMinutes(-minutesAgo),
        Site = Basildon,
        Detail = new AmbulanceArrived(string.Create(CultureInfo.InvariantCulture, $"c_waiting{number}"), AmbulanceCategory.C2),
    };

    /// <summary>A browser of somebody, who follows no answer further.</summary>
    public static HttpClient Browser(RunningServer server, Actor? actor = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = server.Application.HttpAddress,
        };
        if (actor is not null)
        {
            client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Written(actor));
        }

        return client;
    }

    public static Actor Of(Role role, string? site = null, string? organisation = null) => new(
        "p_test",
        "Test",
        new HashSet<Role> { role },
        new HashSet<string>(site is null ? [] : [site], StringComparer.Ordinal),
        organisation);

    public static async Task<string> PageAsync(HttpClient browser, string address) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(address, UriKind.Relative)));

    public static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends a step from the escalation's own page, with what the page said it had seen.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        HttpClient browser, string id, string act, params (string Name, string Value)[] fields) => FilledForm.SendAsync(
            browser, $"escalations/{id}", $"escalations/{id}", [("act", act), .. WithTarget(fields)]);

    public static async Task<IReadOnlyList<EscalationEvent>> StepsAsync(RunningServer server, string id) =>
        [.. (await server.EntriesAsync())
            .Select(entry => entry.Event.Detail).OfType<EscalationEvent>()
            .Where(step => step.Escalation == id).OrderBy(step => step.Step)];

    private static (string Name, string Value)[] WithTarget((string Name, string Value)[] fields) =>
        fields.Any(field => field.Name == "target") ? fields : [("target", string.Empty), .. fields];
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>From a step in the journal to a real mail server and a real webhook, and to the page.</summary>
public sealed class NotificationsEndToEndTests
{
    private const string Id = "RAJ12-HandoverDelay-20261123-1";

    [Fact]
    public async Task Step_ReachesEachRecipientOnce_AndTheOnesBeforeTheFirstStartNobody()
    {
        await using var all = await NotifyingServer.StartAsync();

        await all.TellAsync(Told.Raised(Id, Told.Jo));
        await Eventually.TrueAsync(() => all.Mail.Taken.Count == 2 && all.Webhook.Taken.Count == 1);
        await all.TellAsync(new EscalationAcknowledged(Id, 2, Told.Jo));
        await Eventually.TrueAsync(() => all.Mail.Taken.Count == 4 && all.Webhook.Taken.Count == 2);
        await all.TellAsync(new EscalationNoted(Id, 3, "Mr Smith", Told.Jo));
        await all.TellAsync(new EscalationResolved(Id, 4, "Mr Smith has left", Told.Jo));
        await Eventually.TrueAsync(() => all.Mail.Taken.Count == 6 && all.Webhook.Taken.Count == 3);

        var mail = all.Mail.Taken;
        Assert.Equal(
            [$"{Id}/1", $"{Id}/1", $"{Id}/2", $"{Id}/2", $"{Id}/4", $"{Id}/4"], mail.SelectMany(one => one.Steps));
        Assert.Equal(6, mail.Select(one => one.Identity).Distinct(StringComparer.Ordinal).Count());
        Assert.All(mail, one =>
        {
            Assert.EndsWith("@board.example.nhs.uk", one.Identity, StringComparison.Ordinal);
            Assert.Contains($"https://board.example.nhs.uk/escalations/{Id}", one.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Smith", one.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Bloggs", one.Text, StringComparison.Ordinal);
        });
        Assert.Equal([$"{Id}/1", $"{Id}/2", $"{Id}/4"], all.Webhook.Taken.SelectMany(card => card.Steps));
    }

    [Fact]
    public async Task Card_IsAnAdaptiveCardWithItsIdentity()
    {
        await using var all = await NotifyingServer.StartAsync();
        await all.TellAsync(Told.Raised(Id));
        await Eventually.TrueAsync(() => all.Webhook.Taken.Count == 1);

        var taken = all.Webhook.Taken[0];
        var attachment = taken.Card.GetProperty("attachments")[0];

        Assert.StartsWith(Id + ".1.", taken.Identity, StringComparison.Ordinal);
        Assert.Equal("message", taken.Card.GetProperty("type").GetString());
        Assert.Equal(
            "application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        var content = attachment.GetProperty("content");
        Assert.Equal("AdaptiveCard", content.GetProperty("type").GetString());
        Assert.Contains("3 ambulances over 30 min", content.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            $"https://board.example.nhs.uk/escalations/{Id}",
            content.GetProperty("actions")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Redirection_IsNotFollowed_AndThePageAndTheLogsTellNoSecretAndNoAddress()
    {
        await using var all = await NotifyingServer.StartAsync();
        all.Webhook.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
            return Task.CompletedTask;
        };
        await all.TellAsync(Told.Raised(Id));
        var outbox = all.Server.Application.Services.GetRequiredService<OpenOutbox>().Value;
        await Eventually.TrueAsync(() => outbox.Troubles().Any(one => one.Failures >= 3) && all.Mail.Taken.Count == 2);

        var page = await all.Server.Http.GetStringAsync(new Uri("notifications", UriKind.Relative));

        Assert.Contains("The channel team has failed", page, StringComparison.Ordinal);
        Assert.Contains("it leads elsewhere, which is not followed", page, StringComparison.Ordinal);
        Assert.Contains("s***@example.nhs.uk", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NotifyingServer.Manager, page, StringComparison.Ordinal);
        await all.Server.Application.StopAsync();
        foreach (var text in Directory.EnumerateFiles(Path.Combine(all.Server.Data, "logs")).Select(Read).Append(page))
        {
            Assert.DoesNotContain(WebhookReceiver.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(NotifyingServer.Manager, text, StringComparison.Ordinal);
        }

        all.Webhook.Answer = null;
    }

    [Fact]
    public async Task Page_SendsAgainAndGivesUp_ForControllersAndAdministratorsOnly()
    {
        await using var all = await NotifyingServer.StartAsync();
        all.Webhook.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await all.TellAsync(Told.Raised(Id));
        await Eventually.TrueAsync(() => all.Mail.Taken.Count == 2);
        var outbox = all.Server.Application.Services.GetRequiredService<OpenOutbox>().Value;
        var id = outbox.Find(null, null, 9).Single(one => one.Channel == "team").Id;
        await Eventually.TrueAsync(async () =>
        {
            using var given = await Accounts.FilledForm.SendAsync(
                all.Server.Http, "sitreps", "notifications/give-up", ("delivery", id.ToString(null as IFormatProvider)));
            return outbox.Find(DeliveryState.GivenUp, null, 9).Count == 1;
        });
        all.Webhook.Answer = null;
        var before = all.Webhook.Taken.Count(card => card.WasTold);

        using var again = await Accounts.FilledForm.SendAsync(
            all.Server.Http, "sitreps", "notifications/again", ("delivery", id.ToString(null as IFormatProvider)));

        await Eventually.TrueAsync(() => all.Webhook.Taken.Count(card => card.WasTold) == before + 1);
        Assert.Single(all.Webhook.Taken.Select(card => card.Identity).Distinct(StringComparer.Ordinal));
        foreach (var role in new[] { Role.SiteManager, Role.Partner, Role.Auditor, Role.Observer, Role.Wall })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, "notifications");
            asked.Headers.Add(SignedIn.Header, SignedIn.Written(
                SignedIn.Everybody with { Roles = new HashSet<Role> { role }, Source = null }));
            using var answer = await all.Server.Http.SendAsync(asked);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task ServerWithoutAFile_SaysSo()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Told.Event(Told.Raised(Id), server.Now));

        var page = await server.Http.GetStringAsync(new Uri("notifications", UriKind.Relative));

        Assert.Contains("Nobody is told by mail or webhook", page, StringComparison.Ordinal);
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

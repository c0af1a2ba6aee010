using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>
/// Markup in every text that a feed, a person or the network file can send is shown as text on every page, the live ones
/// included: nothing of it becomes an element, and none of its scripts runs.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class HostileTextTests(Chromium chromium)
{
    private const string Hostile =
        """'"><i data-forged></i><img src="x" onerror="forged()"><script>forged()</script> """;

    private const string Forged =
        """
        () => [
          ...(window.wasForged ? ["a script ran"] : []),
          ...[...document.querySelectorAll("[data-forged], img[src=x], [onerror], script:not([src])")]
            .filter(one => one.hasAttribute("data-forged") || one.hasAttribute("onerror") || one.textContent.includes("forged"))
            .map(one => "it holds " + one.outerHTML.slice(0, 80)),
        ]
        """;

    [Fact]
    public async Task Pages_OfTextsWithMarkup_ShowItAsText_AndRunNothing()
    {
        using var folder = new TemporaryDirectory();
        await using var running = await RunningServer.StartAsync(options => options with
        {
            NetworkFile = HostileNetwork.Write(folder.Path, Hostile),
            NotificationsFile = WriteNotifications(folder.Path),
        });
        foreach (var batch in new FullSystem(running.Network, running.Now).Events().Chunk(2_000))
        {
            await running.TellAsync(batch);
        }

        await running.TellAsync(new CallGiven(running.Network, running.Now.AddMinutes(-20), words: Hostile).Events(CallState.Running));
        await SendAsync(running);
        var typed = new HostileEntries(running, Hostile);
        await typed.SendAsync();
        var outbox = running.Application.Services.GetRequiredService<OpenOutbox>().Value;
        await Eventually.TrueAsync(() => outbox.Find(null, null, 1).Count > 0, "a delivery");
        await running.IndexedAsync();
        var (pages, unreached) = await PageAddresses.OfAsync(running);
        var shown = 0;
        var unseen = new ConcurrentDictionary<string, byte>(typed.Marks.Select(mark => KeyValuePair.Create(mark, (byte)0)));

        await chromium.NothingIsWrongAsync(
            new ShownServer(running, [.. pages.Union(typed.Pages, StringComparer.Ordinal)], unreached),
            async browser =>
            {
                var window = await browser.WindowAsync();
                await window.AddInitScriptAsync("window.forged = () => { window.wasForged = true; }");
                return window;
            },
            async (window, page) =>
            {
                await window.GotoAsync(new Uri(running.Application.HttpAddress, page).ToString());
                await window.EvaluateAsync("() => document.fonts.ready.then(() => true)");
                var text = await window.EvaluateAsync<string>("() => document.body.textContent");
                Interlocked.Add(ref shown, text.Contains("<i data-forged>", StringComparison.Ordinal) ? 1 : 0);
                foreach (var mark in unseen.Keys.Where(mark => text.Contains(Hostile + mark, StringComparison.Ordinal)))
                {
                    unseen.TryRemove(mark, out _);
                }

                return await window.EvaluateAsync<string[]>(Forged);
            });

        Assert.True(shown > 10, $"Only {shown} of {pages.Count} pages show a hostile text.");
        Assert.Empty(unseen.Keys);
    }

    /// <summary>A rule whose words are hostile too, and a channel that does not answer.</summary>
    private static string WriteNotifications(string folder)
    {
        var file = Path.Combine(folder, "notifications.json");
        File.WriteAllText(Path.Combine(folder, "webhook.secret"), "http://127.0.0.1:9/");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            channels = new[] { new { id = "team", kind = "webhook", address = new { file = "webhook.secret" } } },
            rules = new[] { new { id = "team", @for = Hostile, channel = "team" } },
        }));
        return file;
    }

    /// <summary>Sends it as a source, an identity, a kind, a value, a place, a note and a name of who declares.</summary>
    private static async Task SendAsync(RunningServer server)
    {
        using var events = await server.Http.PostAsJsonAsync("api/events", (object[])
        [
            new { source = Hostile, messageId = Hostile, occurredAt = server.Now, site = "RAJ12", kind = "AmbulanceArrived", detail = new { conveyance = "c" } },
            new { source = "eeast-cad", messageId = Hostile, occurredAt = Hostile, site = Hostile, kind = Hostile, detail = new { conveyance = Hostile } },
            new { source = "eeast-cad", messageId = "h1", occurredAt = server.Now, site = "RAJ12", kind = "AmbulanceArrived", detail = new { conveyance = Hostile, category = Hostile } },
        ]);
        using var mllp = await MllpSender.ConnectAsync(server.Application.MllpPort);
        var now = server.Now.UtcDateTime.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (sender, place) in ((string, string)[])[(Hostile, "AMU"), ("PAS", Hostile)])
        {
            await mllp.SendAsync(
                $"MSH|^~\\&|{sender}|RAJ12|SCC|QH8|{now}+0000||ADT^A01|H{place.Length}{sender.Length}|P|2.4\r"
                + $"EVN||{now}+0000||||{now}+0000\rPID|||4711^^^RAJ12^PI\rPV1||I|^{place}^01^RAJ12||||||||||||||||V4711\r");
        }

        // Who declares has room for 64 characters.
        var (reason, who) = (Cell(Hostile), Cell("""'"><i data-forged></i><img src="x" onerror="forged()">"""));
        using var file = new StringContent(
            $"site,level,reason,declared_by\nRAJ12,3,{reason},{who}\n", Encoding.UTF8, "text/csv");
        using var declared = await server.Http.PostAsync("api/sitreps/opel", file);
        Assert.True(declared.IsSuccessStatusCode, await declared.Content.ReadAsStringAsync());
        await server.TellAsync();
    }

    private static string Cell(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Credentials;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.FeedKeys;

/// <summary>Keys at the doors of HTTP, at the real server: commands beside it, requests over a socket.</summary>
public sealed class FeedKeyIntakeTests
{
    [Fact]
    public async Task Events_OfASourceWithAKey_AreTakenWithItOnly()
    {
        await using var server = await RunningServer.StartAsync();
        using var before = await server.PostAsync(null, [server.Arrival("1")]);
        var (_, key) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");

        await Eventually.TrueAsync(
            async () => await StatusAsync(server, null, "2") == HttpStatusCode.Unauthorized,
            "the key to be asked for");
        using var with = await server.PostAsync(key, [server.Arrival("3")]);
        using var other = await server.PostAsync(null, [server.Attendance("4", "basildon-ed", "RAJ12")]);

        Assert.Equal(HttpStatusCode.Accepted, before.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, with.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
    }

    [Fact]
    public async Task Events_OfAnotherSourceOrSite_AreRefusedOneByOne()
    {
        await using var server = await RunningServer.StartAsync();
        var (_, key) = await KeyedServer.KeyAsync(
            server.Data, "feed-key", "add", "eeast-cad", "--site", "RAJ12", "--site", "RAJ32");
        await AwaitKeyAsync(server, key);

        using var mixed = await server.PostAsync(key,
        [
            server.Arrival("own"), server.Arrival("site", site: "RAJ01"),
            server.Attendance("s", "basildon-ed", "RAJ12"),
        ]);
        using var none = await server.PostAsync(key, [server.Arrival("again", site: "RAJ01")]);
        var items = (await mixed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items");

        Assert.Equal(HttpStatusCode.MultiStatus, mixed.StatusCode);
        Assert.Equal(
            ["accepted", "rejected", "rejected"],
            items.EnumerateArray().Select(one => one.GetProperty("outcome").GetString()));
        Assert.Equal("credential", items[1].GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, none.StatusCode);
    }

    [Fact]
    public async Task Strangers_WhateverTheyShow_GetTheSameAnswer()
    {
        await using var server = await RunningServer.StartAsync();
        var (id, key) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");
        await AwaitKeyAsync(server, key);
        await KeyedServer.RunAsync(server.Data, "feed-key", "revoke", id);
        await Eventually.TrueAsync(
            async () => (await StatusAsync(server, key, "r")) == HttpStatusCode.Unauthorized, "the key to be revoked");
        var answers = new HashSet<string>();

        foreach (var shown in new[] { key, key[..^1], "msecc_", "x", new string('y', 4000) })
        {
            using var answer = await server.PostAsync(shown, [server.Arrival("s")]);
            var body = await answer.Content.ReadAsStringAsync();
            answers.Add($"{(int)answer.StatusCode} {answer.Headers.WwwAuthenticate} {body}");
        }

        Assert.StartsWith("401 Bearer", Assert.Single(answers), StringComparison.Ordinal);
        Assert.DoesNotContain("eeast", answers.Single(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("revoked", answers.Single(), StringComparison.OrdinalIgnoreCase);
        using var keyless = await server.PostAsync(null, [server.Arrival("k")]);
        Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
        Assert.DoesNotContain(await server.EntriesAsync(), one => one.Event.MessageId is "s" or "k");
    }

    [Fact]
    public async Task Refusals_AreCountedAndNotKept()
    {
        await using var server = await RunningServer.StartAsync();
        var (_, key) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");
        await AwaitKeyAsync(server, key);
        using var stranger = await server.PostAsync("msecc_wrong", [server.Arrival("1")]);
        using var keyless = await server.PostAsync(null, [server.Arrival("2")]);

        var feeds = (await server.GetAsync("api/status")).GetProperty("feeds").EnumerateArray().ToList();
        var quarantine = await server.Http.GetStringAsync(new Uri("api/quarantine", UriKind.Relative));

        foreach (var feed in new[] { "eeast-cad", "(unknown sender)" })
        {
            var counted = feeds.Single(one => one.GetProperty("id").GetString() == feed).GetProperty("rejectsByReason");
            Assert.True(counted.GetProperty("credential").GetInt32() > 0, feed);
        }

        Assert.DoesNotContain("credential", quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestsThatAProxyPassedOn_AreNotOfThisMachine()
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/events", UriKind.Relative));
        request.Content = new StringContent(server.Arrival("1"), Encoding.UTF8, "application/json");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");

        using var answer = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Sitreps_OfAFeedWithAKey_AreTakenWithItOnly()
    {
        const string Path = "api/sitreps/ward-capacity";
        await using var server = await RunningServer.StartAsync();
        var template = await server.Http.GetStringAsync(new Uri(Path + "/template.csv", UriKind.Relative));
        var source = server.Network.Feeds.First(feed => feed.Protocol == Domain.Network.FeedProtocol.Declared).Id;
        var (_, key) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", source);
        var (_, others) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");
        await AwaitKeyAsync(server, others);

        using var without = await server.PostAsync(null, [template], Path, "text/csv");
        using var another = await server.PostAsync(others, [template], Path, "text/csv");
        using var with = await server.PostAsync(key, [template], Path, "text/csv");

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, another.StatusCode);

        // Let in, and told that a template says nothing yet.
        Assert.Equal(HttpStatusCode.BadRequest, with.StatusCode);
    }

    [Fact]
    public async Task Rotation_UnderLoad_LosesNoMessage()
    {
        await using var server = await RunningServer.StartAsync();
        var (first, old) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");
        await AwaitKeyAsync(server, old);
        using var stop = new CancellationTokenSource();
        var (sent, key) = (0, old);
        var load = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await server.PostAsync(Volatile.Read(ref key), [server.Arrival($"load-{sent}")]);
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
                Interlocked.Increment(ref sent);
            }
        });

        var (_, next) = await KeyedServer.KeyAsync(server.Data, "feed-key", "rotate", "eeast-cad");
        await SendMoreAsync();
        await Eventually.TrueAsync(
            async () => (await StatusAsync(server, next, "probe")) == HttpStatusCode.Accepted, "the next key to hold");
        Volatile.Write(ref key, next);
        await SendMoreAsync();
        await KeyedServer.RunAsync(server.Data, "feed-key", "revoke", first);
        await Eventually.TrueAsync(
            async () => (await StatusAsync(server, old, "late")) == HttpStatusCode.Unauthorized, "the old key to end");
        await SendMoreAsync();
        await stop.CancelAsync();
        await load;

        var kept = (await server.EntriesAsync()).Count(one =>
            one.Event.MessageId.StartsWith("load-", StringComparison.Ordinal));
        Assert.Equal(sent, kept);

        Task SendMoreAsync()
        {
            var before = Volatile.Read(ref sent);
            return Eventually.TrueAsync(
                () => load.IsCompleted || Volatile.Read(ref sent) > before + 5, "more messages");
        }
    }

    [Fact]
    public async Task Keys_AreNowhereInTheDataDirectory()
    {
        await using var server = await RunningServer.StartAsync();
        var (_, key) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");
        await AwaitKeyAsync(server, key);
        using var wrongSource = await server.PostAsync(key, [server.Attendance("1", "basildon-ed", "RAJ12")]);

        await server.Application.Services.GetRequiredService<AuditInbox>().TakeAsync();
        var files = Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) != ".lock")
            .ToList();

        Assert.Contains(files, file => Path.GetFileName(file) == "credentials.db");
        foreach (var file in files)
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(key)) < 0, file);
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(server.Data, "credentials.db")));
        }
    }

    [Fact]
    public async Task ManyWrongKeys_CostNothingAndOpenNothing()
    {
        await using var server = await RunningServer.StartAsync();
        var (_, key) = await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad");
        await AwaitKeyAsync(server, key);

        var statuses = new HashSet<HttpStatusCode>();
        for (var turn = 0; turn < 300; turn++)
        {
            statuses.Add(await StatusAsync(server, Feeds.Credentials.FeedKey.Create(), "guess"));
        }

        Assert.Equal([HttpStatusCode.Unauthorized], statuses);
        Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(server, key, "own"));
    }

    private static Task AwaitKeyAsync(RunningServer server, string key) => Eventually.TrueAsync(
        async () => (await StatusAsync(server, key, "await-" + key.GetHashCode(StringComparison.Ordinal)))
            != HttpStatusCode.Unauthorized,
        $"a key to be known, {StoredFeedCredentials.ReadAgainAfter} after it was made");

    private static async Task<HttpStatusCode> StatusAsync(RunningServer server, string? key, string id)
    {
        using var answer = await server.PostAsync(key, [server.Arrival(id)]);
        return answer.StatusCode;
    }
}

using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Tests.Support;
using Xunit.Abstractions;

namespace MseControlCentre.Feeds.Tests.Intake;

/// <summary>
/// Messages that others wrote, some of them broken on purpose: each gets an answer, and nothing fails.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [SharedDataFact("hl7")]
    public Task Corpus_WithTheTestNetwork_IsAnsweredInFull() => SendAllAsync(Networks.Test);

    [SharedDataFact("hl7")]
    public Task Corpus_WithAFeedThatAcceptsAnySender_IsAnsweredInFull() => SendAllAsync(Networks.AnySender);

    [SharedDataFact("hl7")]
    public Task Corpus_WithMidAndSouthEssex_IsAnsweredInFull() => SendAllAsync(Networks.MidAndSouthEssex);

    private async Task SendAllAsync(NetworkMap network)
    {
        using var bench = new Bench(network);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var files = Directory.GetFiles(SharedData.Find("hl7")!, "*.hl7", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var messages = Hl7Reader.Read(Hl7Characters.Read(bytes).Text, 5_000, out _).Count;

            var answers = await bench.SendAsync(bytes);

            Assert.True(answers.Count == Math.Max(1, messages),
                $"{file}: {answers.Count} answers to {messages} messages");
            foreach (var answer in answers)
            {
                var code = MsaOf(answer);
                Assert.Contains(code, new[] { "AA", "AE", "AR" });
                counts[code] = counts.GetValueOrDefault(code) + 1;
            }
        }

        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains("because of a fault", StringComparison.Ordinal));
        Report(files.Length, counts, bench);
    }

    // The delimiters of the answer are the message's own.
    private static string MsaOf(string answer) =>
        answer.Split('\r').First(line => line.StartsWith("MSA", StringComparison.Ordinal)).Substring(4, 2);

    private void Report(int files, SortedDictionary<string, int> counts, Bench bench)
    {
        output.WriteLine($"{files} files: {string.Join(", ", counts.Select(one => $"{one.Key} {one.Value}"))}");
        foreach (var feed in bench.Monitor.Snapshot().Where(feed => feed.LastMessageAt is not null))
        {
            output.WriteLine(
                $"{feed.Id}: events {feed.Accepted}, known {feed.AlreadyKnown}, ignored {feed.Ignored}, "
                + $"rejected {feed.Rejected}, dropped {feed.Dropped}");
            output.WriteLine("  ignored: " + string.Join(", ", feed.IgnoredByType.Select(one =>
                $"{one.Key} {one.Value}")));
            output.WriteLine("  rejected: " + string.Join(", ", feed.RejectsByReason.Select(one =>
                $"{one.Key} {one.Value}")));
        }
    }
}

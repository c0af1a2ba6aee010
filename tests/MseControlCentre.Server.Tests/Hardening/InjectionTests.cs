using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>What was sent never becomes a segment, a frame or a header of an answer.</summary>
public sealed class InjectionTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData(@"A1\X0D\MSA\F\AA\F\FORGED")]
    [InlineData("A1\nMSA|AA|FORGED")]
    [InlineData("A1\u001c")]
    [InlineData("A1\u000b")]
    [InlineData("A1\u0085\u2028")]
    public async Task Hl7_ControlIdWithALineOrFrameInIt_ForgesNoSegmentOfTheAnswer(string control)
    {
        var server = shared.Running;
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);

        var first = await sender.SendAsync(Message(control));
        var next = await sender.SendAsync(Message("NEXT"));

        Assert.All(first.Split('\r', StringSplitOptions.RemoveEmptyEntries), line => Assert.True(
            line.StartsWith("MSH|", StringComparison.Ordinal) || line.StartsWith("MSA|", StringComparison.Ordinal)
                || line.StartsWith("ERR|", StringComparison.Ordinal),
            line));
        Assert.Single(first.Split('\r', '\n', '\u0085', '\u2028'), line => line.StartsWith("MSA", StringComparison.Ordinal));
        Assert.EndsWith("|NEXT", MllpSender.SegmentOf(next, "MSA"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MSH|||||||||||")]
    [InlineData("MSH\r\r\r")]
    [InlineData("MSH^~|\\&^PAS^RAJ12")]
    [InlineData("MSH|^~\\&|PAS|RAJ12|SCC|QH8|20261122\rMSH|^~\\&|EVIL|RAJ12")]
    public async Task Hl7_SpoiltHeader_IsAnsweredAndTheNextIsTaken(string message)
    {
        var server = shared.Running;
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);

        var answer = await sender.SendAsync(message);

        Assert.Matches("\rMSA.A[ER]", answer);
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Source.EndsWith("pas", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("discharges.csv?site=%0d%0aSet-Cookie:%20forged=1")]
    [InlineData("feeds/quarantine.csv?reason=%0d%0aSet-Cookie:%20forged=1")]
    [InlineData("api/exports/uec-daily-sitrep?date=%0d%0aSet-Cookie:%20forged=1")]
    [InlineData("sitreps?declared=%0d%0aSet-Cookie:%20forged=1")]
    [InlineData("figures/%0d%0aSet-Cookie:%20forged=1")]
    public async Task Address_WithALineEndInIt_AddsNoHeader(string address)
    {
        var server = shared.Running;
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        using var answer = await browser.GetAsync(new Uri(server.Application.HttpAddress, address));

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain(
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [],
            cookie => cookie.StartsWith("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Csv_WithLinesAndAFileNameOfHeaders_AddsNone_AndIsToldByRow()
    {
        var server = shared.Running;
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(
            "unit,capacity,occupied,declared_by\nCW-1,26,25,\"bureau\r\nSet-Cookie: forged=1\"\n=1+1,26,25,bureau\n"));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "file",
            FileNameStar = "a\r\nSet-Cookie: forged=1.csv",
        };
        using var form = new MultipartFormDataContent { file };

        using var answer = await server.Http.PostAsync(new Uri("api/sitreps/community-capacity", UriKind.Relative), form);
        var told = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("forged", told, StringComparison.Ordinal);
        Assert.DoesNotContain("=1+1", told, StringComparison.Ordinal);
    }

    private static string Message(string control) =>
        $"MSH|^~\\&|NOBODY|RAJ12|SCC|QH8|20261122100100||ADT^A01|{control}|P|2.4\rEVN||20261122100100\r"
        + "PID|||1^^^RAJ12^PI\rPV1||I|^AMU^01^RAJ12||||||||||||||||V1\r";
}

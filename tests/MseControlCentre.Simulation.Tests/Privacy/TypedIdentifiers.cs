using System.Net;
using System.Text;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Privacy;

/// <summary>Types an NHS number into whatever people can type into, as somebody who has signed in.</summary>
internal sealed class TypedIdentifiers(ServerProcess server)
{
    private const string NhsNumber = "943 476 5919";
    private const string Words = "for patient " + NhsNumber;
    private const string Password = "harbour lantern seven";

    private readonly StringBuilder _answers = new();

    /// <summary>The number as it was typed, and without spaces.</summary>
    public static IReadOnlyList<string> All { get; } = [NhsNumber, "9434765919"];

    /// <summary>Sends every form. Returns what the pages answered, which shows none of it either.</summary>
    public async Task<string> SendAsync()
    {
        using var browser = new HttpClient { BaseAddress = server.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await FillAsync(
            browser,
            server.FirstLink!.AbsolutePath[1..],
            ("name", "first@example.org"), ("display-name", "A. Person"), ("password", Password), ("again", Password));
        var raised = await FillAsync(browser, "escalations/raise", [.. Raise("Staffing", "Six shifts")]);
        var open = raised.AbsolutePath[1..];
        Assert.StartsWith("escalations/", open, StringComparison.Ordinal);
        Assert.NotEqual("escalations/raise", open);
        await FillAsync(browser, "escalations/raise", [.. Raise("Other", Words)]);
        foreach (var (act, fields) in s_steps)
        {
            await FillAsync(browser, open, [("act", act), ("target", ""), .. fields]);
        }

        await FillAsync(
            browser, "sitreps/opel", ("site", "RAJ12"), ("level", "3"), ("reason", Words), ("declared_by", NhsNumber));
        await FillAsync(browser, "sitreps/upload?of=sitreps", ("form", "opel"), ("file", $"site,level,reason,declared_by\nRAJ12,3,{Words},x"));

        // The form shows the name again to whoever typed it; that is no answer to anybody else.
        (await FilledForm.SendAsync(browser, "sign-in", "sign-in", ("name", NhsNumber), ("password", Words))).Dispose();
        foreach (var address in (string[])
            ["sites/9434765919", "audit?text=9434765919", "escalations/9434765919", "figures/9434765919:beds.open?at=9434765919"])
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        return _answers.ToString();
    }

    private static readonly (string Act, (string Name, string Value)[] Fields)[] s_steps =
    [
        ("note", [("words", Words)]),
        ("action", [("words", Words), ("owner", Words)]),
        ("ask", [("of", "RAJ01"), ("for", Words)]),
        ("pass-up", [("level", "release-to-respond"), ("reason", Words), ("tried", Words)]),
        ("resolve", [("outcome", Words)]),
        ("stand-down", [("reason", Words)]),
    ];

    private static IEnumerable<(string, string)> Raise(string kind, string reason) =>
        [("site", "RAJ12"), ("kind", kind), ("about", reason), ("reason", reason), ("tried", reason)];

    private async Task<Uri> FillAsync(HttpClient browser, string page, params (string Name, string Value)[] fields)
    {
        var (opened, address) = page.Split('?') is [var to, var from] ? (from["of=".Length..], to) : (page, page);
        using var answer = await FilledForm.SendAsync(browser, opened, address, fields);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        _answers.AppendLine(await answer.Content.ReadAsStringAsync());
        return answer.RequestMessage!.RequestUri!;
    }
}

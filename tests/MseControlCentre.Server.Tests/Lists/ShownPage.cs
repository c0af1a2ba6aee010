using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Lists;

/// <summary>A page as a browser without script would get it, with what stands in its list.</summary>
internal sealed partial class ShownPage(string html)
{
    /// <summary>The whole page.</summary>
    public string Html { get; } = html;

    /// <summary>Its words, without marks.</summary>
    public string Words { get; } = WordsOf(html);

    /// <summary>Rows of the list, each as the words of its cells.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows =>
    [
        .. Row().Matches(Html).Select(row => (IReadOnlyList<string>)[
            .. Cell().Matches(row.Groups["cells"].Value).Select(cell => WordsOf(Spoken().Replace(cell.Groups["text"].Value, ""))),
        ]),
    ];

    /// <summary>Addresses that it leads to.</summary>
    public IEnumerable<string> Links => Link().Matches(Html).Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value));

    public static async Task<ShownPage> OpenAsync(RunningServer server, string address)
    {
        using var answer = await server.Http.GetAsync(new Uri(address.TrimStart('/'), UriKind.Relative));
        Assert.True(
            answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}. The server said: {server.Warnings()}");
        return new ShownPage(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a form of digits or dash says as a file does.</summary>
    public static string AsWritten(string shown) => shown.Replace("–", "", StringComparison.Ordinal)
        .Replace('−', '-').Trim() is var text && text.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or '-')
            ? text.Replace(",", "", StringComparison.Ordinal)
            : text;

    private static string WordsOf(string html) =>
        Space().Replace(WebUtility.HtmlDecode(Mark().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<tr id=\"row-[^\"]+\"[^>]*>(?<cells>.*?)</tr>", RegexOptions.Singleline, 60_000)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(?<text>.*?)</t[hd]>", RegexOptions.Singleline, 60_000)]
    private static partial Regex Cell();

    [GeneratedRegex("<span class=\"spoken\">.*?</span>", RegexOptions.Singleline, 60_000)]
    private static partial Regex Spoken();

    [GeneratedRegex("<[^>]+>", RegexOptions.Singleline, 60_000)]
    private static partial Regex Mark();

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.None, 60_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, 60_000)]
    private static partial Regex Space();
}

using System.Net;
using System.Text.RegularExpressions;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>A form of a page, filled in as a person would: opened first, so that its token is right.</summary>
internal static partial class FilledForm
{
    /// <summary>Opens a page and sends its form with fields, to the page's own address or another.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var opened = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        using var content = new MultipartFormDataContent();
        foreach (var hidden in Hidden().Matches(opened)
            .DistinctBy(field => field.Groups["name"].Value, StringComparer.Ordinal)
            .Where(field => fields.All(own => own.Name != field.Groups["name"].Value)))
        {
            content.Add(
                new StringContent(WebUtility.HtmlDecode(hidden.Groups["value"].Value)), hidden.Groups["name"].Value);
        }

        foreach (var (name, value) in fields)
        {
            if (string.Equals(name, "file", StringComparison.Ordinal))
            {
                content.Add(new StringContent(value), name, "figures.csv");
            }
            else
            {
                content.Add(new StringContent(value), name);
            }
        }

        return await browser.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Hidden();
}

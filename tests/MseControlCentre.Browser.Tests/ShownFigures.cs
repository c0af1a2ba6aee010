using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>The figures that a page shows, held against those that the API gives.</summary>
public static partial class ShownFigures
{
    private const string Dash = "–";

    private const string Read =
        """
        () => [...document.querySelectorAll("[data-figure]")]
          .map(figure => [figure.dataset.figure, figure.querySelector(".value")?.textContent?.trim() ?? ""])
          .filter(([, text]) => text !== "")
        """;

    /// <summary>Every figure on the page: its identity and what is written.</summary>
    public static Task<string[][]> FiguresAsync(this IPage window) => window.EvaluateAsync<string[][]>(Read);

    /// <summary>
    /// What is shown and was true neither just before nor just after. Time passes while a page is made: a figure that
    /// changed on the way may be either.
    /// </summary>
    public static IEnumerable<string> Wrong(string[][] shown, JsonElement before, JsonElement after)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var (first, second) = (ValuesOf(before), ValuesOf(after));
        foreach (var figure in shown)
        {
            // "138 of 150": the figure and what it is held against.
            var (id, text) = (figure[0], figure[1].Split(" of ")[0]);
            if (!Says(text, first.GetValueOrDefault(id)) && !Says(text, second.GetValueOrDefault(id)))
            {
                yield return $"{id} shows '{text}', the picture says '{first.GetValueOrDefault(id)}'";
            }
        }
    }

    private static Dictionary<string, double?> ValuesOf(JsonElement picture) => picture.GetProperty("figures")
        .EnumerateArray()
        .ToDictionary(
            figure => figure.GetProperty("id").GetString()!,
            figure => figure.GetProperty("value").ValueKind is JsonValueKind.Number
                ? figure.GetProperty("value").GetDouble()
                : (double?)null,
            StringComparer.Ordinal);

    private static bool Says(string text, double? value)
    {
        if (value is not { } known)
        {
            return string.Equals(text, Dash, StringComparison.Ordinal);
        }

        if (WaitPattern().Match(text) is { Success: true } wait)
        {
            var minutes = (60 * int.Parse(wait.Groups["hours"].Value, CultureInfo.InvariantCulture))
                + int.Parse(wait.Groups["minutes"].Value, CultureInfo.InvariantCulture);
            return Math.Abs(minutes - known) <= 1;
        }

        var plain = text.Replace('−', '-');
        var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.') - 1 : 0;
        return double.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number - known) <= (0.5 * Math.Pow(10, -decimals)) + 1e-9;
    }

    // A wait in whole minutes, from an hour on: 18 h 17
    [GeneratedRegex(@"^(?<hours>\d+) h (?<minutes>\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WaitPattern();
}

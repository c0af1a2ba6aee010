using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MseControlCentre.Simulator.Delivery;

namespace MseControlCentre.Simulator.Commands;

/// <summary>
/// <c>compare</c>: asks a server for what is now known of past instants (<c>GET /api/picture?at=T&amp;known=latest</c>)
/// and compares every figure with the ground truth. Exit code 1 on any difference.
/// </summary>
public static class CompareCommand
{
    /// <summary>The board rounds means, hours and percentages to one decimal.</summary>
    private const double Rounding = 0.0501;

    private const int MostShown = 200;

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var server =
            new Option<Uri>("--server") { Description = "Address of the server.", Required = true,
            CustomParser = CommandOptions.ParseServer };
        var network = CommandOptions.Network();
        var seed = CommandOptions.Seed();
        var origin = CommandOptions.Instant("--origin", "Instant of the census");
        var from = CommandOptions.Instant("--from", "First instant compared");
        var to = CommandOptions.Instant("--to", "Last instant compared");
        var every = new Option<int>("--every") { Description = "Minutes between instants.",
            DefaultValueFactory = _ => 10 };
        var surges = CommandOptions.Surges();
        var mayLack = new Option<bool>("--may-lack")
        {
            Description = "List measures that the board does not have, and do not count them as differences.",
        };
        var command = new Command("compare", "Compare a server's board with the ground truth.")
        {
            server, network, seed, origin, from, to, every, surges, mayLack,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var step = TimeSpan.FromMinutes(Math.Max(1, result.GetValue(every)));
            var system = new SimulatedSystem(
                CommandOptions.ReadNetwork(result, network),
                result.GetValue(seed),
                result.GetRequiredValue(origin),
                Faults.None,
                result.GetValue(surges));
            using var http = BoardClient.Of(result.GetRequiredValue(server));
            var span = new Span(result.GetRequiredValue(from), result.GetRequiredValue(to), step);
            return await CompareAsync(http, system, span, result.GetValue(mayLack), cancellation);
        });
        return command;
    }

    /// <summary>Figures of the truth that the board does not have.</summary>
    public static IEnumerable<string> Missing(
        IReadOnlyDictionary<string, double?> truth, IReadOnlyDictionary<string, double?> board) =>
        truth.Keys.Where(id => !board.ContainsKey(id));

    /// <summary>Compares figures of one instant; null means that there is nothing to measure.</summary>
    /// <returns>One line for each figure that differs.</returns>
    public static IEnumerable<string> Differences(
        IReadOnlyDictionary<string, double?> truth, IReadOnlyDictionary<string, double?> board)
    {
        foreach (var (id, expected) in truth)
        {
            if (board.TryGetValue(id, out var shown) && !IsSame(expected, shown))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{id}: truth {Text(expected)}, board {Text(shown)}");
            }
        }
    }

    private static bool IsSame(double? expected, double? shown) =>
        expected is null || shown is null ? expected is null && shown is null
            : Math.Abs(expected.Value - shown.Value) < Rounding;

    private static string Text(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "nothing";

    private static async Task<int> CompareAsync(
        HttpClient http,
        SimulatedSystem system,
        Span span,
        bool mayLack,
        CancellationToken cancellation)
    {
        var (instants, figures, differences) = (0, 0L, 0);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = span.From; at <= span.To; at += span.Step)
        {
            system.AdvanceTo(at);
            var truth = system.Truth();
            var board = await ReadBoardAsync(http, at, cancellation);
            instants++;
            figures += truth.Count;
            missing.UnionWith(Missing(truth, board));
            foreach (var difference in Differences(truth, board))
            {
                if (++differences <= MostShown)
                {
                    Console.Out.WriteLine($"{at:yyyy-MM-dd'T'HH:mm:ss'Z'} {difference}");
                }
            }
        }

        foreach (var id in missing)
        {
            Console.Out.WriteLine($"{id}: not on the board");
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{instants} instants, {figures} figures, {differences} differences, {missing.Count} not on the board."));
        return differences == 0 && (mayLack || missing.Count == 0) ? 0 : 1;
    }

    private static async Task<Dictionary<string, double?>> ReadBoardAsync(
        HttpClient http, DateTimeOffset at, CancellationToken cancellation)
    {
        var instant = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var query = $"api/picture?at={Uri.EscapeDataString(instant)}&known=latest";
        try
        {
            await using var stream = await http.GetStreamAsync(new Uri(query, UriKind.Relative), cancellation);
            using var document = await JsonDocument.ParseAsync(stream, default, cancellation);
            var board = new Dictionary<string, double?>(StringComparer.Ordinal);
            foreach (var figure in document.RootElement.GetProperty("figures").EnumerateArray())
            {
                var value = figure.GetProperty("value");
                board[figure.GetProperty("id").GetString() ?? ""] = value.ValueKind == JsonValueKind.Number
                    ? value.GetDouble() : null;
            }

            return board;
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or KeyNotFoundException)
        {
            throw new CommandException($"The picture of {at:u} cannot be read from the server: {error.Message}");
        }
    }

    private sealed record Span(DateTimeOffset From, DateTimeOffset To, TimeSpan Step);
}

using System.Text.Json;
using MseControlCentre.Saturation;
using MseControlCentre.Saturation.Bare;
using MseControlCentre.Saturation.Hostile;
using MseControlCentre.Saturation.Load;

// load    --door mllp|json --target HOST:PORT
//         [--connections N --in-flight N --batch N --rate N --warm-up S --seconds S --run ID --keys FILE]
// bare    [--store DIR]
// hostile --target HOST:PORT [--pid N --idle N --seconds S --run ID]
// Each prints its result as one line of JSON. load-tests/run starts them.
try
{
    var arguments = new Arguments(args.Length == 0 ? [] : args[1..]);
    switch (args.FirstOrDefault())
    {
        case "load":
            Print(await LoadRun.RunAsync(ReadLoad(arguments)));
            return 0;
        case "bare":
            await BareServer.RunAsync(arguments.OptionalText("store"));
            return 0;
        case "hostile":
            Print(await ReadHostile(arguments).RunAsync());
            return 0;
        default:
            throw new FormatException("The first word must be load, bare or hostile.");
    }
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

static LoadOptions ReadLoad(Arguments arguments) => new(
    Enum.Parse<Door>(arguments.Text("door"), ignoreCase: true),
    arguments.Loopback("target"),
    arguments.Number("connections", 1),
    arguments.Number("in-flight", 1),
    arguments.Number("batch", 1),
    arguments.OptionalNumber("rate"),
    TimeSpan.FromSeconds(arguments.OptionalNumber("warm-up") ?? 15),
    TimeSpan.FromSeconds(arguments.OptionalNumber("seconds") ?? 20),
    arguments.OptionalText("run") ?? "r",
    arguments.OptionalText("keys") is { } file ? KeyIn(file) : null);

// The file is checked by whoever starts this driver. The key is read here so that no list of processes shows it.
static string? KeyIn(string file) =>
    JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))?.GetValueOrDefault("eeast-cad");

static HostileRun ReadHostile(Arguments arguments) => new(
    arguments.Loopback("target"),
    arguments.Number("pid", 0),
    arguments.Number("idle", 10_000),
    TimeSpan.FromSeconds(arguments.OptionalNumber("seconds") ?? 15),
    arguments.OptionalText("run") ?? "r");

static void Print<T>(T result) => Console.WriteLine(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));

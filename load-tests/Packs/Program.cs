using System.Text.Json;
using MseControlCentre.Packs;
using MseControlCentre.Server;
using MseControlCentre.Server.Configuration;

// DATA NETWORK: starts the real server, at the pace of real time, on the data directory of a simulated day, and times
// the packs of calls. The last line that it prints is the result as JSON. load-tests/run --scenario packs starts it.
if (args is not [var data, var network])
{
    Console.Error.WriteLine("Two words were expected: the data directory of a simulated day, and its network file.");
    return 2;
}

var options = new ServerOptions { HttpPort = 0, MllpPort = 0, DataDirectory = data, NetworkFile = network, Speed = 1 };
await using var application = await ControlCentreApplication.CreateAsync(options);
var result = await new PackTimes(application).MeasureAsync();
Console.WriteLine(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
return 0;

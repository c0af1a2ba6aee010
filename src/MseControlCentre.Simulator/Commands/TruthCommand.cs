using System.CommandLine;
using System.Text.Json;

namespace MseControlCentre.Simulator.Commands;

/// <summary><c>truth</c>: prints the ground truth of an instant as one JSON object, figure identity to value.</summary>
internal static class TruthCommand
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var network = CommandOptions.Network();
        var seed = CommandOptions.Seed();
        var origin = CommandOptions.Instant("--origin", "Instant of the census");
        var at = CommandOptions.Instant("--at", "Instant asked about");
        var surges = CommandOptions.Surges();
        var command =
            new Command("truth", "Print the ground truth of an instant as JSON.") { network, seed, origin, at, surges };
        command.SetAction(result =>
        {
            var system = new SimulatedSystem(
                CommandOptions.ReadNetwork(result, network),
                result.GetValue(seed),
                result.GetRequiredValue(origin),
                Delivery.Faults.None,
                result.GetValue(surges));
            if (result.GetRequiredValue(at) < system.Origin)
            {
                throw new CommandException("--at: an instant at or after --origin is expected.");
            }

            system.AdvanceTo(result.GetRequiredValue(at));
            Console.Out.WriteLine(JsonSerializer.Serialize(system.Truth(), s_json));
            return 0;
        });
        return command;
    }
}

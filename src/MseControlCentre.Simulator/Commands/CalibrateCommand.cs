using System.CommandLine;
using MseControlCentre.Simulator.Calibration;

namespace MseControlCentre.Simulator.Commands;

/// <summary><c>calibrate</c>: simulates some days without sending and prints the table of the README.</summary>
internal static class CalibrateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var network = CommandOptions.Network();
        var seed = CommandOptions.Seed();
        var days = new Option<int>("--days") { Description = "Days to simulate; whole weeks are best.",
            DefaultValueFactory = _ => 28 };
        var command =
            new Command("calibrate", "Compare simulated days with the published figures.") { network, seed, days };
        command.SetAction(result =>
        {
            if (result.GetValue(days) is < 7 or > 366)
            {
                throw new CommandException("--days: 7 to 366 is expected.");
            }

            var lines = CalibrationTable.Compare(
                CommandOptions.ReadNetwork(result, network), result.GetValue(seed), result.GetValue(days));
            Console.Out.Write(CalibrationTable.Markdown(lines));
            return 0;
        });
        return command;
    }
}

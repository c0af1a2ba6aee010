using System.CommandLine;
using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Commands;

/// <summary>A command that cannot be carried out as asked, and why.</summary>
public sealed class CommandException : Exception
{
    /// <summary>Says why.</summary>
    public CommandException(string message)
        : base(message)
    {
    }
}

/// <summary>The command line of the simulator.</summary>
public static class SimulatorCommands
{
    /// <summary>Exit code for wrong options or a wrong network file.</summary>
    public const int BadConfiguration = 2;

    /// <summary>Carries out a command line.</summary>
    /// <returns>0 when all went well; 1 when <c>compare</c> found differences; 2 for wrong options.</returns>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var root = new RootCommand(
            "Simulates days of a health system and sends them to a control centre as real messages.")
        {
            RunCommand.Create(), TruthCommand.Create(), CompareCommand.Create(), EmitCommand.Create(),
                CalibrateCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            return BadConfiguration;
        }

        try
        {
            return await parsed
                .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellation)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is NetworkFileException or CommandException)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return BadConfiguration;
        }
    }
}

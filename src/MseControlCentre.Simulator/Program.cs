using MseControlCentre.Simulator.Commands;

return await SimulatorCommands.RunAsync(args, CancellationToken.None);

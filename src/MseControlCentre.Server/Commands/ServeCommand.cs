using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>Runs the control centre until it is told to stop.</summary>
public static class ServeCommand
{
    /// <summary>Runs. Returns the exit code.</summary>
    /// <exception cref="StartRefusedException">The server cannot start as configured.</exception>
    public static async Task<int> RunAsync(ServerOptions options, TextWriter output, CancellationToken stop)
    {
        await using var application = await ControlCentreApplication.CreateAsync(options);
        try
        {
            await application.StartAsync(stop);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // A part of the server failed while the others were being started. The log says which.
            return await application.RunToEndAsync(stop);
        }

        await output.WriteLineAsync($"Wall      {application.HttpAddress}wall");
        await output.WriteLineAsync($"HL7       MLLP on {application.MllpAddress}");
        await output.WriteLineAsync($"Events    POST {application.HttpAddress}api/events");
        await output.WriteLineAsync($"Data      {application.DataDirectory}");
        if (await application.Services.FirstWallAsync(stop) is { } wall)
        {
            // On the console only, as the next: a log would keep them.
            await output.WriteLineAsync($"Screen    {application.HttpAddress}{SignInRoutes.WallPath[1..]}/{wall}");
            await output.WriteLineAsync(
                "          shows the wall on this screen, with no account; works once, for a day");
        }
        else
        {
            await output.WriteLineAsync(
                $"Screen    wall-screen add PLACE --data {application.DataDirectory}");
            await output.WriteLineAsync("          makes the link of another screen on a wall");
        }

        if (await application.Services.FirstInvitationAsync(stop) is { } secret)
        {
            await output.WriteLineAsync($"Sign in   {application.HttpAddress}{SignInRoutes.WelcomePath[1..]}/{secret}");
            await output.WriteLineAsync(
                "          makes the first account; works once, for a day, until the next start");
        }

        await output.WriteLineAsync("Stop      Ctrl+C");
        return await application.RunToEndAsync(stop);
    }
}

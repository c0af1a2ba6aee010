using System.Net;
using System.Net.Sockets;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Hosting;

/// <summary>Tries the ports before the start, so that every one that is taken is named, with what to do.</summary>
public static class PortCheck
{
    /// <summary>Tries both ports.</summary>
    /// <exception cref="StartRefusedException">One or both are in use.</exception>
    public static void Require(ServerOptions options)
    {
        ConfigurationError?[] errors =
        [
            Try("--port", options.Listen, options.HttpPort), Try("--mllp-port", options.Listen, options.MllpPort),
        ];
        if (errors.OfType<ConfigurationError>().ToList() is { Count: > 0 } taken)
        {
            throw new StartRefusedException(ExitCodes.AddressInUse, taken);
        }
    }

    private static ConfigurationError? Try(string option, IPAddress address, int port)
    {
        if (port == 0)
        {
            return null;
        }

        // As Kestrel binds: a port left by a server that has just stopped may be taken again at once.
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.ExclusiveAddressUse = OperatingSystem.IsWindows();
        try
        {
            socket.SetSocketOption(
                SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, !OperatingSystem.IsWindows());
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return null;
        }
        catch (SocketException exception)
        {
            return new ConfigurationError(
                option,
                $"port {port} cannot be used ({exception.Message}). Stop the program that listens there, or give "
                + "another port; 0 takes any free one.");
        }
    }
}

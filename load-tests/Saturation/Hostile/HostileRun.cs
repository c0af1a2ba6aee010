using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MseControlCentre.Saturation.Load;

namespace MseControlCentre.Saturation.Hostile;

/// <summary>
/// Does to the MLLP port what a broken or hostile client does, one thing after another, while a good sender goes on.
/// Every attack is bounded in bytes and time.
/// </summary>
internal sealed class HostileRun(IPEndPoint target, int serverPid, int idleConnections, TimeSpan eachLasts, string run)
{
    private const int MegaByte = 1_000_000;
    private const int HugeMessageMegaBytes = 1000;

    /// <summary>Runs all of them.</summary>
    public async Task<IReadOnlyList<HostileResult>> RunAsync() =>
    [
        await MeasureAsync("nobody else", 0, token => WaitAsync("nothing was done", token)),
        await MeasureAsync($"{idleConnections} idle connections", 1, HoldIdleAsync),
        await MeasureAsync("100 connections that drip a byte at a time", 2, DripAsync),
        await MeasureAsync($"one message of {HugeMessageMegaBytes} MB", 3, StreamHugeAsync),
        await MeasureAsync("garbage without a frame", 4, SendGarbageAsync),
        await MeasureAsync("after all of it", 5, token => WaitAsync("nothing was done", token)),
    ];

    private async Task<HostileResult> MeasureAsync(
        string name, int number, Func<CancellationToken, Task<string>> attack)
    {
        var before = RssMb();
        using var over = new CancellationTokenSource(eachLasts + TimeSpan.FromSeconds(2));
        var attacking = attack(over.Token);
        var good = LoadRun.RunAsync(new LoadOptions(
            Door.Mllp, target, 1, 1, 1, 100, TimeSpan.FromSeconds(1), eachLasts, $"{run}{number}g"));
        var result = await good;
        var during = RssMb();
        await over.CancelAsync();
        return new HostileResult(name, await attacking, before, during, result);
    }

    private static async Task<string> WaitAsync(string outcome, CancellationToken over)
    {
        await Task.Delay(Timeout.Infinite, over).ContinueWith(_ => { }, TaskScheduler.Default);
        return outcome;
    }

    private async Task<string> HoldIdleAsync(CancellationToken over)
    {
        var sockets = new List<Socket>(idleConnections); // bound: idleConnections
        var failed = 0;
        try
        {
            while (sockets.Count + failed < idleConnections && !over.IsCancellationRequested)
            {
                try
                {
                    sockets.Add(await ConnectAsync(over));
                }
                catch (SocketException)
                {
                    failed++; // counted in the outcome: a refusal is one of the things a server may do
                }
            }

            await WaitAsync(string.Empty, over);
            var closed = sockets.Count(socket => socket.Poll(0, SelectMode.SelectRead));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{sockets.Count} connected, {failed} refused, {closed} closed by the server");
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private async Task<string> DripAsync(CancellationToken over)
    {
        const int Clients = 100;
        var message = Encoding.ASCII.GetBytes($"\vMSH|^~\\&|PAS|RAJ12|{new string('x', 10_000)}");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ =>
            SendInPartsAsync(message, 1, TimeSpan.FromMilliseconds(50), over)));
        return Tell(outcomes);
    }

    private async Task<string> StreamHugeAsync(CancellationToken over)
    {
        var part = new byte[MegaByte];
        Array.Fill(part, (byte)'x');
        Encoding.ASCII.GetBytes("\vMSH|^~\\&|PAS|RAJ12|").CopyTo(part, 0);
        var sent = 0;
        try
        {
            using var socket = await ConnectAsync(over);
            for (; sent < HugeMessageMegaBytes; sent++)
            {
                await socket.SendAsync(part, over);
                part[0] = (byte)'x';
            }

            return "the server read all of it";
        }
        catch (SocketException exception)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"closed after about {sent} MB ({exception.SocketErrorCode})");
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"the server had read about {sent} MB when the time was over");
        }
    }

    private async Task<string> SendGarbageAsync(CancellationToken over)
    {
        var garbage = new byte[MegaByte];
        new Random(1).NextBytes(garbage);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            SendInPartsAsync(garbage, 10_000, TimeSpan.FromMilliseconds(10), over)));
        return Tell(outcomes);
    }

    /// <summary>Sends in parts until the server closes or the time is over; true when the server closed.</summary>
    private async Task<bool> SendInPartsAsync(byte[] bytes, int size, TimeSpan pause, CancellationToken over)
    {
        try
        {
            using var socket = await ConnectAsync(over);
            for (var at = 0; at < bytes.Length && !over.IsCancellationRequested; at += size)
            {
                await socket.SendAsync(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), over);
                await Task.Delay(pause, over);
            }

            return false;
        }
        catch (SocketException)
        {
            return true; // the server has closed the connection, which is what is asked about
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string Tell(bool[] closed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{closed.Count(was => was)} of {closed.Length} connections were closed by the server");

    private async Task<Socket> ConnectAsync(CancellationToken over)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, over);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private double? RssMb()
    {
        using var process = serverPid > 0 ? Process.GetProcessById(serverPid) : null;
        return process is null ? null : Math.Round(process.WorkingSet64 / (double)MegaByte, 1);
    }
}

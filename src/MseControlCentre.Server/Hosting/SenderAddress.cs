using System.Net;
using System.Net.Sockets;

namespace MseControlCentre.Server.Hosting;

/// <summary>Who is counted as one sender.</summary>
internal static class SenderAddress
{
    private const int PrefixBytes = 8;

    /// <summary>The address; of IPv6 its /64, since one machine has all of those.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(plain)
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, PrefixBytes))
            : plain.ToString();
    }
}

using System.Net.Http.Headers;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>The client that asks a server how far its day is and what its board shows.</summary>
public static class BoardClient
{
    /// <summary>
    /// Environment variable of the access key (<c>access-key add</c> of the server). A variable and no option: every
    /// user of a machine can read the options of its programs.
    /// </summary>
    public const string KeyVariable = "MSECC_ACCESS_KEY";

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(40);

    /// <summary>Makes it, with the key of the environment when there is one.</summary>
    public static HttpClient Of(Uri server)
    {
        var client = new HttpClient { BaseAddress = server, Timeout = s_timeout };
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }
}

namespace MseControlCentre.Domain.Network;

/// <summary>One thing that is wrong with a network file.</summary>
/// <param name="Key">
/// Path of the key, such as <c>sites[1].wards[3].coreBeds</c>; <c>file</c> for the file as a whole.
/// </param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What was expected there, and what to do where that is not plain.</param>
public sealed record NetworkFileError(string Key, string Found, string Expected)
{
    /// <summary>The error as one line for people.</summary>
    public override string ToString() => $"{Key}: found {Found}; expected {Expected}.";
}

/// <summary>What came of reading a network file: the map, or everything that is wrong.</summary>
public sealed class NetworkFileResult
{
    internal NetworkFileResult(NetworkMap? map, IReadOnlyList<NetworkFileError> errors)
    {
        Map = errors.Count == 0 ? map : null;
        Errors = errors;
    }

    /// <summary>The map; null when there is an error.</summary>
    public NetworkMap? Map { get; }

    /// <summary>
    /// Every error of the file, in the order of its keys, then those between keys. Bounded by the size a file may have.
    /// </summary>
    public IReadOnlyList<NetworkFileError> Errors { get; }
}

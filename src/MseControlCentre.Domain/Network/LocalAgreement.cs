namespace MseControlCentre.Domain.Network;

/// <summary>What no source gives is locally agreed: then the file says who agreed it, and when.</summary>
internal static class LocalAgreement
{
    private const string LocallyAgreed = "locally agreed";

    public static void Check(
        string key, string what, string basis, string? setBy, DateOnly? setOn, List<NetworkFileError> errors)
    {
        if (basis.StartsWith(LocallyAgreed, StringComparison.OrdinalIgnoreCase) && (setBy is null || setOn is null))
        {
            errors.Add(new NetworkFileError(
                key, $"{what} that is locally agreed", "setBy and setOn: who agreed it, and when"));
        }
    }
}

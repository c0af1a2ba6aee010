namespace MseControlCentre.Tests.Shared;

/// <summary>Identities that nobody else has.</summary>
public static class NewIdentity
{
    /// <summary>Sixteen letters. No digits: ten of them may by chance be an NHS number, which no door takes.</summary>
    public static string OfLetters() =>
        string.Concat(Guid.NewGuid().ToByteArray().Select(one => (char)('a' + (one % 26))));
}

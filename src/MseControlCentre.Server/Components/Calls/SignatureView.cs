using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The chair's signature, held against the record as it is found now.</summary>
/// <param name="Who">Who signed, and when.</param>
/// <param name="SignedHash">SHA-256 of the record that was signed.</param>
/// <param name="FoundHash">SHA-256 of the record as it is found.</param>
public sealed record SignatureView(string Who, string SignedHash, string FoundHash)
{
    /// <summary>Whether the record is still what was signed.</summary>
    public bool Fits => string.Equals(SignedHash, FoundHash, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same in words.</summary>
    public string Words => Fits
        ? "Checked just now: the record is still what was signed."
        : "Checked just now: the record is not what was signed. Do not rely on it before somebody has found out why.";

    /// <summary>The signature of a call; null when it was not signed.</summary>
    public static SignatureView? Of(Call call, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        return call is { Closed: { } closed, EndedAt: { } at }
            ? new SignatureView(
                $"{CallsWords.Of(closed.By)}, {context.Day(at)} {context.Local.Clock(at)}",
                closed.Record,
                CallRecord.HashOf(call))
            : null;
    }
}

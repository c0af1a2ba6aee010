using System.Text.Json;

namespace MseControlCentre.Domain.Events;

/// <summary>
/// A declared figure was corrected. What was declared stays in the journal; from now on the corrected values count in
/// its place, with who changed them and why.
/// </summary>
/// <param name="CorrectedSource">Source of the declaration that is corrected.</param>
/// <param name="CorrectedMessageId">Message of that source.</param>
/// <param name="CorrectedKind">Kind of the declaration, such as <c>WardCapacityDeclared</c>.</param>
/// <param name="Before">Its detail as it stood before the correction.</param>
/// <param name="After">Its detail from now on.</param>
/// <param name="Reason">Why.</param>
/// <param name="CorrectedBy">Who: a role or a signed-in user, never a patient.</param>
public sealed record CorrectionMade(
    string CorrectedSource,
    string CorrectedMessageId,
    string CorrectedKind,
    JsonElement Before,
    JsonElement After,
    string Reason,
    string CorrectedBy) : EventDetail
{
    /// <inheritdoc />
    public bool Equals(CorrectionMade? other) => other is not null
        && string.Equals(CorrectedSource, other.CorrectedSource, StringComparison.Ordinal)
        && string.Equals(CorrectedMessageId, other.CorrectedMessageId, StringComparison.Ordinal)
        && string.Equals(CorrectedKind, other.CorrectedKind, StringComparison.Ordinal)
        && string.Equals(Reason, other.Reason, StringComparison.Ordinal)
        && string.Equals(CorrectedBy, other.CorrectedBy, StringComparison.Ordinal)
        && JsonElement.DeepEquals(Before, other.Before)
        && JsonElement.DeepEquals(After, other.After);

    /// <inheritdoc />
    public override int GetHashCode() =>
        StringComparer.Ordinal.GetHashCode(CorrectedSource + "\n" + CorrectedMessageId);
}

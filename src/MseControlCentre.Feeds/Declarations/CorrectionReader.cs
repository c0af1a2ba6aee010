using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Monitoring;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>A correction as somebody wrote it.</summary>
/// <param name="Declared">What is corrected, as it stands.</param>
/// <param name="Cells">The form's columns as they should be.</param>
/// <param name="Reason">Why.</param>
/// <param name="CorrectedBy">Who: a role.</param>
/// <param name="Seen">What the corrector saw (<see cref="CorrectionReader.Seen"/>).</param>
public sealed record WrittenCorrection(
    DeclaredFigures Declared,
    IReadOnlyDictionary<string, string> Cells,
    string Reason,
    string CorrectedBy,
    string Seen);

/// <summary>
/// Reads a correction: the declaration anew, by the same checks, about the same subject, and who corrects it and why.
/// </summary>
public sealed class CorrectionReader(DeclarationReader declarations)
{
    /// <summary>Name of the field of the reason.</summary>
    public const string Reason = "correction_reason";

    /// <summary>Name of the field of who corrects.</summary>
    public const string CorrectedBy = "corrected_by";

    private const int LongestReason = 120;
    private const int LongestName = 64;
    private const int HashBytes = 16;

    /// <summary>
    /// What stands now, in short: a correction that was begun before another one was made must not undo it unseen.
    /// </summary>
    public static string Seen(DeclaredFigures declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return HashOf([
            declared.Event.Source,
            declared.Event.MessageId,
            declared.Corrections.Count.ToString(CultureInfo.InvariantCulture),
            Encoding.UTF8.GetString(EventCatalogue.Encode(declared.Event.Detail)),
        ]);
    }

    /// <summary>Reads a correction: the event, or everything that is wrong with it.</summary>
    public ReadDeclaration Read(WrittenCorrection written, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(written);
        var declared = written.Declared.Event;
        if (DeclarationForms.OfKind(declared.Kind) is not { } form)
        {
            throw new ArgumentException("A declaration of a kind without a form cannot be corrected.", nameof(written));
        }

        if (!string.Equals(written.Seen, Seen(written.Declared), StringComparison.Ordinal))
        {
            return new ReadDeclaration(null, [new CellFault(
                "", "figures that were declared or corrected anew meanwhile", "look at them and correct them again")]);
        }

        var cells = new Dictionary<string, string>(written.Cells, StringComparer.Ordinal)
        {
            [DeclarationForm.AsOf] = declared.OccurredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        var read = declarations.Read(new WrittenDeclaration(form, cells, declared.MessageId), now);
        List<CellFault> faults =
        [
            .. read.Faults,
            .. FaultsOf(Reason, "why it is corrected", written.Reason, LongestReason),
            .. FaultsOf(CorrectedBy, "the role of who corrects it", written.CorrectedBy, LongestName),
        ];
        if (read.Event is { } after)
        {
            faults.AddRange(FaultsOf(declared, after));
        }

        return faults.Count > 0
            ? new ReadDeclaration(null, faults)
            : new ReadDeclaration(Correction(written, read.Event!.Detail, now), []);
    }

    private static FlowEvent Correction(WrittenCorrection written, EventDetail after, DateTimeOffset now)
    {
        var declared = written.Declared.Event;
        var (was, becomes) = (Json(declared.Detail), Json(after));
        return new FlowEvent
        {
            Source = FeedMonitor.Source,
            MessageId = "correction:" + HashOf(
                [written.Seen, becomes.GetRawText(), written.Reason.Trim(), written.CorrectedBy.Trim()]),
            OccurredAt = now,
            Site = declared.Site,
            Detail = new CorrectionMade(
                declared.Source,
                declared.MessageId,
                declared.Kind,
                was,
                becomes,
                written.Reason.Trim(),
                written.CorrectedBy.Trim()),
        };
    }

    private static IEnumerable<CellFault> FaultsOf(FlowEvent declared, FlowEvent after)
    {
        if (!string.Equals(declared.Kind, after.Kind, StringComparison.Ordinal)
            || !string.Equals(
                ((Declaration)declared.Detail).Subject, ((Declaration)after.Detail).Subject, StringComparison.Ordinal))
        {
            yield return new CellFault(
                "", "figures about something else", "the same subject was expected; declare the other one anew");
        }
        else if (declared.Detail.Equals(after.Detail))
        {
            yield return new CellFault("", "the figures as they stand", "at least one other value was expected");
        }
    }

    private static IEnumerable<CellFault> FaultsOf(string field, string what, string text, int longest)
    {
        text = text.Trim();
        if (text.Length == 0 || text.Length > longest || text.Any(char.IsControl))
        {
            yield return new CellFault(field, Shape.Of(text), string.Create(
                CultureInfo.InvariantCulture, $"{what} was expected, in at most {longest} characters"));
        }
        else if (NhsNumberPattern.IsIn(text))
        {
            yield return new CellFault(field, "what looks like an NHS number", "no identifier may be written here");
        }
    }

    private static JsonElement Json(EventDetail detail) => JsonElement.Parse(EventCatalogue.Encode(detail));

    private static string HashOf(IEnumerable<string> parts) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, HashBytes));
}

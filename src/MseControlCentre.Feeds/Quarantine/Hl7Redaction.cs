using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Quarantine;

/// <summary>
/// Writes the redacted copy of an HL7 message: only the fields of a list are kept, identifiers become pseudonyms,
/// everything else is left out. A list of what may stay forgets nothing; a list of what must go would.
/// </summary>
internal static class Hl7Redaction
{
    private const int LongestField = 200;
    private const int MostSegments = 100;
    private const char CarriageReturn = '\r';

    private static readonly SearchValues<char> s_inTimes = SearchValues.Create("0123456789.+-");

    private enum Keep
    {
        Code,
        Time,
        Location,
        Components,
        ControlId,
        Visit,
        Patient,
    }

    private static readonly FrozenDictionary<string, FrozenDictionary<int, Keep>> s_kept =
        new Dictionary<string, FrozenDictionary<int, Keep>>(StringComparer.Ordinal)
        {
            ["MSH"] = Fields((3, Keep.Code), (4, Keep.Code), (5, Keep.Code), (6, Keep.Code), (7, Keep.Time),
                (9, Keep.Components), (10, Keep.ControlId), (11, Keep.Code), (12, Keep.Code)),
            ["EVN"] = Fields((1, Keep.Code), (2, Keep.Time), (3, Keep.Time), (6, Keep.Time)),
            ["PID"] = Fields((3, Keep.Patient), (18, Keep.Visit)),
            ["PV1"] = Fields((2, Keep.Code), (3, Keep.Location), (4, Keep.Code), (6, Keep.Location), (10, Keep.Code),
                (14, Keep.Code), (18, Keep.Code), (19, Keep.Visit), (36, Keep.Code), (37, Keep.Code),
                (42, Keep.Location), (44, Keep.Time), (45, Keep.Time), (50, Keep.Visit)),
            ["PV2"] = Fields((8, Keep.Time), (9, Keep.Time), (38, Keep.Code), (47, Keep.Time)),
            ["MRG"] = Fields((1, Keep.Patient), (3, Keep.Visit), (5, Keep.Visit), (6, Keep.Visit)),
            ["NPU"] = Fields((1, Keep.Location), (2, Keep.Code)),
            ["ZU1"] = Fields((22, Keep.Code), (24, Keep.Time)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The copy, in the standard delimiters.</summary>
    /// <param name="message">The message.</param>
    /// <param name="pseudonymiser">Makes the pseudonyms.</param>
    /// <param name="domain">Domain of the identifiers; without one they are left out.</param>
    public static string Copy(Hl7Message message, Pseudonymiser pseudonymiser, string? domain)
    {
        var copy = new StringBuilder(512);
        for (var index = 0; index < Math.Min(message.SegmentCount, MostSegments); index++)
        {
            var segment = message.Segment(index);
            if (s_kept.TryGetValue(segment.Id.ToString(), out var fields))
            {
                AppendSegment(copy, message, segment, fields, pseudonymiser, domain);
            }
        }

        return copy.ToString();
    }

    private static void AppendSegment(
        StringBuilder copy,
        Hl7Message message,
        Hl7Segment segment,
        FrozenDictionary<int, Keep> fields,
        Pseudonymiser pseudonymiser,
        string? domain)
    {
        copy.Append(segment.Id);
        var first = 1;
        if (segment.IsHeader)
        {
            copy.Append('|').Append(Hl7Delimiters.Standard.EncodingCharacters);
            first = 3;
        }

        for (var number = first; number <= fields.Keys.Max(); number++)
        {
            copy.Append('|');
            if (fields.TryGetValue(number, out var keep))
            {
                copy.Append(Kept(message, segment.Field(number), keep, pseudonymiser, domain));
            }
        }

        copy.Append(CarriageReturn);
    }

    private static string Kept(Hl7Message message, Hl7Value field, Keep keep, Pseudonymiser pseudonymiser,
        string? domain)
    {
        if (field.IsNull)
        {
            return "\"\"";
        }

        return keep switch
        {
            Keep.Visit => Pseudonym(IdentifierKind.Visit, field.Code(), pseudonymiser, domain),
            Keep.Patient => Pseudonym(IdentifierKind.Patient, PatientIdentifier.Choose(field), pseudonymiser, domain),
            Keep.ControlId => Plain(MessageIdentity.Kept(message, pseudonymiser)),
            Keep.Location => Components(field, 4),
            Keep.Components => Components(field, 3),
            Keep.Time => TimeOnly(field.Component(1).Raw.Trim()),
            _ => Plain(field.Code()),
        };
    }

    private static string Pseudonym(IdentifierKind kind, string identifier, Pseudonymiser pseudonymiser,
        string? domain) =>
        identifier.Length == 0 || domain is null ? "" : pseudonymiser.Of(kind, domain, identifier);

    private static string Components(Hl7Value field, int count)
    {
        var parts = new string[count];
        for (var number = 1; number <= count; number++)
        {
            var part = field.Component(number).SubComponent(1);
            parts[number - 1] = part.IsNull ? "\"\"" : Plain(part.Text().Trim());
        }

        return string.Join('^', parts).TrimEnd('^');
    }

    // A time is digits with a fraction and an offset; whatever else stands there is not kept.
    private static string TimeOnly(ReadOnlySpan<char> raw) =>
        raw.Length <= 26 && !raw.ContainsAnyExcept(s_inTimes) && !NhsNumberPattern.IsIn(raw) ? raw.ToString() : "";

    private static string Plain(string text) => text.Length > LongestField || NhsNumberPattern.IsIn(text)
        ? ""
        : Hl7Escapes.Escape(text, Hl7Delimiters.Standard);

    private static FrozenDictionary<int, Keep> Fields(params (int Number, Keep Keep)[] fields) =>
        fields.ToFrozenDictionary(field => field.Number, field => field.Keep);
}

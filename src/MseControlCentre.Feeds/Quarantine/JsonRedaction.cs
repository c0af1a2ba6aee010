using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Quarantine;

/// <summary>
/// Writes the redacted copy of a JSON event: only members that its kind knows, identifiers as pseudonyms, words only
/// when they are short and hold no identifier.
/// </summary>
internal static class JsonRedaction
{
    private const int LongestText = 120;
    private const int LongestCode = 64;
    private static readonly string[] s_envelope = ["source", "occurredAt", "site", "kind"];

    /// <summary>The copy; null when there is no object to copy.</summary>
    /// <param name="item">The event as sent.</param>
    /// <param name="kind">Its kind, when it is known; without one no detail is kept.</param>
    /// <param name="messageId">Its message identity as it may be kept.</param>
    /// <param name="pseudonymiser">Makes the pseudonyms.</param>
    /// <param name="domain">Domain of the identifiers; without one they are left out.</param>
    public static string? Copy(
        JsonElement item, EventKind? kind, string? messageId, Pseudonymiser pseudonymiser, string? domain)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in s_envelope)
            {
                if (item.TryGetProperty(name, out var value) && Plain(value) is { Length: <= LongestCode } text
                    && IsCode(text))
                {
                    writer.WriteString(name, text);
                }
            }

            if (messageId is not null)
            {
                writer.WriteString("messageId", messageId);
            }

            if (kind is not null && item.TryGetProperty("detail", out var detail)
                && detail.ValueKind == JsonValueKind.Object)
            {
                writer.WritePropertyName("detail");
                WriteObject(writer, detail, kind.Json, pseudonymiser, domain);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteObject(
        Utf8JsonWriter writer, JsonElement value, JsonTypeInfo type, Pseudonymiser pseudonymiser, string? domain)
    {
        writer.WriteStartObject();
        foreach (var member in type.Properties)
        {
            if (!value.TryGetProperty(member.Name, out var part))
            {
                continue;
            }

            if (IdentifierMembers.Names.TryGetValue(member.Name, out var kind))
            {
                if (domain is not null && part.ValueKind == JsonValueKind.String
                    && JsonShape.Text(part) is { Length: > 0 } own)
                {
                    writer.WriteString(member.Name, pseudonymiser.Of(kind, domain, own));
                }
            }
            else if (part.ValueKind == JsonValueKind.Object && member.PropertyType == typeof(Place))
            {
                writer.WritePropertyName(member.Name);
                WriteObject(writer, part, member.Options.GetTypeInfo(typeof(Place)), pseudonymiser, domain);
            }
            else
            {
                WriteValue(writer, member, part);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonPropertyInfo member, JsonElement value)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            writer.WriteBoolean(member.Name, value.GetBoolean());
        }
        else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            writer.WriteNumber(member.Name, number);
        }
        else if (Plain(value) is { } text && Fits(value, text, type))
        {
            writer.WriteString(member.Name, text);
        }
    }

    // A name in the place of a category or a time is what the event was rejected for: it must not stay in the copy.
    private static bool Fits(JsonElement value, string text, Type type) =>
        type.IsEnum ? Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase)
        : type == typeof(DateTimeOffset) ? value.TryGetDateTimeOffset(out _)
        : type == typeof(string);

    // Feed ids, site codes, kinds and times have no spaces; somebody's name in the wrong member mostly has.
    private static bool IsCode(string text) => text.All(c => char.IsAsciiLetterOrDigit(c)
        || c is '-' or '_' or '.' or ':' or '+');

    private static string? Plain(JsonElement value) => value.ValueKind == JsonValueKind.String
        && JsonShape.Text(value) is { Length: > 0 and <= LongestText } text && !NhsNumberPattern.IsIn(text)
        ? text
        : null;
}

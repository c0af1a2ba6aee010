using System.Text.Json;
using System.Text.Unicode;

namespace MseControlCentre.Domain.Network;

/// <summary>Reads the text of a configuration file into JSON that can be walked without surprises.</summary>
internal static class JsonText
{
    // A file saved by some Windows editors begins with it.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Reads the text. Null when it is no JSON; then an error about the file as a whole has been added.
    /// </summary>
    public static JsonElement? Read(ReadOnlySpan<byte> utf8, int largestBytes, List<NetworkFileError> errors)
    {
        if (utf8.Length > largestBytes)
        {
            return Failed(errors, $"{utf8.Length} bytes", $"at most {largestBytes} bytes");
        }

        if (utf8.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        try
        {
            return IsUnicode(utf8)
                ? JsonElement.Parse(utf8)
                : Failed(errors, "text that is no Unicode", "UTF-8, and \\u escapes that make whole characters");
        }
        catch (JsonException error)
        {
            // The parser counts lines from zero; people count from one. Its own message may quote the file.
            return Failed(
                errors,
                $"something that is no JSON in line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}",
                "one JSON object in UTF-8, without comments or trailing commas");
        }
    }

    /// <summary>
    /// The JSON parser lets bad UTF-8 and halves of characters (<c>"\ud800"</c>) pass until the text is asked for.
    /// </summary>
    private static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    _ = reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static JsonElement? Failed(List<NetworkFileError> errors, string found, string expected)
    {
        errors.Add(new NetworkFileError("file", found, expected));
        return null;
    }
}

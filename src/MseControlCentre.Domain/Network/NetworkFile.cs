using System.Text.Json;
using System.Text.Unicode;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// Reads a network file (UTF-8 JSON, <c>deploy/networks/network.schema.json</c>) into a <see cref="NetworkMap"/>.
/// </summary>
public static class NetworkFile
{
    /// <summary>
    /// Largest file that is read, in bytes (4 MiB): forty times the file of a system with three hospitals. It bounds
    /// the map and the list of errors.
    /// </summary>
    public const int LargestBytes = 4 * 1024 * 1024;

    // A file saved by some Windows editors begins with it.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a network file and names everything that is wrong with it at once.</summary>
    public static NetworkFileResult Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LargestBytes)
        {
            return Failed($"{utf8.Length} bytes", $"at most {LargestBytes} bytes");
        }

        if (utf8.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        try
        {
            if (!IsUnicode(utf8))
            {
                return Failed("text that is no Unicode", "UTF-8, and \\u escapes that make whole characters");
            }

            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            // The parser counts lines from zero; people count from one. Its own message may quote the file.
            return Failed(
                $"something that is no JSON in line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}",
                "one JSON object in UTF-8, without comments or trailing commas");
        }
    }

    private static NetworkFileResult Read(JsonElement root)
    {
        var errors = new List<NetworkFileError>();
        var map = NetworkSections.Network(new ObjectReader(root, "", errors));
        CodeRules.Check(map, errors);
        LocationRules.Check(map, errors);
        FeedRules.Check(map, errors);
        ThresholdRules.Check(map.Thresholds, errors);
        ThresholdRules.Check(map.Declarations, errors);
        return new NetworkFileResult(map, errors);
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

    private static NetworkFileResult Failed(string found, string expected) =>
        new(null, [new NetworkFileError("file", found, expected)]);
}

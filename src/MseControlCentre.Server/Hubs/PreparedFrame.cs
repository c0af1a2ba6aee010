using System.Text.Json;
using System.Text.Json.Serialization;

namespace MseControlCentre.Server.Hubs;

/// <summary>A frame written as JSON once and sent to every viewer who needs the same.</summary>
/// <param name="Version">Version of the board that a viewer has after it.</param>
/// <param name="Utf8">The JSON.</param>
[JsonConverter(typeof(PreparedFrameConverter))]
public sealed record PreparedFrame(long Version, ReadOnlyMemory<byte> Utf8);

/// <summary>Writes a prepared frame as it is.</summary>
public sealed class PreparedFrameConverter : JsonConverter<PreparedFrame>
{
    /// <inheritdoc />
    public override PreparedFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Frames go from the server to viewers only.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PreparedFrame value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}

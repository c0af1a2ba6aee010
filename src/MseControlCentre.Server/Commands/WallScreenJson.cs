using System.Text.Json;
using System.Text.Json.Serialization;

namespace MseControlCentre.Server.Commands;

/// <summary>One screen as the commands print it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Place">Where it hangs.</param>
/// <param name="State"><c>not opened</c>, <c>shows the wall</c> or <c>revoked</c>.</param>
/// <param name="OpenedAt">When a link was last opened (UTC).</param>
/// <param name="RevokedAt">When it was taken back (UTC).</param>
internal sealed record WallScreenLine(
    Guid Id, string Place, string State, DateTimeOffset? OpenedAt, DateTimeOffset? RevokedAt);

/// <summary>How they are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MadeLink))]
[JsonSerializable(typeof(List<WallScreenLine>))]
internal sealed partial class WallScreenJson : JsonSerializerContext;

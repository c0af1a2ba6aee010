using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MseControlCentre.Feeds.Credentials;

namespace MseControlCentre.Server.Commands;

/// <summary>One credential as the commands print it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Source">The feed it speaks for.</param>
/// <param name="Kind"><c>key</c>, <c>certificate</c> or <c>authority</c>.</param>
/// <param name="Sites">Sites it may tell about; empty for all.</param>
/// <param name="State"><c>live</c>, <c>ends</c>, <c>ended</c> or <c>revoked</c>.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="LastUsedAt">When it let somebody in last (UTC); null if never.</param>
/// <param name="EndsAt">When the next one takes its place (UTC).</param>
/// <param name="RevokedAt">When it was revoked (UTC).</param>
internal sealed record FeedKeyRow(
    string Id,
    string Source,
    string Kind,
    IReadOnlyList<string> Sites,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? EndsAt,
    DateTimeOffset? RevokedAt)
{
    /// <summary>The key itself, only when it has just been made.</summary>
    public string? Key { get; init; }

    public static FeedKeyRow Of(FeedCredential credential, DateTimeOffset now) => new(
        credential.Id,
        credential.Source,
        credential.Kind switch
        {
            CredentialKind.Key => "key",
            CredentialKind.Certificate => "certificate",
            _ => "authority",
        },
        credential.Sites,
        credential.RevokedAt is not null ? "revoked"
            : !credential.IsLive(now) ? "ended"
            : credential.EndsAt is null ? "live" : "ends",
        credential.CreatedAt,
        credential.LastUsedAt,
        credential.EndsAt,
        credential.RevokedAt);

    /// <inheritdoc />
    public override string ToString()
    {
        var sites = Sites.Count == 0 ? "all sites" : string.Join(' ', Sites);
        var when = State switch
        {
            "revoked" => $"revoked {Text(RevokedAt)}",
            "live" => "live",
            var state => $"{state} {Text(EndsAt)}",
        };
        return $"{Id,-32} {Kind,-11} {sites}; made {Text(CreatedAt)}; last used {Text(LastUsedAt)}; {when}";
    }

    private static string Text(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";
}

/// <summary>The JSON form.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedKeyRow))]
[JsonSerializable(typeof(List<FeedKeyRow>))]
internal sealed partial class FeedKeyJson : JsonSerializerContext;

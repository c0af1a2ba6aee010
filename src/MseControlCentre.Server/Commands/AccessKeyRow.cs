using System.Globalization;
using System.Text.Json.Serialization;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Commands;

/// <summary>One access key as the commands print it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">What the program is.</param>
/// <param name="Roles">What it is for.</param>
/// <param name="Sites">Its sites.</param>
/// <param name="Organisation">Its organisation; null for none.</param>
/// <param name="State"><c>holds</c>, <c>ended</c> or <c>revoked</c>.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="EndsAt">When it ends (UTC).</param>
internal sealed record AccessKeyRow(
    Guid Id,
    string Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Sites,
    string? Organisation,
    string State,
    DateTimeOffset MadeAt,
    DateTimeOffset EndsAt)
{
    /// <summary>The key itself, only when it has just been made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>The row as people read it.</summary>
    [JsonIgnore]
    public string InWords => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id}  {State,-8} until {EndsAt:u}  {string.Join(", ", Roles)}  {Name}");

    public static AccessKeyRow Of(AccessKey key, DateTimeOffset now) => new(
        key.Id,
        key.Name,
        [.. key.Roles.Select(role => role.ToString())],
        [.. key.Sites],
        key.Organisation,
        key.RevokedAt is not null ? "revoked" : key.HoldsAt(now) ? "holds" : "ended",
        key.MadeAt,
        key.EndsAt);
}

/// <summary>How the rows are written.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AccessKeyRow))]
[JsonSerializable(typeof(List<AccessKeyRow>))]
internal sealed partial class AccessKeyJson : JsonSerializerContext;

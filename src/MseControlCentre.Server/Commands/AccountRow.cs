using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Commands;

/// <summary>One account as the commands print it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="SignsInAs">Name it signs in with.</param>
/// <param name="Roles">What it is for.</param>
/// <param name="Sites">Its sites.</param>
/// <param name="Organisation">Its organisation; null for none.</param>
/// <param name="State"><c>in use</c>, <c>locked</c> for a while after wrong passwords, or <c>closed</c>.</param>
/// <param name="LastSignedInAt">When somebody last signed in with it (UTC); null if never.</param>
/// <param name="ClosedAt">When it was closed (UTC); null while it is open.</param>
internal sealed record AccountRow(
    string Id,
    string Name,
    string SignsInAs,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Sites,
    string? Organisation,
    string State,
    DateTimeOffset? LastSignedInAt,
    DateTimeOffset? ClosedAt)
{
    /// <summary>What it is for, in words.</summary>
    [JsonIgnore]
    public string Rights { get; init; } = string.Empty;

    /// <summary>The row as people read it.</summary>
    [JsonIgnore]
    public string InWords => string.Create(
        CultureInfo.InvariantCulture, $"{Id}  {State,-6}  last {Last,-17}  {SignsInAs}  {Rights}");

    private string Last => LastSignedInAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
        ?? "never";

    public static AccountRow Of(Account account, DateTimeOffset now) => new(
        account.Id,
        account.DisplayName,
        account.UserName ?? string.Empty,
        [.. account.Roles.Select(role => role.ToString())],
        [.. account.Sites],
        account.Organisation,
        account.ClosedAt is not null ? "closed" : account.LockoutEnd > now ? "locked" : "in use",
        account.LastSignedInAt,
        account.ClosedAt)
    {
        Rights = new AccountRights([.. account.Roles], [.. account.Sites], account.Organisation).InWords,
    };
}

/// <summary>How the rows are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MadeLink))]
[JsonSerializable(typeof(List<AccountRow>))]
internal sealed partial class AccountJson : JsonSerializerContext;

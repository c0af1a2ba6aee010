using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>
/// A link by which one person makes an account, or gives theirs a new password, once. The first is printed at the first
/// start.
/// </summary>
public sealed class Invitation
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Hash of the secret in the link.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What the account will be for.</summary>
    public IList<Role> Roles { get; init; } = [];

    /// <summary>Codes of the sites that it will be given.</summary>
    public IList<string> Sites { get; init; } = [];

    /// <summary>Code of the partner that it will be of; null for none.</summary>
    public string? Organisation { get; init; }

    /// <summary>Identity of the account that it gives a new password; null when it makes one.</summary>
    public string? Account { get; init; }

    /// <summary>Who made it: an account, or <c>first start</c>.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Until when it can be used (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used or taken back (UTC); null while it can be used.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>What a program shows that reads: a report, a monitor. Feeds, which send, have keys of their own.</summary>
public sealed class AccessKey
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the program is, such as <c>Board report</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the key.</summary>
    public required string SecretHash { get; init; }

    /// <summary>What it is for.</summary>
    public IList<Role> Roles { get; init; } = [];

    /// <summary>Codes of the sites that it is given.</summary>
    public IList<string> Sites { get; init; } = [];

    /// <summary>Code of the partner that it is of; null for none.</summary>
    public string? Organisation { get; init; }

    /// <summary>Who made it: an account, or <c>command</c>.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it ends (UTC).</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was taken back (UTC); null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && EndsAt > now;

    /// <summary>The program as the rest of the server knows it.</summary>
    public Actor ToActor() => new(
        "key:" + Id, Name, Roles.ToHashSet(), Sites.ToHashSet(StringComparer.Ordinal), Organisation);
}

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>A session of somebody whom their organisation's provider vouches for; gone when they sign out.</summary>
public sealed class OrganisationSession
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Whose it is.</summary>
    public required string ActorId { get; init; }

    /// <summary>When it ends, whoever uses it (UTC).</summary>
    public required DateTimeOffset EndsAt { get; init; }
}

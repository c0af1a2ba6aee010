namespace MseControlCentre.Server.Accounts.Store;

/// <summary>A link that opens the wall on a screen nobody signs in to: counts only, until it is taken back.</summary>
public sealed class WallLink
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where the screen hangs, such as <c>Control room, north wall</c>.</summary>
    public required string Place { get; set; }

    /// <summary>Hash of the secret in the link now.</summary>
    public required string SecretHash { get; set; }

    /// <summary>
    /// Hash of the secret before it was renewed, which still works until <see cref="PreviousUntil"/>, so that no wall goes
    /// dark while somebody walks to it; null when there is none.
    /// </summary>
    public string? PreviousHash { get; set; }

    /// <summary>Until when the secret before works (UTC).</summary>
    public DateTimeOffset? PreviousUntil { get; set; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was taken back (UTC); null while it opens the wall.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>
/// A screen that shows the wall and that nobody signs in to: counts only, until it is taken back. Its link opens one
/// screen, once; to move or mend the screen the link is renewed.
/// </summary>
public sealed class WallScreen
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where it hangs, such as <c>Control room, north wall</c>.</summary>
    public required string Place { get; set; }

    /// <summary>Hash of the secret of a link that has not been opened; null when there is none.</summary>
    public string? SecretHash { get; set; }

    /// <summary>Until when that link can be opened (UTC).</summary>
    public DateTimeOffset? SecretExpiresAt { get; set; }

    /// <summary>
    /// What the screen's cookie must say, anew each time a link is opened; null until one is. The screen before keeps
    /// showing the wall until another has taken its place.
    /// </summary>
    public Guid? Stamp { get; set; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When a link was last opened (UTC); null until one is.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>When it was taken back (UTC); null while it shows the wall.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

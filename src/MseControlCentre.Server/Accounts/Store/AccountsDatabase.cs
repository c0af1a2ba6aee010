using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>
/// Accounts, invitations, screens of walls and keys of programs: <c>accounts.db</c> in the data directory.
/// </summary>
/// <param name="options">Where it is.</param>
public sealed class AccountsDatabase(DbContextOptions<AccountsDatabase> options)
    : IdentityUserContext<Account>(options)
{
    /// <summary>Links by which accounts are made.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Screens that show the wall.</summary>
    public DbSet<WallScreen> WallScreens => Set<WallScreen>();

    /// <summary>Keys of programs that read.</summary>
    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    /// <summary>Sessions of people whom their organisation's provider vouches for.</summary>
    public DbSet<OrganisationSession> OrganisationSessions => Set<OrganisationSession>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.Entity<Account>().PrimitiveCollection(account => account.Roles).ElementType().HasConversion<string>();
        builder.Entity<Invitation>().PrimitiveCollection(link => link.Roles).ElementType().HasConversion<string>();
        builder.Entity<AccessKey>().PrimitiveCollection(key => key.Roles).ElementType().HasConversion<string>();
        builder.Entity<AccessKey>().HasIndex(key => key.SecretHash).IsUnique();
        builder.Entity<Invitation>().HasIndex(link => link.SecretHash).IsUnique();
        builder.Entity<WallScreen>().HasIndex(screen => screen.SecretHash).IsUnique();

        // SQLite compares no instants with an offset.
        builder.Entity<OrganisationSession>().Property(session => session.EndsAt)
            .HasConversion(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
    }
}

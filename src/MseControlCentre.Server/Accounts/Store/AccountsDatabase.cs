using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>Accounts, invitations and screens of walls: <c>accounts.db</c> in the data directory.</summary>
/// <param name="options">Where it is.</param>
public sealed class AccountsDatabase(DbContextOptions<AccountsDatabase> options)
    : IdentityUserContext<Account>(options)
{
    /// <summary>Links by which accounts are made.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Screens that show the wall.</summary>
    public DbSet<WallScreen> WallScreens => Set<WallScreen>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.Entity<Account>().PrimitiveCollection(account => account.Roles).ElementType().HasConversion<string>();
        builder.Entity<Invitation>().PrimitiveCollection(link => link.Roles).ElementType().HasConversion<string>();
        builder.Entity<Invitation>().HasIndex(link => link.SecretHash).IsUnique();
        builder.Entity<WallScreen>().HasIndex(screen => screen.SecretHash).IsUnique();
    }
}

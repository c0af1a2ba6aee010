using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>Who may do what, for whom.</summary>
public sealed class GrantsTests
{
    private static readonly Role[] s_withoutPatients = [Role.Wall, Role.Observer, Role.Administrator, Role.Auditor, Role.Feed];

    [Fact]
    public void Nobody_MayDoNothing()
    {
        foreach (var operation in Enum.GetValues<Operation>())
        {
            Assert.False(Actor.Nobody.MaySomewhere(operation));
            Assert.False(Actor.Nobody.May(operation, Subject.System));
        }
    }

    [Fact]
    public void EveryOperation_MayBeDoneBySomebody()
    {
        foreach (var operation in Enum.GetValues<Operation>())
        {
            Assert.Contains(Enum.GetValues<Role>(), role => Grants.Of(role, operation) is not Reach.Nowhere);
        }
    }

    [Fact]
    public void WallsFeedsAdministratorsAndAuditors_NeverSeePatients()
    {
        foreach (var role in s_withoutPatients)
        {
            Assert.Equal(Reach.Nowhere, Grants.Of(role, Operation.SeePatients));
            Assert.Equal(Reach.Nowhere, Grants.Of(role, Operation.SeeDelayedDischarges));
        }
    }

    [Theory]
    [InlineData("RAJ12", true)]
    [InlineData("RAJ32", false)]
    [InlineData(null, false)]
    public void ASiteManager_SeesPatientsOfOwnSitesOnly(string? site, bool may)
    {
        var manager = Somebody(Role.SiteManager, sites: ["RAJ12"]);

        Assert.Equal(may, manager.May(Operation.SeePatients, new Subject(Site: site)));
        Assert.True(manager.MaySomewhere(Operation.SeePatients));
    }

    [Theory]
    [InlineData("southend-council", true)]
    [InlineData("essex-council", false)]
    [InlineData(null, false)]
    public void APartner_SeesTheDelaysThatItCanUnblock(string? organisation, bool may) =>
        Assert.Equal(
            may,
            Somebody(Role.Partner, organisation: "southend-council")
                .May(Operation.SeeDelayedDischarges, new Subject(Organisation: organisation)));

    [Fact]
    public void ARoleWithoutSites_ReachesNone()
    {
        var manager = Somebody(Role.SiteManager);

        Assert.False(manager.MaySomewhere(Operation.SeePatients));
        Assert.False(manager.May(Operation.SeePatients, Subject.OfSite("RAJ12")));
    }

    [Fact]
    public void SeveralRoles_AddUp()
    {
        var both = Somebody([Role.Auditor, Role.SiteManager], ["RAJ12"]);

        Assert.True(both.May(Operation.SeeAudit, Subject.System));
        Assert.True(both.May(Operation.SeePatients, Subject.OfSite("RAJ12")));
        Assert.False(both.May(Operation.KeepAccounts, Subject.System));
    }

    private static Actor Somebody(Role role, string[]? sites = null, string? organisation = null) =>
        Somebody([role], sites ?? [], organisation);

    private static Actor Somebody(Role[] roles, string[] sites, string? organisation = null) =>
        new("p_1", "A. Person", roles.ToHashSet(), sites.ToHashSet(StringComparer.Ordinal), organisation);
}

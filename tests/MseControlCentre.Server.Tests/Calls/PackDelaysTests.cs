using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Delays in a pack: what is old is called neither better nor worse, and what is not known is not none.</summary>
public sealed class PackDelaysTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
    private static readonly CallsContext s_context = CallsContext.Of(s_network, s_at);
    private static readonly CallPack s_pack = new PackGiven(s_network).At(s_at, s_at.AddDays(-1));

    [Fact]
    public void Change_WhenTheFeedIsSilentNow_IsNotSaid()
    {
        var view = PackDelaysView.Of(WithDelays(s_pack.Delays with { Quality = FigureQuality.Stale }), s_context);

        Assert.All(view.Owners, owner => Assert.Null(owner.Change));
        Assert.Equal(
            "42 patients, 118 days; longest 31 days. Commonest reason: Home-based care not available (14).",
            view.Owners[0].Challenge);
        Assert.Equal("20 patients, 58 days, not known how many at Sat 28 Nov 10:00.", view.Owners[2].Challenge);
        Assert.Equal("1 patient, 0 days.", view.Owners[3].Challenge);
        Assert.Equal("94 patients, 264 days; for 3 no date was told, and they count no day.", view.Total);
        Assert.Equal("no longer current", view.Note);
    }

    [Fact]
    public void Change_WhenTheFeedWasSilentThen_IsNotKnown()
    {
        var system = s_pack.Places[0];
        var view = PackDelaysView.Of(
            s_pack with
            {
                Places =
                [
                    system with
                    {
                        Standing =
                        [
                            .. system.Standing.Select(one => one with
                            {
                                Then = one.Then with { Quality = FigureQuality.Stale },
                            }),
                        ],
                    },
                    .. s_pack.Places.Skip(1),
                ],
            },
            s_context);

        Assert.All(view.Owners, owner => Assert.Null(owner.Change));
        Assert.Equal("1 patient, 0 days, not known how many at Sat 28 Nov 10:00.", view.Owners[3].Challenge);
        Assert.StartsWith(
            "94 patients, 264 days, not known how many at Sat 28 Nov 10:00;", view.Total, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_WhenBothAreCurrent_IsSaid()
    {
        var view = PackDelaysView.Of(s_pack, s_context);

        Assert.Equal(new PackChange("▲", "9 more", "worse"), view.Owners[0].Change);
        Assert.StartsWith(
            "94 patients, 264 days, 4 more than Sat 28 Nov 10:00;", view.Total, StringComparison.Ordinal);
    }

    [Fact]
    public void Delays_OfAFeedThatWasNeverHeard_AreNotKnown_AndNobodyIsSaidToHaveNone()
    {
        var view = PackDelaysView.Of(
            WithDelays(s_pack.Delays with { Quality = FigureQuality.Unknown, Patients = 0, Days = 0, Undated = 0 }),
            s_context);

        Assert.Empty(view.Owners);
        Assert.Equal("Not known how many: no feed tells of them.", view.Total);
        Assert.Equal("not known", view.Note);
    }

    [Fact]
    public void Owner_WhoHasNoneAndHadNone_IsNamed()
    {
        var none = new PackDelayOwner(
            "care-transfer-hub",
            "Care transfer hub",
            0,
            0,
            0,
            null,
            0,
            [0, 0, 0, 0, 0],
            new Dictionary<string, int>(StringComparer.Ordinal));
        var view = PackDelaysView.Of(
            WithDelays(s_pack.Delays with { Owners = [.. s_pack.Delays.Owners, none] }), s_context);

        Assert.Equal(
            ("Care transfer hub", "0 patients, 0 days, as many as Sat 28 Nov 10:00."),
            (view.Owners[^1].Name, view.Owners[^1].Challenge));
    }

    [Fact]
    public void Screen_OfASite_TellsWhatIsThereFromWhatIsOfTheWholeSystem()
    {
        var site = s_network.Sites[0].Code;
        var owner = s_pack.Delays.Owners[0];

        var there = Assert.Single(
            PresentDelay.Of(s_pack, site, isSystem: false), delay => delay.Owner == owner.Name);

        Assert.Equal((owner.BySite[site], 42, "33"), (there.Here, there.All, there.AllThen));
    }

    private static CallPack WithDelays(PackDelays delays) => s_pack with { Delays = delays };
}

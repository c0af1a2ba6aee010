using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>How values of a pack and their changes are said.</summary>
public sealed class PackTextTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
    private static readonly CallsContext s_context = CallsContext.Of(s_network, s_at);

    [Theory]
    [InlineData(10, 7, Better.Lower, "patients", "▲", "3 more", "worse")]
    [InlineData(7, 10, Better.Lower, "patients", "▼", "3 fewer", "better")]
    [InlineData(10, 7, Better.Higher, "places", "▲", "3 more", "better")]
    [InlineData(7, 10, Better.Neither, "beds", "▼", "3 fewer", null)]
    [InlineData(97.2, 95.9, Better.Lower, "percent", "▲", "1.3 points more", "worse")]
    [InlineData(1.5, 3, Better.Lower, "hours", "▼", "1.5 h less", "better")]
    [InlineData(5, 5, Better.Lower, "patients", "", "the same", null)]
    public void Change_OfTwoKnownValues_SaysHowMuchAndWhetherItIsBetter(
        double now, double then, Better better, string unit, string arrow, string words, string? verdict) => Assert.Equal(
            new PackChange(arrow, words, verdict),
            PackChange.Of(new(now, FigureQuality.Live), new(then, FigureQuality.Live), better, unit));

    [Theory]
    [InlineData("RAJ12", 0.0, FigureQuality.Live, true)]
    [InlineData("RAJ12", 2.0, FigureQuality.Live, false)]
    [InlineData("RAJ12", null, FigureQuality.Unknown, false)]
    [InlineData("RAJ32", 0.0, FigureQuality.Live, false)]
    public void LongestWait_WithoutAValue_IsNoneOnlyWhereItIsKnownThatNobodyWaits(
        string site, double? waiting, FigureQuality quality, bool expected)
    {
        var longest = Standing("RAJ12:ambulance.longest-wait", new PackValue(null, FigureQuality.Unknown));
        var others = new[] { longest, Standing($"{site}:ambulance.waiting", new PackValue(waiting, quality)) };

        Assert.Equal(expected, PackText.IsNone(others, longest, one => one.Now));
    }

    [Fact]
    public void LongestWait_ThatIsKnown_IsNotNone()
    {
        var longest = Standing("RAJ12:ambulance.longest-wait", new PackValue(41, FigureQuality.Live));
        var others = new[] { longest, Standing("RAJ12:ambulance.waiting", new PackValue(0, FigureQuality.Live)) };

        Assert.False(PackText.IsNone(others, longest, one => one.Now));
    }

    private static PackStanding Standing(string figure, PackValue now) =>
        new(figure, "A figure", "minutes", Better.Lower, now, now);

    [Fact]
    public void Change_WhenOneSideIsNotKnown_IsNone()
    {
        var (known, unknown) = (new PackValue(5, FigureQuality.Live), new PackValue(null, FigureQuality.Unknown));

        Assert.Null(PackChange.Of(known, unknown, Better.Lower, "patients"));
        Assert.Null(PackChange.Of(unknown, known, Better.Lower, "patients"));
    }

    [Fact]
    public void Change_OfWhatIsNoLongerCurrent_IsNone()
    {
        var (known, old) = (new PackValue(5, FigureQuality.Live), new PackValue(9, FigureQuality.Stale));

        Assert.Null(PackChange.Of(old, known, Better.Lower, "patients"));
        Assert.Null(PackChange.Of(known, old, Better.Lower, "patients"));
        Assert.Null(PackChange.DifferenceOf(old, known));
        Assert.Equal(0, PackChange.DifferenceOf(known, known));
    }

    [Theory]
    [InlineData(1234.0, FigureQuality.Live, "patients", "1,234", null)]
    [InlineData(97.25, FigureQuality.Late, "percent", "97.3%", "late")]
    [InlineData(-14.0, FigureQuality.Live, "beds", "−14", null)]
    [InlineData(0.0, FigureQuality.Live, "patients", "0", null)]
    [InlineData(null, FigureQuality.Unknown, "patients", "–", "not known")]
    [InlineData(3.0, FigureQuality.Stale, "beds", "3", "no longer current")]
    public void Value_IsSaidWithWhatMustBeKnownOfIt(
        double? value, FigureQuality quality, string unit, string text, string? note)
    {
        var one = new PackValue(value, quality);

        Assert.Equal((text, note), (PackText.Of(one, unit), PackText.Note(one, s_context, s_at)));
    }

    [Fact]
    public void Note_OfAValueCountedInPart_SaysSinceWhen() => Assert.Equal(
        "counted since 02:10",
        PackText.Note(new PackValue(4, FigureQuality.Live, s_at.AddMinutes(-470)), s_context, s_at));

    [Fact]
    public void Challenge_OfAnOwner_NamesPatientsDaysChangeAndReason()
    {
        var pack = new PackGiven(s_network).At(s_at, s_at.AddDays(-1));

        var owners = PackDelaysView.Of(pack, s_context).Owners;

        Assert.Equal(
            "42 patients, 118 days, 9 more than Sat 28 Nov 10:00; longest 31 days. "
                + "Commonest reason: Home-based care not available (14).",
            owners[0].Challenge);
        Assert.Equal("20 patients, 58 days, not known how many at Sat 28 Nov 10:00.", owners[2].Challenge);
        Assert.Equal("1 patient, 0 days, as many as Sat 28 Nov 10:00.", owners[3].Challenge);
    }

    [Fact]
    public void Table_OfAPack_HoldsEveryPlaceAndFigure_AndLeadsToWhatWasSoThen()
    {
        var pack = new PackGiven(s_network).At(s_at, s_at.AddDays(-1));

        var table = PackTable.Of(pack, s_context, isKept: true);
        var cells = table.Groups.SelectMany(group => group.Rows).SelectMany(row => row.Cells).ToList();

        Assert.Equal(pack.Places.Select(place => place.Name), table.Places.Select(place => place.Name));
        Assert.Equal(pack.Places.Sum(place => place.Standing.Count + place.Flow.Count + place.Ahead.Count), cells.Count);
        Assert.All(cells, cell => Assert.EndsWith("?at=2026-11-29T10%3A00", cell!.Link, StringComparison.Ordinal));
    }
}

using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Calls;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>A call never reads that nothing happened where nobody tells of it.</summary>
public sealed class PresentFlowTests
{
    [Fact]
    public void WhatASilentFeedTold_IsOld_AndNamedTogether()
    {
        var flows = Of(
            ("ED arrivals", 0, FigureQuality.Stale),
            ("Handovers", 3, FigureQuality.Live),
            ("Discharges", 7, FigureQuality.Stale),
            ("Ambulance arrivals", null, FigureQuality.Unknown),
            ("Emergency admissions", 2, FigureQuality.Late));

        Assert.Equal([true, false, true, false, false], flows.Select(flow => flow.Since.IsOld));
        Assert.Equal(["0", "3", "7", "–", "2"], flows.Select(flow => flow.Since.Text));
        Assert.Equal(
            ["No longer current: ED arrivals, Discharges.", "Not known: Ambulance arrivals.", "Late: Emergency admissions."],
            PresentFlow.DoubtsOf(flows));
    }

    [Fact]
    public void WhatIsHeard_NeedsNoWords() =>
        Assert.Empty(PresentFlow.DoubtsOf(Of(("Handovers", 3, FigureQuality.Live))));

    private static IReadOnlyList<PresentFlow> Of(params (string Name, double? Since, FigureQuality Quality)[] flows) =>
        PresentFlow.Of(new PackPlace(
            "RAJ12",
            "Basildon",
            new PackOpel(null, null, null),
            [],
            [
                .. flows.Select(flow => new PackFlow(
                    "RAJ12:x", flow.Name, "count", Better.Lower, new PackValue(flow.Since, flow.Quality),
                    new PackValue(1, FigureQuality.Live))),
            ],
            []));
}

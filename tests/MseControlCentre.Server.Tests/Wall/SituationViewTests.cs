using MseControlCentre.Domain.Constraints;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Tests.Wall;

/// <summary>Which constraints have one of the three cards.</summary>
public sealed class SituationViewTests
{
    [Fact]
    public void Shown_OfMany_AreTheFirstThree()
    {
        var constraints = new[] { "a", "b", "c", "d" }.Select(scope => Of(scope)).ToList();

        Assert.Equal(["a", "b", "c"], SituationView.Shown(constraints).Select(one => one.Scope));
    }

    [Fact]
    public void Shown_OfFew_AreThese() => Assert.Equal(
        ["blind"], SituationView.Shown([Of("blind", ConstraintKind.NotKnown)]).Select(one => one.Scope));

    [Fact]
    public void Shown_OfNone_IsNothing() => Assert.Empty(SituationView.Shown([]));

    private static Constraint Of(string scope, ConstraintKind kind = ConstraintKind.LongStays) => new(
        kind, scope, scope, Severity.Watch, 1, 60, null, false, null, scope + ":ed.over-long", null, [], [])
    {
        What = "9 in ED over 12 h",
        Headline = scope + ": 9 in ED over 12 h",
    };
}

using System.Globalization;
using System.Runtime.InteropServices;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>What a span of time usually brings to one site.</summary>
/// <param name="Site">ODS site code.</param>
/// <param name="From">When the span begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="Expected">How many, and what that rests on.</param>
/// <param name="Trust">How far that can be trusted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SiteExpectation(
    string Site, DateTimeOffset From, DateTimeOffset To, ExpectedCount Expected, Trust Trust)
{
    /// <summary>
    /// What a span usually brings to each site of a scope. The system's is the sum of its sites', so that the two never
    /// tell different stories.
    /// </summary>
    public static IEnumerable<SiteExpectation> Of(
        ScopeView view,
        MarkKind kind,
        FeedSubject subject,
        Func<ScopeView, (DateTimeOffset From, DateTimeOffset To)> span)
    {
        foreach (var site in view.Sites)
        {
            var one = view.Sites.Count == 1 ? view : new ScopeView(Scope.Site, site.Site.Code, [site], view.Sources);
            var (from, to) = span(one);
            var expected = ExpectedCount.In(one, kind, subject, from, to);
            yield return new SiteExpectation(site.Site.Code, from, to, expected, expected.TrustIn(one, subject));
        }
    }

    /// <summary>The sum over sites; null when it is not known of one.</summary>
    public static double? Sum(IReadOnlyList<SiteExpectation> sites)
    {
        var sum = 0.0;
        foreach (var site in sites)
        {
            if (site.Expected.Count is not { } count)
            {
                return null;
            }

            sum += count;
        }

        return sum;
    }

    /// <summary>The whole of it, as what a figure rests on.</summary>
    public Evidence Whole => new(
        Expected.Weeks is null ? EvidenceKind.NetworkFile : EvidenceKind.HourlyCounts,
        Expected.Weeks is null ? "demand" : Expected.Basis,
        From,
        To,
        Expected.Count,
        true,
        Site,
        []);

    /// <summary>The earlier weeks that it rests on, each with its count, or the section of the network file.</summary>
    public IEnumerable<Evidence> EvidenceIn()
    {
        var site = Site;
        return Expected.Weeks is { } weeks
            ? weeks.Select(week => new Evidence(
                EvidenceKind.HourlyCounts,
                week.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                week.From,
                week.To,
                week.Count,
                true,
                site,
                []))
            : [Whole];
    }
}

using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

/// <summary>
/// Of every figure of a full system, at several hours and with feeds missing: value and evidence tell the same story.
/// </summary>
public sealed class EvidenceProperties
{
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;

    public static TheoryData<string, string[]> Boards => new()
    {
        { "2026-11-22T14:00:00Z", [] },
        { "2026-11-22T00:20:00Z", [] },
        { "2026-10-25T01:30:00Z", ["southend-ed", "eeast-cad"] },
        { "2026-03-29T12:00:00Z", ["care-transfer-hub", "basildon-pas", "virtual-wards"] },
        { "2026-06-10T23:59:00Z", ["community", "broomfield-pas"] },
    };

    [Theory]
    [MemberData(nameof(Boards))]
    public void EveryFigure_CountedAgainFromItsEvidence_IsTheSame(string now, string[] silent)
    {
        var (centre, at) = BoardOf(now, silent);
        var rules = new FigureRules(s_network);
        var picture = centre.PictureAt(at);
        var wrong = new List<string>();
        var recounted = 0;
        foreach (var figure in Looked(picture))
        {
            var behind = centre.EvidenceAt(figure.Id, at, int.MaxValue)!;
            var rule = rules.Find(KindOf(figure.Scope), figure.Measure.Id)!;
            recounted += behind.Recounted is null ? 0 : 1;
            if (behind.Figure != figure)
            {
                wrong.Add($"{figure.Id} is {figure} in the picture and {behind.Figure} by itself");
            }
            else if (rule is not WorkedRule && !Same(figure.Value, behind.Recounted))
            {
                wrong.Add($"{figure.Id} is {figure.Value}, and {behind.Recounted} by its {behind.Total} pieces of evidence");
            }
            else if (figure.Value is null == (behind.Lacks.Count == 0))
            {
                wrong.Add($"{figure.Id} is {figure.Value} and lacks {behind.Lacks.Count}");
            }

            wrong.AddRange(behind.Evidence
                .Where(evidence => evidence.Kind is EvidenceKind.Figure && picture.Find(evidence.Subject) is null)
                .Select(evidence => $"{figure.Id} rests on {evidence.Subject}, which the picture does not have"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(recounted > 100, $"{recounted} figures only were counted again");
    }

    [Fact]
    public void EveryStoryBehindAFigureOfNow_NamesTheEventsThatTellIt()
    {
        var (centre, at) = BoardOf("2026-11-22T14:00:00Z", []);

        var stories = Looked(centre.PictureAt(at))
            .SelectMany(figure => centre.EvidenceAt(figure.Id, at, int.MaxValue)!.Evidence)
            .Where(evidence => evidence.Kind is not (EvidenceKind.Figure or EvidenceKind.NetworkFile))
            .ToList();

        Assert.True(stories.Count > 1_000);
        Assert.All(stories, evidence => Assert.NotEmpty(evidence.Events));
    }

    /// <summary>Every figure, but of wards only some: all of them have the same rules.</summary>
    private static IEnumerable<Figure> Looked(Picture picture)
    {
        var wards = picture.Sites.SelectMany(site => site.Wards.Where((_, index) => index % 9 != 4))
            .SelectMany(ward => ward.Figures)
            .ToHashSet();
        return picture.AllFigures().Where(figure => !wards.Contains(figure));
    }

    private static (ControlCentre Centre, DateTimeOffset At) BoardOf(string now, string[] silent)
    {
        var at = Board.Time(now);
        var centre = new ControlCentre();
        var file = System.Text.Json.JsonElement.Parse(File.ReadAllText(Repository.NetworkFile));
        var adoption = TestNetwork.Adoption() with { Detail = new NetworkAdopted(s_network.Version, file) };
        centre.Apply(new JournalEntry(1, at.AddDays(-40), adoption));
        foreach (var told in new FullSystem(s_network, at).Events().Where(told => !silent.Contains(told.Source)))
        {
            centre.Apply(new JournalEntry(centre.Sequence + 1, told.OccurredAt, told));
        }

        return (centre, at);
    }

    private static Scope KindOf(string scope) => scope switch
    {
        _ when scope == s_network.Code => Scope.System,
        _ when scope.Contains('/', StringComparison.Ordinal) => Scope.Ward,
        _ when s_network.Sites.Any(site => site.Code == scope) => Scope.Site,
        _ when s_network.VirtualWards.Any(ward => ward.Code == scope) => Scope.VirtualWard,
        _ when s_network.CommunityUnits.Any(unit => unit.Code == scope) => Scope.CommunityUnit,
        _ => Scope.Partner,
    };

    // Sums in another order differ in the last binary digits.
    private static bool Same(double? one, double? other) =>
        one is null == (other is null) && (one is null || Math.Abs(one.Value - other!.Value) < 1e-6);
}

using System.Text;
using System.Text.RegularExpressions;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

/// <summary>Every measure says what it counts, by which clock and by whose definition; <c>docs/measures.md</c> lists them.</summary>
public sealed partial class MeasureCatalogueTests
{
    private static readonly string[] s_units =
        ["ambulances", "areas", "bed days", "beds", "calls", "days", "departments", "hours", "level", "minutes", "patients", "people",
            "percent", "places", "points", "responses", "shifts", "slots", "spaces", "referrals", "contacts"];

    private static readonly NetworkMap s_network =
        NetworkFile.Read(ShippedNetworks.Bytes("mid-and-south-essex.json")).Map!;

    private static readonly IReadOnlyList<CatalogueMeasure> s_measures = MeasureCatalogue.Of(s_network);

    public static TheoryData<string> Ids => [.. s_measures.Select(measure => measure.Measure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Measure_SaysWhatItCountsAndBySomebodysDefinition(string id)
    {
        var measure = s_measures.Single(one => string.Equals(one.Measure.Id, id, StringComparison.Ordinal)).Measure;

        Assert.Matches(Identity(), measure.Id);
        Assert.Contains(measure.Unit, s_units);
        Assert.False(string.IsNullOrWhiteSpace(measure.Name));
        Assert.EndsWith(".", measure.Definition, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(measure.Basis));
    }

    [Fact]
    public void Standards_OfTheShippedNetwork_AreHeldAgainstMeasuresThatExist() => Assert.Empty(
        s_network.Standards.Select(standard => standard.Measure)
            .Except(s_measures.Select(measure => measure.Measure.Id), StringComparer.Ordinal));

    [Fact]
    public void Standards_OfTheShippedNetwork_HaveTheUnitOfTheirMeasure() => Assert.All(
        s_network.Standards,
        standard => Assert.Equal(
            s_measures.Single(one => string.Equals(one.Measure.Id, standard.Measure, StringComparison.Ordinal))
                .Measure.Unit,
            standard.Level.Unit));

    [Fact]
    public void Document_ListsEveryMeasure()
    {
        var path = Path.Combine(Repository.Root, "docs", "measures.md");
        var written = Document();
        if (Environment.GetEnvironmentVariable("WRITE_MEASURES") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.True(
            string.Equals(written, File.ReadAllText(path), StringComparison.Ordinal),
            "docs/measures.md is not of these measures. Run docs/write-measures.");
    }

    private static string Document()
    {
        var text = new StringBuilder();
        text.Append("# Measures\n\nWritten by `docs/write-measures` from the rules themselves, for the shipped network of ");
        text.Append(s_network.Name).Append(". A figure's identity is `scope:measure`, such as `RAJ12:ed.in-department`.\n");
        foreach (var area in s_measures.GroupBy(one => one.Measure.Id.Split('.')[0], StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(area.Key).Append("\n\n| Measure | Name | Unit | For | What is counted | Source |\n");
            text.Append("| --- | --- | --- | --- | --- | --- |\n");
            foreach (var (measure, scopes) in area)
            {
                var clock = measure.Clock.Length == 0 ? "" : $" Clock: {measure.Clock}.";
                string[] cells =
                    [$"`{measure.Id}`", measure.Name, measure.Unit, string.Join(", ", scopes), measure.Definition + clock, measure.Basis];
                text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*\\.[A-Za-z0-9][A-Za-z0-9.-]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Identity();
}

using System.Text;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Constraints;

/// <summary>Every kind says its limits, whom it counts and who has room; <c>docs/constraints.md</c> lists them.</summary>
public sealed class ConstraintCatalogueTests
{
    private const string Head = """
        # What holds flow up

        Written by `docs/write-constraints` from the rules themselves. The wall and the flow map show these, worst first.

        - A rule reads only figures that are known and current. A figure that is stale or unknown makes no constraint and
          is nobody's room; what is not known for want of a feed is a constraint of its own, so that it does not hide.
        - Limits are the thresholds and standards of the network file, or the plain limit that nothing is left. Exactly at
          a limit is within it.
        - Alarms come first, then what is not known, then the rest. Among equals the most patient-minutes in the last hour
          come first, then the most patients.
        - **Patient-minutes** are those of the last hour: at each of the last twelve five-minute steps at which it was so,
          the patients affected as the board showed them then, times five. A step at which that was unknown or stale is
          left out, and the result is then marked as *at least*.
        - **Since** is the first step of the unbroken run that reaches now, or, where the oldest running clock is known to
          the second, the moment it passed the limit, if that is earlier. It is marked as *at least* where the trail does
          not reach back to a step at which it was not so.
        - **Change** is the patients affected now less those an hour ago.


        """;

    [Fact]
    public void All_HasEveryKindOnceInOrder() => Assert.Equal(
        Enum.GetValues<ConstraintKind>(), ConstraintCatalogue.All.Select(one => one.Kind));

    [Fact]
    public void All_EveryKind_SaysALimitWhomItCountsAndWhoseDefinitionItIs() => Assert.All(
        ConstraintCatalogue.All,
        one =>
        {
            Assert.NotEqual("", one.Watch + one.Alarm);
            Assert.NotEqual("", one.Counted);
            Assert.NotEqual("", one.Room);
            Assert.NotEqual("", one.Basis);
        });

    [Fact]
    public void Document_ListsEveryKind()
    {
        var path = Path.Combine(Repository.Root, "docs", "constraints.md");
        var written = Document();
        if (Environment.GetEnvironmentVariable("WRITE_CONSTRAINTS") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.True(
            string.Equals(written, File.ReadAllText(path), StringComparison.Ordinal),
            "docs/constraints.md is not of these rules. Run docs/write-constraints.");
    }

    private static string Document()
    {
        var text = new StringBuilder(Head);
        text.Append("| Kind | Watch | Alarm | Who is affected | Who has room | Source of the limit |\n");
        text.Append("| --- | --- | --- | --- | --- | --- |\n");
        foreach (var one in ConstraintCatalogue.All)
        {
            string[] cells = [one.Kind.ToString(), one.Watch, one.Alarm, one.Counted, one.Room, one.Basis];
            text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Length == 0 ? "none" : cell)).Append(" |\n");
        }

        return text.ToString();
    }
}

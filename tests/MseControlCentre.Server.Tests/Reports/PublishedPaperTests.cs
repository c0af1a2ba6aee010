using MseControlCentre.Domain.Reports;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Reports;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Reports;

/// <summary>
/// The figures of the board paper of 16 March 2023 come out of the journal again, to the printed decimal. Their counts
/// are published; the events are made up.
/// </summary>
public sealed class PublishedPaperTests
{
    private static readonly CalendarMonth s_january = new(2023, 1);

    [Fact]
    public async Task TheYearsDepartments_ToldByEvents_ArePrintedAsPublished()
    {
        var clock = new ManualClock(PublishedPaper.At("2022-03-29T12:00:00Z"));
        await using var journal = new MemoryJournal(clock);
        await journal.AppendAsync([PublishedPaper.Adoption()], CancellationToken.None);
        await PublishedPaper.TellAsync(journal, clock, PublishedPaper.Greetings("2022-03-30T12:00:00Z"));
        foreach (var (month, total, breaches) in PublishedPaper.Departments)
        {
            await PublishedPaper.TellAsync(journal, clock, PublishedPaper.Attendances(month, total, breaches));
        }

        await PublishedPaper.TellAsync(journal, clock, PublishedPaper.Greetings("2023-02-01T12:00:00Z"));

        var text = await PrintAsync(journal);

        Assert.Equal(
            """
            Type 1 departments, four-hour standard >= 95%
                           total    breaches   performance
            Apr-22        28,175       9,881         64.9%
            May-22        31,117      10,342         66.8%
            Jun-22        29,872      10,009         66.5%
            Jul-22        29,832      10,605         64.5%
            Aug-22        27,586      10,077         63.5%
            Sep-22        27,695      10,754         61.2%
            Oct-22        29,894      11,852         60.4%
            Nov-22        29,641      12,148         59.0%
            Dec-22        30,921      14,665         52.6%
            Jan-23        26,212      10,123         61.4%
            """.ReplaceLineEndings("\n"),
            Part(text, "Type 1"));
        Assert.DoesNotContain("*", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JanuarysResponsesAndHandovers_ToldByEvents_ArePrintedAsPublished()
    {
        var clock = new ManualClock(PublishedPaper.At("2022-11-29T12:00:00Z"));
        await using var journal = new MemoryJournal(clock);
        await journal.AppendAsync([PublishedPaper.Adoption()], CancellationToken.None);
        await PublishedPaper.TellAsync(journal, clock, PublishedPaper.Greetings("2022-11-30T12:00:00Z")
            .Concat(PublishedPaper.Handovers())
            .Concat(PublishedPaper.Calls())
            .Concat(PublishedPaper.Greetings("2023-02-01T12:00:00Z")));

        var text = await PrintAsync(journal);

        // Category 3: (8 x 3,600 + 16,108 + 17,000) / 10 = 6,190.8 seconds; Category 4: 9,013. The paper gave no mean.
        Assert.Equal(
            """
            East of England Ambulance Service, January 2023
                        mean      standard        90th centile  standard
            Category 1  9:13      <= 7 min        17:32         <= 15 min
            Category 2  49:03     <= 18 min       01:46:15      <= 40 min
            Category 3  01:43:11                  04:28:28      <= 02:00:00
            Category 4  02:30:13                  06:22:10      <= 03:00:00
            """.ReplaceLineEndings("\n"),
            Part(text, "East"));
        Assert.Equal(
            """
            Ambulance handovers, January 2023
            minutes lost beyond the standard              19,250
            minutes lost in Dec-22                        68,819
            reduction of minutes lost                     49,569
            long delays                                      200
            long delays in Dec-22                            700
            fewer long delays                              71.4%
            """.ReplaceLineEndings("\n"),
            Part(text, "Ambulance"));
        Assert.Contains("Jan-23             -           -             -\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("*", text, StringComparison.Ordinal);
    }

    /// <summary>The part of a text whose first line begins so.</summary>
    private static string Part(string text, string beginning) =>
        text.Split("\n\n").Single(part => part.StartsWith(beginning, StringComparison.Ordinal));

    private static async Task<string> PrintAsync(MemoryJournal journal)
    {
        var paper = await BoardPaperReader.ReadAsync(journal, s_january, CancellationToken.None);
        return BoardPaperText.Print(Assert.IsType<BoardPaper>(paper));
    }
}

using System.Text;
using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>For people whom motion makes ill nothing moves; on paper every page is whole.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageMotionAndPaperTests(Chromium chromium, ShownServers servers)
{
    private const string Moving =
        """
        () => {
          const seconds = text => Math.max(...text.split(",").map(parseFloat));
          const running = document.getAnimations().filter(animation => animation.playState === "running").length;
          const may = [...document.querySelectorAll("*")].filter(part => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(part);
            return (animationName !== "none" && seconds(animationDuration) > 0.01) || seconds(transitionDuration) > 0.01;
          });
          return [
            ...(running > 0 ? [`${running} animations run`] : []),
            ...may.slice(0, 2).map(part => `${part.tagName}.${part.getAttribute("class") ?? ""} would move`),
          ];
        }
        """;

    /// <summary>
    /// Wraps the first cell in sight of each table's last row in a link: a PDF names the links of what is printed, and
    /// only those. It does so as the page goes to paper, when no live row can come back in between.
    /// </summary>
    private const string MarkLastRows =
        """
        () => addEventListener("beforeprint", () => {
          const last = [...document.querySelectorAll("main table tbody")].filter(body => body.lastElementChild)
            .filter(body => body.checkVisibility())
            .map(body => [...body.lastElementChild.children].find(cell => cell.checkVisibility()));
          last.forEach((cell, index) => {
            const link = document.createElement("a");
            link.href = `https://last-row.example/${index}/end`;
            link.textContent = cell.textContent.trim() || "row";
            cell.replaceChildren(link);
          });
          window.lastRows = last.length;
        })
        """;

    /// <summary>What a frame cuts off on paper.</summary>
    private const string CutOff =
        """
        () => [...document.querySelectorAll("main *")]
          .filter(part => /auto|scroll|hidden/.test(getComputedStyle(part).overflowY) && part.querySelector("table"))
          .filter(part => part.scrollHeight > part.clientHeight + 1)
          .map(part => `${part.tagName}.${part.getAttribute("class") ?? ""} cuts its table off`)
        """;

    [Fact]
    public async Task Pages_WithReducedMotion_StandStill()
    {
        var server = await servers.OfAsync(Told.Busy);
        await chromium.NothingIsWrongAsync(
            server,
            browser => browser.WindowAsync(change: options => options.ReducedMotion = ReducedMotion.Reduce),
            async (window, page) =>
            {
                await window.ShowAsync(server, page);
                return await window.EvaluateAsync<string[]>(Moving);
            });
    }

    [Fact]
    public async Task Pages_OnPaper_HoldTheLastRowOfEveryTable()
    {
        var server = await servers.OfAsync(Told.Busy);
        var tables = 0;
        await chromium.NothingIsWrongAsync(server, browser => browser.WindowAsync(), async (window, page) =>
        {
            await window.ShowAsync(server, page);
            await window.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            var cut = await window.EvaluateAsync<string[]>(CutOff);
            await window.EvaluateAsync(MarkLastRows);
            var pdf = Encoding.Latin1.GetString(await window.PdfAsync(new PagePdfOptions { Format = "A4" }));
            var marked = await window.EvaluateAsync<int>("() => window.lastRows");
            Interlocked.Add(ref tables, marked);
            return
            [
                .. pdf.Contains("/Type /Page", StringComparison.Ordinal) ? [] : new[] { "prints no sheet" },
                .. cut,
                .. Enumerable.Range(0, marked)
                    .Where(table => !pdf.Contains($"https://last-row.example/{table}/end", StringComparison.Ordinal))
                    .Select(table => $"the last row of table {table + 1} is not on paper"),
            ];
        });
        Assert.True(tables > 5, $"Only {tables} tables were found on all pages.");
    }
}

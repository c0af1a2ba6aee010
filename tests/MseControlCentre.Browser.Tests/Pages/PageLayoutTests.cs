using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>Every page on every screen it is read on: whole, quiet in the console, and no wider than the screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageLayoutTests(Chromium chromium, ShownServers servers)
{
    /// <summary>How much wider than the screen the page is, and what makes it so.</summary>
    private const string Wider =
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) {
            return "";
          }

          const past = [...document.querySelectorAll("body *")]
            .filter(part => part.getBoundingClientRect().right > root.clientWidth + 1)
            .filter(part => !part.parentElement?.closest(".table-scroll, nav"))
            .slice(0, 3)
            .map(part => `${part.tagName}.${part.getAttribute("class") ?? ""}`);
          return `is ${root.scrollWidth - root.clientWidth} px wider than ${root.clientWidth} px: ${past.join(", ")}`;
        }
        """;

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Pages_OnAScreen_AreWhole(int width, int height)
    {
        var server = await servers.OfAsync(Told.Busy);
        await chromium.NothingIsWrongAsync(server, browser => browser.WindowAsync(width, height), async (window, page) =>
        {
            var wrong = Listen(window);
            var answer = await window.ShowAsync(server, page);
            await window.KeepAsync($"{PageVisits.FileName(page)}-{width}");
            return
            [
                .. answer.Status == 200 ? [] : new[] { $"answers {answer.Status}" },
                .. string.IsNullOrWhiteSpace(await window.TitleAsync()) ? ["has no title"] : Array.Empty<string>(),
                .. await WiderAsync(window, width),
                .. wrong,
            ];
        });
    }

    /// <summary>
    /// 320 px is WCAG's reflow (1.4.10); a browser at 200% gives a page half the pixels of its window (1.4.4).
    /// </summary>
    [Fact]
    public async Task Pages_MagnifiedOrOnTheSmallestScreen_NeedNoScrollingSideways()
    {
        var server = await servers.OfAsync(Told.Busy);
        (int Width, int Height)[] sizes = [(960, 540), (683, 384), (320, 640)];
        await chromium.NothingIsWrongAsync(server, browser => browser.WindowAsync(), async (window, page) =>
        {
            await window.ShowAsync(server, page);
            var wrong = new List<string>();
            foreach (var (width, height) in sizes)
            {
                await window.SetViewportSizeAsync(width, height);
                wrong.AddRange(await WiderAsync(window, width));
            }

            return wrong;
        });
    }

    [Fact]
    public async Task Routes_OfPages_AreAllReachedFromAPage()
    {
        var server = await servers.OfAsync(Told.Busy);

        Assert.Equal("", string.Join(", ", server.Unreached));
    }

    private static async Task<string[]> WiderAsync(IPage window, int width)
    {
        var wider = await window.EvaluateAsync<string>(Wider);
        return wider.Length == 0 ? [] : [$"at {width} px it {wider}"];
    }

    private static List<string> Listen(IPage window)
    {
        var wrong = new List<string>();
        window.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                wrong.Add($"console: {message.Text}");
            }
        };
        window.PageError += (_, error) => wrong.Add($"script: {error}");
        window.RequestFailed += (_, request) => wrong.Add($"request failed: {request.Url} {request.Failure}");
        window.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                wrong.Add($"{response.Url} answers {response.Status}");
            }
        };
        return wrong;
    }
}

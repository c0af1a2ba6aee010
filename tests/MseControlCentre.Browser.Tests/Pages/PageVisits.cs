using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>Walks through every page of a server and collects what is wrong with each, so that one run tells all.</summary>
public static class PageVisits
{
    private const int AtOnce = 2;

    /// <summary>Opens every page in a window of its own and asks what is wrong with it. Fails with all that is found.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="server">Whose pages.</param>
    /// <param name="open">Opens a window.</param>
    /// <param name="examine">What is wrong with the page that the window shows, in words.</param>
    public static async Task NothingIsWrongAsync(
        this Chromium chromium,
        ShownServer server,
        Func<Chromium, Task<IPage>> open,
        Func<IPage, string, Task<IEnumerable<string>>> examine)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(examine);
        Assert.NotEmpty(server.Pages);
        var found = new string[server.Pages.Count];
        await Parallel.ForEachAsync(
            server.Pages.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (page, _) =>
            {
                var window = await open(chromium);
                var wrong = await TryAsync(window, page.Item);
                found[page.Index] = string.Concat(wrong.Select(fault => $"\n{page.Item}: {fault}"));
                await window.Context.DisposeAsync();
            });

        Assert.True(found.All(string.IsNullOrEmpty), string.Concat(found));

        async Task<IEnumerable<string>> TryAsync(IPage window, string page)
        {
            try
            {
                return await examine(window, page);
            }
            catch (PlaywrightException exception)
            {
                return [exception.Message];
            }
        }
    }

    /// <summary>Opens a page and waits until it can be read.</summary>
    public static async Task<IResponse> ShowAsync(this IPage window, ShownServer server, string page)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(server);
        var answer = await window.GotoAsync(server.Url(page));
        await Assertions.Expect(window.Locator("h1").First).ToBeVisibleAsync();
        await window.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        return answer!;
    }

    /// <summary>Name of a page in a file's name.</summary>
    public static string FileName(string page) =>
        string.Concat((page ?? "").Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}

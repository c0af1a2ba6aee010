using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>
/// Discharges, virtual wards and community: read on every screen, sorted and filtered with keys and without script, kept
/// fresh without taking from readers what they did.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ListPagesTests(Chromium chromium)
{
    private const string Overflow =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static readonly string[] s_pages = ["discharges", "virtual-wards", "community"];

    [Theory]
    [InlineData(320, 700, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Pages_OnAScreen_NeedNoScrollingSideways(int width, int height, ColorScheme scheme)
    {
        await using var server = await FullAsync();
        foreach (var address in s_pages)
        {
            var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, address), width, height);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await Assertions.Expect(page.Locator("table.list tbody tr").First).ToBeAttachedAsync();
            await page.KeepAsync($"{address}-{width}-{scheme}");

            Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task List_SortedByKeyboard_KeepsItsPlaceInTheAddressAndTheFocus()
    {
        await using var server = await FullAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "discharges?site=RAJ12"));
        var head = page.Locator("#by-stay");

        await head.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(
            new Uri(server.Application.HttpAddress, "discharges?site=RAJ12&sort=-stay#by-stay").ToString());
        await Assertions.Expect(page.Locator("th:has(#by-stay)")).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(head).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("th:has(#by-stay)")).ToHaveAttributeAsync("aria-sort", "descending");
        await head.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("th:has(#by-stay)")).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.WaitForLoadStateAsync();

        var stays = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('table.delays tbody tr')].map(row => Number(row.lastElementChild.textContent))");
        Assert.Equal(stays.Order(), stays);
        Assert.NotEmpty(stays);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task List_WithoutScript_IsFilteredAndSortedByItsForm()
    {
        await using var server = await FullAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "community"), script: false);

        await page.GetByLabel("Run by").SelectOptionAsync("R1L");
        await page.GetByLabel("Sorted by").SelectOptionAsync("unit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("table.list tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByLabel("Run by")).ToHaveValueAsync("R1L");
        Assert.Contains("provider=R1L", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.list tbody tr")).ToHaveCountAsync(
            server.Network.CommunityUnits.Count);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task List_OnAPhone_IsCardsThatSayTheirHeadsAndNoHiddenLinkTakesFocus()
    {
        await using var server = await FullAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "discharges"), 390, 844);

        await page.Locator("#list-sort").SelectOptionAsync("-stay");
        await page.Locator("form.filters button").ClickAsync();
        await Assertions.Expect(page.Locator("th:has(#by-stay)")).ToHaveAttributeAsync("aria-sort", "descending");
        await page.WaitForLoadStateAsync();

        var head = await page.EvaluateAsync<string>(
            "() => getComputedStyle(document.querySelector('table.delays td[data-head]'), '::before').content");
        Assert.Equal("\"Site\"", head);
        Assert.Equal("hidden", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('#by-stay')).visibility"));
        var height = await page.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('form.filters :is(select, button)')].map(one => one.getBoundingClientRect().height))");
        Assert.True(height >= 44, $"a control of the form is {height} px high");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Page_TakenAnew_LeavesWhatTheReaderDid()
    {
        await using var server = await FullAsync(600);
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "discharges"));
        await page.Locator("#reasons > summary").ClickAsync();
        await page.GetByLabel("Who can unblock it").SelectOptionAsync("family");
        await page.Locator("#by-ward").FocusAsync();
        var before = await page.Locator("[data-picture]").TextContentAsync() ?? "";

        await Assertions.Expect(page.Locator("[data-picture]")).Not.ToHaveTextAsync(before);

        await Assertions.Expect(page.Locator("#reasons")).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(page.GetByLabel("Who can unblock it")).ToHaveValueAsync("family");
        await Assertions.Expect(page.Locator("#by-ward")).ToBeFocusedAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task List_OnPaper_IsWholeWithItsHeadOnEverySheet()
    {
        await using var server = await FullAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "discharges"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal("table-header-group", await page.EvaluateAsync<string>(
            "() => getComputedStyle(document.querySelector('table.delays thead')).display"));
        Assert.True(await page.EvaluateAsync<bool>(
            "() => { const frame = document.querySelector('table.delays').parentElement; return frame.scrollHeight <= frame.clientHeight + 1; }"));
        await Assertions.Expect(page.Locator("form.filters")).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }

    private static async Task<RunningServer> FullAsync(int? speed = null)
    {
        var server = await RunningServer.StartAsync(options => speed is null ? options : options with { Speed = speed });
        foreach (var batch in new FullSystem(server.Network, server.Now).Events().Chunk(2000))
        {
            await server.TellAsync(batch);
        }

        return server;
    }
}

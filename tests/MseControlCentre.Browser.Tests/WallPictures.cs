using System.Globalization;
using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>
/// Takes the pictures of the documentation from a running wall; docs/take-screenshots says which. SCREENSHOTS names the
/// directory, WALL the address of the page, PICTURES the pictures as <c>name:width:height</c>, separated by spaces.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class WallPictures(Chromium chromium)
{
    /// <summary>Takes the pictures.</summary>
    [PicturesFact]
    public async Task Wall_ThatRuns_IsPictured()
    {
        var wanted = Environment.GetEnvironmentVariable("PICTURES") ?? "";
        foreach (var picture in wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = picture.Split(':');
            var size = parts[1..].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
            var page = await chromium.OpenAsync(new Uri(PicturesFactAttribute.Wall!), size[0], size[1]);
            await Assertions.Expect(page.Locator(".great .value").First).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[data-silence]")).ToBeHiddenAsync();
            await page.KeepAsync(parts[0]);
            await page.Context.DisposeAsync();
        }
    }
}

/// <summary>A test that is skipped unless WALL and SCREENSHOTS are set.</summary>
public sealed class PicturesFactAttribute : FactAttribute
{
    /// <summary>Decides whether it is run.</summary>
    public PicturesFactAttribute()
    {
        if (string.IsNullOrEmpty(Wall) || string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SCREENSHOTS")))
        {
            Skip = "Takes the pictures of the documentation; run docs/take-screenshots.";
        }
    }

    /// <summary>Address of the page; null when no picture is wanted.</summary>
    public static string? Wall => Environment.GetEnvironmentVariable("WALL");
}

using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Guide;

/// <summary>
/// Takes the pictures of the operator's guide from a server that runs; docs/take-screenshots starts it. SERVER is its
/// address, SCREENSHOTS the directory, PICTURES the part of docs/pictures.json that is taken. For the part <c>dead</c>
/// the pages are opened, the file named by OPENED is made, and the pictures are taken when the pages have lost the server.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class GuidePictures(Chromium chromium)
{
    // What a browser of each person keeps: signing in for every picture would be refused as guessing is.
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    /// <summary>Where docs/pictures.json is.</summary>
    public static string ListFile => Repository.PathOf("docs", "pictures.json");

    /// <summary>Takes the pictures.</summary>
    [PicturesFact]
    public async Task Pages_ThatRun_ArePictured()
    {
        var part = Environment.GetEnvironmentVariable("PICTURES")!;
        var pictures = ReadList()[part];
        var windows = new List<(GuidePicture Picture, IPage Window)>();
        foreach (var picture in pictures)
        {
            var window = await OpenAsync(picture);
            if (part is "dead")
            {
                windows.Add((picture, window));
            }
            else
            {
                await window.KeepAsync(picture.Name);
                await window.Context.DisposeAsync();
            }
        }

        await KeepDeadAsync(windows);
    }

    /// <summary>The pictures of each part.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<GuidePicture>> ReadList() =>
        JsonSerializer.Deserialize<IReadOnlyDictionary<string, IReadOnlyList<GuidePicture>>>(
            File.ReadAllText(ListFile), JsonSerializerOptions.Web)!;

    private async Task<IPage> OpenAsync(GuidePicture picture)
    {
        var server = new Uri(PicturesFactAttribute.Server!);
        var session = await SessionOfAsync(picture.By, server);
        var window = await chromium.WindowAsync(picture.Width, picture.Height, options =>
        {
            options.StorageState = session;
            options.ColorScheme = picture.Scheme is "light" ? ColorScheme.Light : ColorScheme.Dark;
            options.ReducedMotion = ReducedMotion.Reduce;
        });
        var now = JsonDocument.Parse(await (await window.APIRequest.GetAsync(new Uri(server, "api/status").ToString())).TextAsync())
            .RootElement.GetProperty("clock").GetProperty("now").GetDateTimeOffset();
        var past = now.AddMinutes(-45).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var call = CallIdentity.Of(
            CallIdentity.CodeOf(CallKind.SituationalAwareness), DateOnly.FromDateTime(now.UtcDateTime), 1);
        var page = picture.Page.Replace("{past}", Uri.EscapeDataString(past), StringComparison.Ordinal)
            .Replace("{call}", call, StringComparison.Ordinal);
        await window.GotoAsync(new Uri(server, page).ToString());
        await Assertions.Expect(window.Locator("h1").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Locator("[data-silence]")).ToBeHiddenAsync();
        // A live page says that it is not until its line stands.
        await Assertions.Expect(window.Locator("body[data-page]:not([data-page='']):not(.is-live)")).ToHaveCountAsync(0);
        if (picture.Click is { } click)
        {
            await window.Locator(click).First.ClickAsync();
        }

        if (picture.Await is { } awaited)
        {
            await Assertions.Expect(window.Locator(awaited).First).ToBeVisibleAsync();
        }

        return window;
    }

    // The link of the first start works once; from then on its account signs in.
    private async Task<string> SessionOfAsync(string person, Uri server)
    {
        if (!_sessions.TryGetValue(person, out var session))
        {
            var window = await chromium.WindowAsync();
            if (_sessions.Count == 0 && Environment.GetEnvironmentVariable("FIRST_LINK") is { Length: > 0 } link)
            {
                await FirstAccount.MakeAsync(window, new Uri(link));
                await GuidePeople.MakeAsync(chromium, window, server);
            }

            await FirstAccount.SignInAsync(window, server, person);
            _sessions[person] = session = await window.Context.StorageStateAsync();
            await window.Context.DisposeAsync();
        }

        return session;
    }

    private static async Task KeepDeadAsync(List<(GuidePicture Picture, IPage Window)> windows)
    {
        if (windows.Count > 0)
        {
            await File.WriteAllTextAsync(Environment.GetEnvironmentVariable("OPENED")!, "");
        }

        foreach (var (picture, window) in windows)
        {
            await Assertions.Expect(window.Locator("[data-silence]")).ToBeVisibleAsync();
            await window.KeepAsync(picture.Name);
            await window.Context.DisposeAsync();
        }
    }
}

/// <summary>A picture of the guide.</summary>
/// <param name="Name">Its file, without the ending.</param>
/// <param name="Page">
/// The page; <c>{past}</c> is an instant three quarters of an hour ago, <c>{call}</c> the regular call of the day.
/// </param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window.</param>
/// <param name="Scheme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Click">What is clicked before it is taken; null for nothing.</param>
/// <param name="Await">What must be in sight before it is taken; null for nothing more.</param>
/// <param name="By">Whose page it is: the name of an account.</param>
public sealed record GuidePicture(
    string Name,
    string Page,
    int Width = 1920,
    int Height = 1080,
    string Scheme = "dark",
    string? Click = null,
    string? Await = null,
    string By = FirstAccount.Name);

/// <summary>A test that is skipped unless SERVER, SCREENSHOTS and PICTURES are set.</summary>
public sealed class PicturesFactAttribute : FactAttribute
{
    /// <summary>Decides whether it is run.</summary>
    public PicturesFactAttribute()
    {
        if (new[] { "SERVER", "SCREENSHOTS", "PICTURES" }.Any(
            name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))))
        {
            Skip = "Takes the pictures of the guide; run docs/take-screenshots.";
        }
    }

    /// <summary>Address of the server; null when no picture is wanted.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("SERVER");
}

using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>The account that the link of a server's first start makes: its maker sees everything.</summary>
internal static class FirstAccount
{
    public const string Name = "first@example.nhs.uk";
    public const string Password = "correct horse battery staple";

    /// <summary>Makes it as a person does, in a window that is signed in from then on.</summary>
    public static async Task MakeAsync(
        IPage window, Uri link, string name = Name, string displayName = "First Person")
    {
        ArgumentNullException.ThrowIfNull(window);
        await window.GotoAsync(link.ToString());
        await window.FillAsync("#name", name);
        await window.FillAsync("#display-name", displayName);
        await window.FillAsync("#password", Password);
        await window.FillAsync("#again", Password);
        await SubmitAsync(window);
    }

    /// <summary>Signs in with it.</summary>
    public static async Task SignInAsync(IPage window, Uri server, string name = Name)
    {
        ArgumentNullException.ThrowIfNull(window);
        await window.GotoAsync(new Uri(server, "sign-in").ToString());
        await window.FillAsync("#name", name);
        await window.FillAsync("#password", Password);
        await SubmitAsync(window);
    }

    private static async Task SubmitAsync(IPage window)
    {
        await window.Locator("main form button[type=submit]").First.ClickAsync();
        await window.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/wall");
    }
}

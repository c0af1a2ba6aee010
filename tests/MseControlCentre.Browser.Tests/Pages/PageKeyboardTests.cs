using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>With the keyboard alone: Tab reaches everything, in the order it is read in, and shows where it is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageKeyboardTests(Chromium chromium, ShownServers servers)
{
    /// <summary>Rows of a table that are walked through; those below are like them.</summary>
    private const int Rows = 8;

    /// <summary>Presses within one field: day, month, year, hour, minute and the calendar of a date and time.</summary>
    private const int PressesInAField = 8;

    private const string Arrived = "() => window.reached().length >= window.still().length";

    /// <summary>
    /// Shortens long tables, numbers all that Tab must stop at, in the order of the document, and listens to the focus.
    /// Of radio buttons with one name Tab stops at one. Returns how many stops there are.
    /// </summary>
    private const string Prepare =
        """
        rows => {
          // A live page would put its rows back while Tab goes through them.
          if (document.body.dataset.page === undefined) {
            document.querySelectorAll(`tbody > tr:nth-child(n + ${rows + 1})`).forEach(row => row.remove());
          }
          const wanted = "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), "
            + "select:not([disabled]), textarea:not([disabled]), summary, [tabindex]";
          const groups = new Set();
          const isStop = part => {
            if (part.tabIndex < 0 || !part.checkVisibility({ visibilityProperty: true })) {
              return false;
            }
            if (part.type !== "radio") {
              return true;
            }
            const group = [...document.getElementsByName(part.name)].filter(radio => radio.form === part.form);
            const first = group.find(radio => radio.checked) ?? group[0];
            return part === first && !groups.has(part.name) && groups.add(part.name);
          };
          window.stops = [...document.querySelectorAll(wanted)].filter(isStop);
          window.focused = [];
          // A live page goes on: what has left it is no stop any more, and what is new in it was not asked about.
          window.still = () => window.stops.filter(part => part.isConnected);
          window.reached = () => {
            const asked = new Set(window.still());
            return window.focused.filter(part => asked.has(part));
          };
          window.unmarked = new Set();
          const mark = part => {
            const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(part);
            return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth, boxShadow, backgroundColor].join("|");
          };
          const before = new Map(window.stops.map(part => [part, mark(part)]));
          addEventListener("focusin", ({ target }) => {
            window.focused.push(target);
            if (before.get(target) === mark(target)) {
              window.unmarked.add(target);
            }
          });
          return window.stops.length;
        }
        """;

    private const string Report =
        """
        () => {
          const say = part => `${part.tagName.toLowerCase()}.${part.getAttribute("class") ?? ""}`
            + ` "${(part.textContent || part.name || "").trim().replace(/\s+/g, " ").slice(0, 40)}"`;
          const wrong = [...window.unmarked].slice(0, 3).map(part => `focus is not seen on ${say(part)}`);
          const [stops, reached] = [window.still(), window.reached()];
          const at = stops.findIndex((part, index) => reached[index] !== part);
          if (at >= 0) {
            const came = reached[at];
            wrong.push(`stop ${at + 1} of ${stops.length} is ${say(stops[at])}, but Tab came to `
              + (came ? say(came) : "nothing"));
          }
          return wrong;
        }
        """;

    [Fact]
    public async Task Tab_OnEveryPage_ReachesEverythingInOrderAndShowsWhereItIs()
    {
        var server = await servers.OfAsync(Told.Busy);
        await chromium.NothingIsWrongAsync(server, browser => browser.WindowAsync(1366, 768), async (window, page) =>
        {
            await window.ShowAsync(server, page);
            var stops = await window.EvaluateAsync<int>(Prepare, Rows);
            var fields = await window.Locator("input[type=datetime-local], input[type=date]").CountAsync();
            // A live page may get as many links again meanwhile: a figure that becomes known has one.
            for (var press = 0; press < (2 * stops) + (PressesInAField * fields); press++)
            {
                if (press >= stops && await window.EvaluateAsync<bool>(Arrived))
                {
                    break;
                }

                await window.Keyboard.PressAsync("Tab");
            }

            return await window.EvaluateAsync<string[]>(Report);
        });
    }

    [Fact]
    public async Task SkipLink_OnEveryPageWithNavigation_LeadsToTheContent()
    {
        var server = await servers.OfAsync(Told.Busy);
        await chromium.NothingIsWrongAsync(server, browser => browser.WindowAsync(1366, 768), async (window, page) =>
        {
            await window.ShowAsync(server, page);
            if (await window.Locator("nav").CountAsync() == 0)
            {
                return [];
            }

            await window.Keyboard.PressAsync("Tab");
            var shown = await window.EvaluateAsync<bool>(
                "() => document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0");
            await window.Keyboard.PressAsync("Enter");
            var landed = await window.EvaluateAsync<bool>("() => document.activeElement === document.querySelector('main')");
            return [.. shown ? [] : new[] { "the first Tab does not show the skip link" },
                .. landed ? [] : new[] { "the skip link does not lead to main" }];
        });
    }
}

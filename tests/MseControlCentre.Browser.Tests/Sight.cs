using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>What cannot be read on a page: text that is cut, leaves the screen or lies on other text.</summary>
public static class Sight
{
    // Every visible run of text with its box; what only a screen reader meets is left out.
    private const string Texts =
        """
        const texts = () => {
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode, parent = node.parentElement;
            if (!node.textContent.trim() || !parent.checkVisibility()) continue;
            if (parent.closest(".spoken, [hidden], script, style, .silence, .not-live")) continue;
            if ([...ancestors(parent)].some(part => getComputedStyle(part).clipPath !== "none")) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) {
              if (box.width > 0) found.push({ parent, box, text: node.textContent.trim() });
            }
          }
          return found;
        };
        function* ancestors(part) { for (let at = part; at; at = at.parentElement) yield at; }
        """;

    /// <summary>Text that is cut by what it stands in, or leaves the screen sideways.</summary>
    public static Task<string[]> CutAsync(this IPage page) => page.EvaluateAsync<string[]>(
        "() => {" + Texts +
        """
          const cut = [];
          for (const { parent, box, text } of texts()) {
            for (const part of ancestors(parent)) {
              const style = getComputedStyle(part);
              if (style.overflowX === "visible" || part.matches("body, html")) continue;
              const edge = part.getBoundingClientRect();
              // A line box is taller than its letters; sideways every pixel is a letter.
              if (box.right > edge.right + 1 || box.left < edge.left - 1
                  || box.bottom > edge.bottom + box.height * .25 || box.top < edge.top - box.height * .25)
                cut.push(`"${text}" in ${part.className || part.tagName}`);
            }
            if (box.right > innerWidth + 1 || box.left < -1) cut.push(`"${text}" leaves the screen`);
          }
          return cut;
        }
        """);

    /// <summary>Pairs of texts that lie on each other.</summary>
    public static Task<string[]> OverlappingAsync(this IPage page) => page.EvaluateAsync<string[]>(
        "() => {" + Texts +
        """
          const all = texts(), lie = [];
          for (let i = 0; i < all.length; i++) {
            for (let j = i + 1; j < all.length; j++) {
              const a = all[i].box, b = all[j].box;
              const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (wide > 1.5 && high > Math.min(a.height, b.height) * .35)
                lie.push(`"${all[i].text}" and "${all[j].text}"`);
            }
          }
          return lie;
        }
        """);

    /// <summary>Boxes of everything that has a place of its own, by what it is.</summary>
    public static Task<string[]> PlacesAsync(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll(
            "body > header > *, .card, .site, .place, .cell, .great, .proof, .small-figure, .note, .panel, "
            + ".shares li, footer li")]
          .filter(part => !part.matches(".not-live"))
          .map(part => {
            const box = part.getBoundingClientRect(), live = part.closest("[data-live]")?.dataset.live ?? "";
            const round = value => Math.round(value * 10) / 10;
            const name = part.className.replace(/\b(is|l|q)-\w+/g, "").trim();
            return `${live} ${name} ${[box.left, box.top, box.width, box.height].map(round).join(" ")}`;
          })
        """);
}

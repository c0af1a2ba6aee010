using System.Globalization;
using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>
/// Which pack of a call a page shows, and which others there are. It always says of which instant it is.
/// </summary>
/// <param name="Pack">The pack; null when there is none.</param>
/// <param name="Title">Of which instant it is, such as <c>As it was at 10:00 on Sun 29 Nov 2026</c>.</param>
/// <param name="Stamp">The same in a word for the foot of a sheet.</param>
/// <param name="Number">Number of the kept pack; null for the one of now.</param>
/// <param name="WhyNotNow">Why it is not the one of now that was wanted; null when it is, or none was wanted.</param>
/// <param name="Choices">The packs that can be looked at.</param>
public sealed record ShownPack(
    CallPack? Pack, string Title, string Stamp, int? Number, string? WhyNotNow, IReadOnlyList<PackChoice> Choices)
{
    /// <summary>Whether it is kept for ever; false for one of now, which moves.</summary>
    public bool IsKept => Number is not null;

    /// <summary>What an address says for the pack of now.</summary>
    public const string Now = "now";

    /// <summary>
    /// Whether the pack of now is to be made: it was asked for, or the call has not begun. One that is over has none.
    /// </summary>
    public static bool WantsNow(Call call, string? asked)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.IsOpen
            && (asked is Now || (call.State is CallState.Prepared && Kept(call, asked) is null));
    }

    /// <summary>
    /// Chooses: what was asked for, if there is such a pack; else the newest kept once the call has begun, and the one
    /// of now before.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="asked">What the address asks for: the number of a kept pack or <see cref="Now"/>.</param>
    /// <param name="now">The pack of now; null when it was not made.</param>
    /// <param name="context">Names and times.</param>
    public static ShownPack Of(Call call, string? asked, CallPack? now, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        var kept = Kept(call, asked) ?? (WantsNow(call, asked) && now is not null ? null : call.Packs.Count);
        var pack = kept is { } number ? call.Packs.ElementAtOrDefault(number - 1) : now;
        return new ShownPack(
            pack,
            pack is null ? "No pack is there"
                : kept is null ? $"Of now, {context.Local.ClockSeconds(pack.At)} on {context.Day(pack.At)}"
                : $"As it was at {context.Local.Clock(pack.At)} on {context.Day(pack.At)}",
            pack is null ? "no pack"
                : $"{(kept is null ? "of now, made" : "as it was")} {context.Local.DayAndYear(pack.At)} "
                    + (kept is null ? context.Local.ClockSeconds(pack.At) : context.Local.Clock(pack.At)),
            kept,
            WantsNow(call, asked) && now is null
                ? "The pack of now could not be made: too much is looked back on at once, or nothing is known yet."
                : null,
            [.. ChoicesOf(call, kept, pack is not null, context)]);
    }

    private static IEnumerable<PackChoice> ChoicesOf(Call call, int? kept, bool isShown, CallsContext context)
    {
        foreach (var (index, pack) in call.Packs.Index())
        {
            yield return new PackChoice(
                $"Kept at {context.Local.Clock(pack.At)}",
                string.Create(CultureInfo.InvariantCulture, $"{CallAddresses.Of(call.Id)}?pack={index + 1}"),
                isShown && kept == index + 1);
        }

        if (call.IsOpen)
        {
            yield return new PackChoice("Now", $"{CallAddresses.Of(call.Id)}?pack={Now}", isShown && kept is null);
        }
    }

    private static int? Kept(Call call, string? asked) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= call.Packs.Count
                ? number
                : null;
}

/// <summary>A pack that can be looked at.</summary>
/// <param name="Words">Of when it is.</param>
/// <param name="Link">Its address.</param>
/// <param name="IsShown">Whether it is the one on the page.</param>
public sealed record PackChoice(string Words, string Link, bool IsShown);

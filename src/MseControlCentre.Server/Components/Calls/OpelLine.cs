using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>OPEL of one place: calculated, declared, and recorded in the call.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Place">Its name.</param>
/// <param name="Calculated">Calculated level; null when it cannot be calculated.</param>
/// <param name="Behind">Points behind it, and what it was when the pack begins to look back.</param>
/// <param name="Declared">Declared level; null when none is in force.</param>
/// <param name="DeclaredBy">By whom, when and why; null when none is in force.</param>
/// <param name="Recorded">Level recorded in the call; null when none was.</param>
/// <param name="RecordedBy">By whom, when and why; null when none was.</param>
/// <param name="Link">The page of the calculated level; null when the pack does not hold the place.</param>
public sealed record OpelLine(
    string Code,
    string Place,
    int? Calculated,
    string? Behind,
    int? Declared,
    string? DeclaredBy,
    int? Recorded,
    string? RecordedBy,
    string? Link)
{
    /// <summary>How loud a level is.</summary>
    public static Level LevelOf(int? level) => level switch
    {
        >= 4 => Level.Alarm,
        3 => Level.Watch,
        _ => Level.Normal,
    };

    /// <summary>The lines of a call: the places of its pack, then others of which a level was recorded.</summary>
    public static IReadOnlyList<OpelLine> Of(Call call, ShownPack shown, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(context);
        var places = shown.Pack?.Places ?? [];
        return
        [
            .. places.Select(place => Of(place.Code, place.Name, place.Opel, shown, call, context)),
            .. call.Opel.Keys.Order(StringComparer.Ordinal)
                .Where(code => !places.Any(place => string.Equals(place.Code, code, StringComparison.Ordinal)))
                .Select(code => Of(code, context.NameOf(code), null, shown, call, context)),
        ];
    }

    private static OpelLine Of(
        string code, string name, PackOpel? opel, ShownPack shown, Call call, CallsContext context)
    {
        var recorded = call.Opel.GetValueOrDefault(code);
        return new OpelLine(
            code,
            name,
            opel?.Calculated,
            opel is null || shown.Pack is null ? null : BehindOf(opel, shown.Pack, context),
            opel?.Declared,
            opel?.Declared is null
                ? null
                : Who(opel.DeclaredBy ?? "by a form", opel.DeclaredAt, opel.Reason, shown.Pack!.At, context),
            recorded?.Told.Level,
            recorded is null
                ? null
                : Who(CallsWords.Of(recorded.Told.By), recorded.At, recorded.Told.Reason, call.StartsAt, context),
            opel is null || shown.Pack is null
                ? null
                : new PackCells(shown.Pack, context, shown.IsKept).LinkOf($"{code}:{OpelMeasures.Level.Id}"));
    }

    private static string? BehindOf(PackOpel opel, CallPack pack, CallsContext context)
    {
        var points = opel.Points is { } known ? PackText.Number(known, "points") + " points" : null;
        var then = opel.CalculatedThen is { } before
            ? $"OPEL {before} at {context.Say(pack.Since, pack.At)}"
            : null;
        var least = opel.Least is { } low ? $"provisional, at least OPEL {low}" : null;
        return points is null && then is null && least is null
            ? null
            : string.Join("; ", new[] { least, points, then }.OfType<string>());
    }

    private static string Who(
        string by, DateTimeOffset? at, string? reason, DateTimeOffset beside, CallsContext context) =>
        by + (at is { } instant ? ", " + context.Say(instant, beside) : null)
            + (string.IsNullOrEmpty(reason) ? null : ": " + reason);
}

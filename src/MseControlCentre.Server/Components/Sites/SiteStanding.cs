using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Opel;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>The site's pressure level: what is calculated beside what was declared.</summary>
/// <param name="Text">The calculated level, such as <c>OPEL 3</c>; a dash when nothing is known.</param>
/// <param name="Level">How loud it is.</param>
/// <param name="Calculated">
/// How it came about, such as <c>calculated, provisional, at least 2: some data are stale</c>, or why it is not known.
/// </param>
/// <param name="Declared">The declared level, such as <c>declared OPEL 2</c>; null when none is.</param>
/// <param name="DeclaredLevel">How loud that is.</param>
/// <param name="By">By whom, until when and why it was declared; what is missing when nothing was.</param>
public sealed record SiteStanding(
    string Text, Level Level, string Calculated, string? Declared, Level DeclaredLevel, string By)
{
    /// <summary>Makes it.</summary>
    public static SiteStanding Of(SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var opel = context.Site.Opel;
        var total = opel.Calculated?.MeasuredTotal;
        return new SiteStanding(
            total is null ? "OPEL " + FigureView.Dash : $"OPEL {total.Level}",
            total is null ? Level.Watch : OpelWords.LoudnessOf(total),
            CalculatedOf(opel.Calculated),
            opel.Declared is { } declared ? $"declared OPEL {declared.Level}" : null,
            opel.Declared is { } said ? OpelWords.LoudnessOf(said) : Level.Normal,
            ByOf(opel.Declared, context));
    }

    private static string CalculatedOf(OpelSiteScore? score) =>
        OpelWords.NotKnown(score is not null, score?.Total, score?.MeasuredTotal) is { } why ? $"not known: {why}"
        : score is { Total: { IsProvisional: true } total }
            ? $"calculated, provisional, at least {total.LeastLevel}: "
                + (score.Parameters.Count(parameter => parameter.IsMissing) is > 0 and var missing
                    ? $"{missing} of {score.Parameters.Count} parameters missing"
                    : "some data are stale")
        : "calculated";

    private static string ByOf(OpelStatement? declared, SiteContext context)
    {
        if (declared is null)
        {
            return "No level has been declared";
        }

        var (local, now) = (context.Local, context.Picture.At);
        var who = $"by {declared.DeclaredBy ?? declared.Source} at {local.ClockBeside(declared.DeclaredAt, now)}";
        var until = declared switch
        {
            { Quality: FigureQuality.Stale, ExpiresAt: { } expired } => $", expired {local.DayAndClock(expired)}",
            { ExpiresAt: { } expires } => $", until {local.ClockBeside(expires, now)}",
            _ => "",
        };
        return who + until + (declared.Reason is { Length: > 0 } reason ? $": {reason}" : "");
    }
}

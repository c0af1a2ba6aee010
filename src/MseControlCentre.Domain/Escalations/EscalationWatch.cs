using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// What the control centre does by itself: it opens escalations whose limit is reached, passes them up, and stands down
/// what nobody touched and is over. The same picture, trail and escalations give the same steps, so that two nodes that
/// look at once do it once.
/// </summary>
public static class EscalationWatch
{
    /// <summary>The steps that are due now; none while the network has no plan.</summary>
    /// <param name="picture">The picture of now.</param>
    /// <param name="network">The network, with its plan.</param>
    /// <param name="escalations">Those that are open, and those that ended lately.</param>
    /// <param name="trail">What the board showed, which tells how long something has been over.</param>
    /// <returns>Each step with the code of its place.</returns>
    public static IReadOnlyList<(string Scope, EscalationEvent Step)> Due(
        Picture picture, NetworkMap network, IReadOnlyList<Escalation> escalations, IFigureTrail trail)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(escalations);
        ArgumentNullException.ThrowIfNull(trail);
        var plan = network.Escalation;
        var places = new Situation(picture, network);
        var situations = EscalationSituations.Of(picture, network);
        return
        [
            .. situations.Select(situation => Raise(situation, picture, plan, escalations))
                .Concat(escalations.Select(one => StandDown(one, situations, places, plan, trail)))
                .OfType<(string, EscalationEvent)>(),
        ];
    }

    private static (string Scope, EscalationEvent Step)? Raise(
        EscalationSituation situation, Picture picture, EscalationPlan plan, IReadOnlyList<Escalation> escalations)
    {
        var same = escalations
            .Where(one => one.Kind == situation.Kind
                && string.Equals(one.Scope, situation.Scope, StringComparison.Ordinal))
            .ToList();
        var rank = plan.RankOf(situation.Level);
        if (same.Find(one => one.IsOpen) is { } open)
        {
            return rank <= plan.RankOf(open.Level) ? null : (situation.Scope, new EscalationPassedUp(
                open.Id, open.LastStep + 1, situation.Level!, situation.Headline));
        }

        // What stood down by itself was over for as long as is agreed: past a limit again, it is something new.
        var ended = same.MaxBy(one => one.EndedAt);
        if (ended is { Steps: [.., { Event.By: not null }] } && rank <= plan.RankOf(ended.Level)
            && picture.At < ended.EndedAt + TimeSpan.FromMinutes(plan.RaiseAgainAfter.Value))
        {
            return null;
        }

        var id = EscalationIdentity.Next(
            situation.Scope, situation.Kind, DayOf(picture), escalations.Select(one => one.Id));
        return (situation.Scope, new EscalationRaised(id, 1, situation.Kind, situation.Headline, situation.Level));
    }

    private static (string Scope, EscalationEvent Step)? StandDown(
        Escalation one,
        IReadOnlyList<EscalationSituation> situations,
        Situation places,
        EscalationPlan plan,
        IFigureTrail trail)
    {
        var isUntouched = one.IsOpen && one.Steps.All(step => step.Event.By is null);
        if (!isUntouched || plan.StandDownAfter is not { } after
            || plan.Triggers.FirstOrDefault(trigger => trigger.Kind == one.Kind) is not { } lowest
            || situations.Any(now => now.Kind == one.Kind
                && string.Equals(now.Scope, one.Scope, StringComparison.Ordinal)))
        {
            return null;
        }

        return WhyOver(one, lowest.Limit.Value, after.Value, places, trail) is { } words
            ? (one.Scope, new EscalationStoodDown(one.Id, one.LastStep + 1, words))
            : null;
    }

    private static string? WhyOver(
        Escalation one, double limit, double minutes, Situation places, IFigureTrail trail)
    {
        // What came to its level a moment ago has not been over since: the steps of the trail may all lie before it.
        if (places.Picture.At < one.LevelSince.AddMinutes(minutes)
            || !EscalationSituations.IsKnownToBeOver(one.Kind, one.Scope, places))
        {
            return null;
        }

        // A feed that is heard is not silent, however short.
        if (one.Kind is EscalationKind.FeedSilent)
        {
            return "It is over; nobody had taken it up";
        }

        return HasBeenOver(one, limit, minutes, places, trail)
            ? $"Over for {Words.Number(minutes)} minutes; nobody had taken it up"
            : null;
    }

    // Every step of that time must be known: what nobody told of is not over.
    private static bool HasBeenOver(
        Escalation one, double limit, double minutes, Situation places, IFigureTrail trail)
    {
        var values = EscalationSituations
            .ValuesOf(one.Kind, one.Scope, TimeSpan.FromMinutes(minutes), places, trail)
            .ToList();
        return values.Count >= minutes / RankedConstraints.TrailStep.TotalMinutes
            && values.TrueForAll(value => value < limit);
    }

    private static DateOnly DayOf(Picture picture) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(picture.At, TimeZoneInfo.FindSystemTimeZoneById(picture.TimeZone)).DateTime);
}

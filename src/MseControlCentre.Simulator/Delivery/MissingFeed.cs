namespace MseControlCentre.Simulator.Delivery;

/// <summary>A feed that is down: what it would have sent is never sent.</summary>
/// <param name="Feed">Identity of the feed.</param>
/// <param name="From">Local time of the day from which it is down; null for the whole day.</param>
/// <param name="To">Local time of the day until which it is down.</param>
public sealed record MissingFeed(string Feed, TimeOnly? From, TimeOnly? To)
{
    /// <summary>Whether it is down at a local time.</summary>
    public bool Covers(string feed, TimeOnly clock) => string.Equals(Feed, feed, StringComparison.OrdinalIgnoreCase)
        && (From is not { } from || To is not { } to || clock.IsBetween(from, to));
}

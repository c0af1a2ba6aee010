using MseControlCentre.Simulator.Calibration;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Truth;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>What every part of the world shares.</summary>
public sealed class WorldContext
{
    private ulong _people;

    /// <summary>Puts the shared things together.</summary>
    public WorldContext(
        NetworkFile network, CalibrationFigures figures, ulong seed, long start, long origin,
            IReadOnlyList<Surge> surges)
    {
        Network = network;
        Figures = figures;
        Seed = seed;
        Surges = surges;
        Origin = origin;
        Agenda = new Agenda(start);
        Calendar = new LocalCalendar(network.TimeZone);
        Outbox = new Outbox(seed);
    }

    /// <summary>The network.</summary>
    public NetworkFile Network { get; }

    /// <summary>What the days resemble.</summary>
    public CalibrationFigures Figures { get; }

    /// <summary>Seed of all randomness.</summary>
    public ulong Seed { get; }

    /// <summary>Hours of higher demand.</summary>
    public IReadOnlyList<Surge> Surges { get; }

    /// <summary>Second of the census; surges count from then on.</summary>
    public long Origin { get; }

    /// <summary>What will happen.</summary>
    public Agenda Agenda { get; }

    /// <summary>Local days and hours.</summary>
    public LocalCalendar Calendar { get; }

    /// <summary>Where messages go.</summary>
    public Outbox Outbox { get; }

    /// <summary>What has been declared, for the truth.</summary>
    public DeclaredBook Declared { get; } = new();

    /// <summary>The present second.</summary>
    public long Now => Agenda.Now;

    /// <summary>By how much demand is raised at a second.</summary>
    public double Demand(long time)
    {
        var factor = 1.0;
        if (Surges.Count > 0 && time >= Origin)
        {
            var clock = TimeOnly.FromDateTime(Calendar.Local(time).DateTime);
            foreach (var surge in Surges)
            {
                factor *= surge.Contains(clock) ? surge.Factor : 1;
            }
        }

        return factor;
    }

    /// <summary>A new number for a person.</summary>
    public ulong NextPerson() => Randomness.StableHash.Of(Seed, ++_people);

    /// <summary>The feed that tells about a subject at a site, or null.</summary>
    public NetworkFeed? Feed(string protocol, string subject, string? site) => Network.Feeds.FirstOrDefault(feed =>
        Same(feed.Protocol, protocol)
        && feed.Subjects.Any(candidate => Same(candidate, subject))
        && (site is null || feed.Sites.Count == 0 || feed.Sites.Any(code => Same(code, site))));

    private static bool Same(string first, string second) =>
        string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Hours of every day in which demand is higher.</summary>
/// <param name="From">Local time at which it starts.</param>
/// <param name="To">Local time at which it ends; before <paramref name="From"/> when it runs past midnight.</param>
/// <param name="Factor">By how much arrivals are multiplied.</param>
public sealed record Surge(TimeOnly From, TimeOnly To, double Factor)
{
    /// <summary>Whether a local time lies in it.</summary>
    public bool Contains(TimeOnly clock) => clock.IsBetween(From, To);
}

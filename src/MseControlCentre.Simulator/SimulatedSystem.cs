using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator;

/// <summary>
/// A simulated system that can be asked for its messages in delivery order and, at any moment of its own time, for the
/// truth. It only goes forward. Not safe for several threads at once.
/// <code>
/// var system = new SimulatedSystem(NetworkFileReader.ReadFile(path), seed: 7, origin, Faults.Late | Faults.Shuffle);
/// foreach (var delivery in system.AdvanceTo(origin.AddMinutes(10))) { ... send it ... }
/// var truth = system.Truth();   // "RAJ12:ed.in-department" -> 71
/// </code>
/// </summary>
public sealed class SimulatedSystem
{
    private readonly World _world;
    private readonly FaultyPost _post;

    /// <summary>Builds the system at its origin. Its census is delivered by the first advance.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Seed of all randomness.</param>
    /// <param name="origin">Instant of the census.</param>
    /// <param name="faults">How delivery goes wrong.</param>
    /// <param name="surges">Hours of higher demand; none by default.</param>
    public SimulatedSystem(
        NetworkFile network, ulong seed, DateTimeOffset origin, Faults faults, IReadOnlyList<Surge>? surges = null)
    {
        _world = new World(network, seed, origin, surges ?? []);
        _post = new FaultyPost(seed, faults);
    }

    /// <summary>Instant of the census.</summary>
    public DateTimeOffset Origin => _world.Origin;

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now => _world.Now;

    /// <summary>Messages made but not yet delivered.</summary>
    public int Undelivered => _post.Count;

    /// <summary>The world behind it.</summary>
    public World World => _world;

    /// <summary>
    /// Goes on to an instant; what happens at that very second has happened. Enumerate the result before going on.
    /// </summary>
    /// <returns>The messages delivered since the last time, in delivery order.</returns>
    public IReadOnlyList<OutgoingMessage> AdvanceTo(DateTimeOffset instant)
    {
        _world.AdvanceTo(instant);
        foreach (var message in _world.Drain())
        {
            _post.Add(message);
        }

        return _post.Take(instant).ToList();
    }

    /// <summary>Delivers everything made so far, however late it would be: for tests that ask for a settled
    /// board.</summary>
    public IReadOnlyList<OutgoingMessage> Settle() => _post.Take(DateTimeOffset.MaxValue).ToList();

    /// <summary>Figure identity to value at the present instant; null where there is nothing to measure.</summary>
    public IReadOnlyDictionary<string, double?> Truth() => _world.Truth();
}

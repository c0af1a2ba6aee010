namespace MseControlCentre.Server.Components.Calls;

/// <summary>Somebody who has a statement open.</summary>
/// <param name="Name">Their name.</param>
/// <param name="IsWriting">Whether they are typing, and not only looking.</param>
public sealed record StatementWriter(string Name, bool IsWriting);

/// <summary>
/// Who has which statement open now. It is a courtesy between colleagues and no lock: it is kept in this node's memory
/// only, and forgets whoever is not heard of for <see cref="ForgottenAfter"/>.
/// </summary>
/// <param name="clock">Measures real time, whatever the day's clock does.</param>
public sealed class StatementWriters(TimeProvider clock)
{
    /// <summary>Silence after which somebody is taken to have gone, in real time.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromSeconds(15);

    /// <summary>Bound: windows that are remembered, of all statements together; later ones are not told of.</summary>
    public const int Most = 500;

    private readonly Lock _gate = new();

    // Bound: Most; whoever is silent is let go of with each word that is heard.
    private readonly Dictionary<(string Statement, string Window), (StatementWriter Writer, long HeardAt)> _open = [];

    /// <summary>Hears of a window in which a statement is open.</summary>
    /// <param name="statement">The statement, such as <c>situational-awareness-20261129-1/RAJ12</c>.</param>
    /// <param name="window">What tells the window from others of the same person.</param>
    /// <param name="writer">Who, and whether they are typing.</param>
    /// <returns>The others who have it open, by name.</returns>
    public IReadOnlyList<StatementWriter> Heard(string statement, string window, StatementWriter writer)
    {
        lock (_gate)
        {
            foreach (var silent in _open
                .Where(one => clock.GetElapsedTime(one.Value.HeardAt) > ForgottenAfter)
                .Select(one => one.Key)
                .ToList())
            {
                _open.Remove(silent);
            }

            if (_open.Count < Most || _open.ContainsKey((statement, window)))
            {
                _open[(statement, window)] = (writer, clock.GetTimestamp());
            }

            return
            [
                .. _open
                    .Where(one => string.Equals(one.Key.Statement, statement, StringComparison.Ordinal)
                        && !string.Equals(one.Key.Window, window, StringComparison.Ordinal))
                    .Select(one => one.Value.Writer)
                    .OrderByDescending(other => other.IsWriting)
                    .ThenBy(other => other.Name, StringComparer.Ordinal)
                    .DistinctBy(other => other.Name, StringComparer.Ordinal),
            ];
        }
    }
}

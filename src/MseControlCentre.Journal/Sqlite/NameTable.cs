using System.Collections.Concurrent;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Names that many entries share, such as sources, each kept once in the file and once in memory. Bounded: a name that
/// would be one too many is refused before its event is queued.
/// </summary>
internal sealed class NameTable(string table)
{
    /// <summary>Most names of one table. The system of the whole of England has fewer sources and sites.</summary>
    public const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _names = new();
    private readonly List<(long Id, string Name)> _uncommitted = [];

    /// <summary>Reads all names from the file.</summary>
    public void Load(Database database)
    {
        using var statement = database.Prepare($"SELECT id, name FROM {table}");
        while (statement.Step())
        {
            Add(statement.Number(0), statement.Text(1));
        }
    }

    /// <summary>Refuses a name that is new when the table is full.</summary>
    public void RequireRoom(string name)
    {
        if (_ids.Count >= Capacity && !_ids.ContainsKey(name))
        {
            throw new ArgumentException(
                $"The journal already has {Capacity} {table}, and this event would add one more (its name has "
                + $"{name.Length} characters). Check what the sender puts there.", nameof(name));
        }
    }

    /// <summary>The name with an id; null when it is not known (yet).</summary>
    public string? Find(long id) => _names.GetValueOrDefault(id);

    /// <summary>The id of a name, which is added within the open transaction when it is new.</summary>
    public long IdOf(string name, Database database)
    {
        if (_ids.TryGetValue(name, out var id))
        {
            return id;
        }

        foreach (var added in _uncommitted)
        {
            if (string.Equals(added.Name, name, StringComparison.Ordinal))
            {
                return added.Id;
            }
        }

        id = _ids.Count + _uncommitted.Count + 1;
        using var statement = database.Prepare($"INSERT INTO {table} (id, name) VALUES (?1, ?2)");
        statement.Bind(1, id).Bind(2, name).Run();
        _uncommitted.Add((id, name));
        return id;
    }

    /// <summary>The transaction was committed: its new names are known from now on.</summary>
    public void Commit()
    {
        foreach (var (id, name) in _uncommitted)
        {
            Add(id, name);
        }

        _uncommitted.Clear();
    }

    /// <summary>The transaction was rolled back: its new names are not in the file.</summary>
    public void RollBack() => _uncommitted.Clear();

    private void Add(long id, string name)
    {
        _names[id] = name;
        _ids[name] = id;
    }
}

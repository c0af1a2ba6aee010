using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>The three name tables of a journal file.</summary>
internal sealed class Names
{
    /// <summary>Sources of events.</summary>
    public NameTable Sources { get; } = new("sources");

    /// <summary>Sites of events.</summary>
    public NameTable Sites { get; } = new("sites");

    /// <summary>Kinds of events. The catalogue bounds them.</summary>
    public NameTable Kinds { get; } = new("kinds");

    /// <summary>Reads all names from the file.</summary>
    public void Load(Database database)
    {
        Sources.Load(database);
        Sites.Load(database);
        Kinds.Load(database);
    }

    /// <summary>Refuses events whose names are new when a table is full.</summary>
    public void RequireRoom(PreparedEvent[] events)
    {
        foreach (var prepared in events)
        {
            Sources.RequireRoom(prepared.Event.Source);
            Sites.RequireRoom(prepared.Event.Site);
        }
    }

    /// <summary>The transaction was committed.</summary>
    public void Commit()
    {
        Sources.Commit();
        Sites.Commit();
        Kinds.Commit();
    }

    /// <summary>The transaction was rolled back.</summary>
    public void RollBack()
    {
        Sources.RollBack();
        Sites.RollBack();
        Kinds.RollBack();
    }
}

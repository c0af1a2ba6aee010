using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Indexes;

/// <summary>The one writer of an index. Adding an entry again changes nothing.</summary>
public interface IIndexWriter : IDisposable
{
    /// <summary>How far it has read.</summary>
    IndexMark Reached();

    /// <summary>Adds entries, all or none, and with them how far the journal has been read.</summary>
    /// <param name="entries">What concerns it, in order; may be none.</param>
    /// <param name="last">The entry up to which the journal has been read.</param>
    void Add(IReadOnlyList<JournalEntry> entries, JournalEntry last);
}

using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>
/// Says what an entry of the journal has to tell to people who are not looking: one class for each family of events.
/// </summary>
public interface IAnnouncer
{
    /// <summary>Whether an entry may have something to tell; asked of every entry, so it must be quick.</summary>
    bool Reads(EventDetail detail);

    /// <summary>
    /// What an entry has to tell. It is asked once the board has applied the entry, so that what the board knows may be
    /// looked up; the same entry must lead to the same identities again.
    /// </summary>
    IEnumerable<Announcement> Of(JournalEntry entry);
}

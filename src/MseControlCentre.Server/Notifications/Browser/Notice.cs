using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Browser;

/// <summary>What a browser shows to somebody who has the board open and does not look at it.</summary>
/// <param name="Tag">Identity of the step: the same step is shown once.</param>
/// <param name="Title">What is so.</param>
/// <param name="Body">What was done, and by when somebody has to answer.</param>
/// <param name="Path">Where it is on this server.</param>
public sealed record Notice(string Tag, string Title, string Body, string Path);

/// <summary>A notice, and what it is about, which says who is shown it.</summary>
/// <param name="Notice">What is shown.</param>
/// <param name="About">What it is about.</param>
internal sealed record KeptNotice(Notice Notice, Announcement About);

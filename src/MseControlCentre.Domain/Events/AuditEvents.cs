namespace MseControlCentre.Domain.Events;

/// <summary>
/// Somebody saw or did something, or was refused it. It is in the journal so that it cannot be changed unseen; the
/// state passes it over. Nothing in it tells of a patient.
/// </summary>
/// <param name="ServerTime">When, by the server's own clock (UTC); the event's own time is the board's.</param>
/// <param name="Act">What was done, such as <c>Saw</c>.</param>
/// <param name="Allowed">Whether they were let do it.</param>
/// <param name="Actor">Identity of who did it, stable for life; null when nobody had signed in.</param>
/// <param name="ActorName">Their name as it was then.</param>
/// <param name="Roles">Their roles as they were then, with commas between them.</param>
/// <param name="Operation">What they had to be allowed, such as <c>SeePatients</c>; null for no one thing.</param>
/// <param name="Site">Code of the site that it was about; null when it was about no single one.</param>
/// <param name="Organisation">Code of the partner that it was about; null when it was about none.</param>
/// <param name="Feed">The feed that it was about; null when it was about none.</param>
/// <param name="Address">Address on the network that it came from; null when it came from the server itself.</param>
/// <param name="Page">The page as it is mapped; of what is asked for in its path only codes of the network.</param>
/// <param name="Answer">Status that the answer was about to have; null for a live line.</param>
/// <param name="Words">The rest in words, such as which account was changed.</param>
/// <param name="Times">How often, for what is counted together; else 1.</param>
public sealed record AccessRecorded(
    DateTimeOffset ServerTime,
    string Act,
    bool Allowed,
    string? Actor = null,
    string? ActorName = null,
    string? Roles = null,
    string? Operation = null,
    string? Site = null,
    string? Organisation = null,
    string? Feed = null,
    string? Address = null,
    string? Page = null,
    int? Answer = null,
    string? Words = null,
    int Times = 1) : EventDetail;

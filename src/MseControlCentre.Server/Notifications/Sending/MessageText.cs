using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Outbox;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>What a message says.</summary>
/// <param name="Subject">In one line.</param>
/// <param name="Steps">What happened, oldest first.</param>
/// <param name="Why">Why the reader gets it.</param>
public sealed record MessageText(string Subject, IReadOnlyList<StepText> Steps, string Why)
{
    private const int MostInSubject = 150;

    /// <summary>Writes a message.</summary>
    /// <param name="message">What it carries.</param>
    /// <param name="now">The board's time.</param>
    /// <param name="local">Times as people of the system read them.</param>
    /// <param name="saysOldAfter">Age from which on a step is said to be old.</param>
    /// <param name="server">Where this server is.</param>
    public static MessageText Of(
        OutgoingMessage message, DateTimeOffset now, LocalTime local, TimeSpan saysOldAfter, Uri server)
    {
        ArgumentNullException.ThrowIfNull(message);
        var steps = message.Deliveries
            .Select(delivery => StepText.Of(delivery.Announcement, now, local, saysOldAfter, server)).ToList();
        var first = message.Deliveries[0];
        var subject = steps is [var only]
            ? $"{only.Headline} ({only.What})"
            : $"{steps.Count} steps of the quiet hours: {steps[^1].Headline}";
        return new MessageText(
            subject.Length <= MostInSubject ? subject : subject[..MostInSubject] + "…",
            steps,
            $"You get this as: {first.For}. The control centre sends it by itself; answer on the board, not here.");
    }
}

/// <summary>What a message says about one step.</summary>
/// <param name="Identity">Which step: what it is about, and its number.</param>
/// <param name="Headline">What is so.</param>
/// <param name="What">What was done.</param>
/// <param name="Facts">The rest, each with its name.</param>
/// <param name="Old">That it is old, in words; null when it is not.</param>
/// <param name="Link">Where it is on the board.</param>
public sealed record StepText(
    string Identity,
    string Headline,
    string What,
    IReadOnlyList<(string Name, string Value)> Facts,
    string? Old,
    Uri Link)
{
    /// <summary>Writes it.</summary>
    internal static StepText Of(
        Announcement told, DateTimeOffset now, LocalTime local, TimeSpan saysOldAfter, Uri server)
    {
        var facts = new List<(string, string)> { ("Place", told.Place) };
        if (told.LevelName is { } level)
        {
            facts.Add(("Level", level));
        }

        facts.Add(("When", local.DayAndClock(told.At)));
        if (told.AnswerBy is { } answerBy)
        {
            facts.Add(("Answer by", $"{local.DayAndClock(answerBy)}, {told.LevelName ?? told.Place}"));
        }

        var age = now - told.At;
        return new StepText(
            $"{told.About}/{told.Number}",
            told.Headline,
            told.What,
            facts,
            age >= saysOldAfter ? $"This is {Words.Minutes(age)} old. The board shows what is so now." : null,
            new Uri(server, told.Path));
    }
}

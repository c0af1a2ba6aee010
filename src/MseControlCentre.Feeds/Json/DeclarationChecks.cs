using System.Globalization;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// Checks the numbers of a declaration against each other: a part cannot be more than its whole. More patients than
/// beds, and more staff than were needed, do happen and are taken.
/// </summary>
internal static class DeclarationChecks
{
    /// <summary>Refuses numbers that cannot all be true.</summary>
    public static void Check(EventDetail detail)
    {
        switch (detail)
        {
            case IntermediateCareSlotsDeclared one:
                RequirePart("booked", one.Booked, "offered", one.Offered);
                RequirePart("used", one.Used, "booked", one.Booked);
                break;
            case UrgentCommunityResponseDeclared one:
                RequirePart("seenWithinTwoHours", one.SeenWithinTwoHours, "referrals", one.Referrals);
                break;
            case Nhs111DemandDeclared one:
                RequirePart("answeredWithin60Seconds", one.AnsweredWithin60Seconds, "callsOffered", one.CallsOffered);
                RequirePart(
                    "abandoned",
                    one.Abandoned,
                    "callsOffered less answeredWithin60Seconds",
                    one.CallsOffered - one.AnsweredWithin60Seconds);
                RequirePart("edDispositions", one.EdDispositions, "callsOffered", one.CallsOffered);
                break;
            case OutOfHoursDemandDeclared { Waiting: 0, LongestWaitMinutes: > 0 }:
                throw new JsonRejectedException(
                    "detail.longestWaitMinutes", "a wait", "nobody waits, so none was expected; leave it out");
        }
    }

    private static void RequirePart(string part, int count, string whole, int most)
    {
        if (count > most)
        {
            throw new JsonRejectedException(
                "detail." + part,
                string.Create(CultureInfo.InvariantCulture, $"{count}"),
                string.Create(CultureInfo.InvariantCulture, $"at most {whole}, {most}, was expected"));
        }
    }
}

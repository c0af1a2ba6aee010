using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Community;

/// <summary>NHS 111 and out-of-hours primary care: what is measured and by whose definition.</summary>
public static class CallMeasures
{
    private const string Declared = "Declared by the provider, until it expires";
    private const string SinceMidnight = "since local midnight, as declared";

    /// <summary>NHS 111 calls offered.</summary>
    public static readonly Measure CallsOffered = new(
        "nhs-111.calls-offered", "111 calls", "calls", "Calls offered to NHS 111.", Declared, SinceMidnight);

    /// <summary>Share of calls answered within 60 seconds.</summary>
    public static readonly Measure AnsweredShare = new(
        "nhs-111.answered-60-share", "111 answered in 60 s", "percent",
        "Calls answered within 60 seconds as a share of calls offered.", Declared, SinceMidnight, Better.Higher);

    /// <summary>Share of calls abandoned.</summary>
    public static readonly Measure AbandonedShare = new(
        "nhs-111.abandoned-share", "111 abandoned", "percent",
        "Calls abandoned after 30 seconds or more as a share of calls offered.", Declared, SinceMidnight, Better.Lower);

    /// <summary>Calls that ended in advice to attend an emergency department.</summary>
    public static readonly Measure EdDispositions = new(
        "nhs-111.ed-dispositions", "111 sent to ED", "calls",
        "Calls that ended in advice to attend an emergency department.", Declared, SinceMidnight);

    /// <summary>Out-of-hours contacts.</summary>
    public static readonly Measure OutOfHoursContacts = new(
        "out-of-hours.contacts", "Out-of-hours contacts", "contacts",
        "Contacts of out-of-hours primary care.", Declared, SinceMidnight);

    /// <summary>Out-of-hours patients waiting.</summary>
    public static readonly Measure OutOfHoursWaiting = new(
        "out-of-hours.waiting", "Out-of-hours waiting", "patients",
        "Patients waiting for a call back or a visit, as declared.", Declared, "", Better.Lower);

    /// <summary>Longest out-of-hours wait.</summary>
    public static readonly Measure OutOfHoursLongestWait = new(
        "out-of-hours.longest-wait", "Out-of-hours longest wait", "minutes",
        "Longest wait for a call back or a visit when it was declared.", Declared, "", Better.Lower);
}

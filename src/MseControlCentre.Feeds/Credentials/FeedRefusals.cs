namespace MseControlCentre.Feeds.Credentials;

/// <summary>
/// Why somebody is not let in. The words are the same for a key that is wrong, revoked or missing, and for a source
/// that exists or does not: they tell a stranger nothing.
/// </summary>
public static class FeedRefusals
{
    /// <summary>Nothing valid was shown.</summary>
    public static Rejection NotKnown { get; } = new(
        "credential",
        "none that is valid",
        "the source's own key was expected as 'Authorization: Bearer KEY', over MLLP its client certificate; "
        + "ask the control centre for it",
        RejectionCode.UnknownKey);

    /// <summary>What was shown is valid, and speaks for another source or site.</summary>
    public static Rejection NotYours { get; } = new(
        "credential",
        "one of another source or site",
        "a credential that speaks for this source and site was expected",
        RejectionCode.UnknownKey);

    /// <summary>The address is none of those that may send HL7.</summary>
    public static Rejection OtherAddress { get; } = new(
        "network address",
        "one that is not on the list",
        "an address that --mllp-allow names was expected; ask the control centre to add it",
        RejectionCode.UnknownKey);

    /// <summary>Whether it is about who sends, not about what was sent.</summary>
    public static bool IsAbout(Rejection rejection) =>
        ReferenceEquals(rejection, NotKnown) || ReferenceEquals(rejection, NotYours);
}

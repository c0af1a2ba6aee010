namespace MseControlCentre.Server.Components.Notifications;

/// <summary>What came of what somebody asked for, as it stands in the address and as it is read.</summary>
internal static class DoneWords
{
    /// <summary>It is sent again.</summary>
    public const string Again = "again";

    /// <summary>It cannot be sent again now.</summary>
    public const string NotAgain = "not-again";

    /// <summary>It is given up.</summary>
    public const string GivenUp = "given-up";

    /// <summary>It cannot be given up any more.</summary>
    public const string NotGivenUp = "not-given-up";

    /// <summary>What is read; null for what is none of these.</summary>
    public static string? Of(string? value) => value switch
    {
        Again => "It is sent now: its state says what comes of it.",
        NotAgain => "Nothing was sent: there is no such delivery, or it is being sent at this moment.",
        GivenUp => "It is given up and will not be sent.",
        NotGivenUp => "Nothing was given up: it was sent in the meantime, or is being sent.",
        _ => null,
    };
}

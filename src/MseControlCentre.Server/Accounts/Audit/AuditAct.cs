namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>What somebody did, as the audit says it.</summary>
public enum AuditAct
{
    /// <summary>Saw rows of single patients, or a list of delays.</summary>
    Saw,

    /// <summary>Took figures or rows as a file.</summary>
    Took,

    /// <summary>Changed something of the board: declared, corrected, sent again.</summary>
    Changed,

    /// <summary>Asked for what they may not see or do.</summary>
    Refused,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Tried to sign in and was not let in.</summary>
    SignInRefused,

    /// <summary>Signed out.</summary>
    SignedOut,

    /// <summary>Changed an account: made it, gave or took roles, closed it, changed how it signs in.</summary>
    AccountChanged,

    /// <summary>Changed the screen of a wall: made it, opened it, renewed its link, took it back.</summary>
    WallScreenChanged,

    /// <summary>Changed the key of a program: made it, took it back.</summary>
    KeyChanged,

    /// <summary>Sent a notification again, or gave it up.</summary>
    NotificationChanged,
}

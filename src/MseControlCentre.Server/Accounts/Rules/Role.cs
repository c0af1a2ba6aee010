namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>What somebody, or something, is here for. One person may have several.</summary>
public enum Role
{
    /// <summary>
    /// A screen on a wall, opened by a link that can be taken back. Nobody stands behind it: counts only.
    /// </summary>
    Wall,

    /// <summary>Looks at counts on every page: a director on call, a program that reports. Sees no patients.</summary>
    Observer,

    /// <summary>Works in the system control centre: sees and does everything that concerns patients' flow.</summary>
    Controller,

    /// <summary>Manages one site or several: their patients, their declarations.</summary>
    SiteManager,

    /// <summary>
    /// Works for a partner, such as a council or a community provider: the delays that it can unblock.
    /// </summary>
    Partner,

    /// <summary>Keeps accounts, wall links and feeds. Sees no patients.</summary>
    Administrator,

    /// <summary>Looks at who saw and did what. Sees no patients.</summary>
    Auditor,

    /// <summary>A program that sends for one source. It sees nothing.</summary>
    Feed,
}

namespace MseControlCentre.Server.Notifications.Browser;

/// <summary>What a browser did with a step.</summary>
public enum NoticeOutcome
{
    /// <summary>It showed a notification.</summary>
    Shown,

    /// <summary>It showed none: a tab of the site was being looked at.</summary>
    Looked,

    /// <summary>It keeps quiet at this hour, as its reader chose, and shows it afterwards.</summary>
    Quiet,
}

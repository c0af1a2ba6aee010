namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>Roles, operations and reaches as people say them, on pages and in <c>docs/access.md</c>.</summary>
public static class AccessWords
{
    private static readonly Dictionary<Role, (string Name, string Meaning)> s_roles = new()
    {
        [Role.Wall] = ("Wall", "A screen on a wall, opened by a link that can be taken back: counts only."),
        [Role.Observer] = ("Observer", "Looks at counts on every page: a director on call, a report. No patients."),
        [Role.Controller] = ("Controller", "Works in the system control centre: all that concerns patients' flow."),
        [Role.SiteManager] = ("Site manager", "Manages one site or several: their patients, their declarations."),
        [Role.Partner] = ("Partner", "Works for a council or provider: the delays that it can unblock."),
        [Role.Administrator] = ("Administrator", "Keeps accounts, wall links and feeds. No patients."),
        [Role.Auditor] = ("Auditor", "Looks at who saw and did what. No patients."),
        [Role.Feed] = ("Feed", "A program that sends for one source. It sees nothing."),
    };

    private static readonly Dictionary<Operation, string> s_operations = new()
    {
        [Operation.SeeWall] = "See the wall",
        [Operation.SeeFigures] = "See figures",
        [Operation.SeePatients] = "See patients by pseudonym",
        [Operation.SeeDelayedDischarges] = "See delayed discharges by pseudonym",
        [Operation.Declare] = "Declare figures",
        [Operation.CorrectDeclaration] = "Correct declared figures",
        [Operation.SeeEscalations] = "See escalations",
        [Operation.Escalate] = "Raise and answer escalations",
        [Operation.KeepNotifications] = "Keep notifications",
        [Operation.SeeCalls] = "See the calls",
        [Operation.TakePartInCalls] = "Take part in calls",
        [Operation.HoldCalls] = "Hold calls",
        [Operation.ExportReturns] = "Take national returns",
        [Operation.SeeFeeds] = "See the feeds",
        [Operation.ReplayQuarantine] = "Replay the quarantine",
        [Operation.SendEvents] = "Send events",
        [Operation.KeepWallLinks] = "Keep wall links",
        [Operation.KeepAccounts] = "Keep accounts",
        [Operation.SeeAudit] = "See the audit",
    };

    /// <summary>Name of a role.</summary>
    public static string Of(Role role) => s_roles[role].Name;

    /// <summary>What a role is for, in a sentence.</summary>
    public static string MeaningOf(Role role) => s_roles[role].Meaning;

    /// <summary>An operation.</summary>
    public static string Of(Operation operation) => s_operations[operation];

    /// <summary>How far something reaches; empty for nowhere.</summary>
    public static string Of(Reach reach) => reach switch
    {
        Reach.Everywhere => "all",
        Reach.OwnSites => "own sites",
        Reach.OwnOrganisation => "own organisation",
        Reach.OwnSource => "own source",
        _ => string.Empty,
    };
}

namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>
/// Who may do what: the one place that says so. What is not granted here is refused. <c>docs/access.md</c> is written
/// from it.
/// </summary>
public static class Grants
{
    private static readonly Dictionary<Role, Dictionary<Operation, Reach>> s_grants = new()
    {
        [Role.Wall] = Everywhere(Operation.SeeWall),
        [Role.Observer] = Everywhere(
            Operation.SeeWall,
            Operation.SeeFigures,
            Operation.SeeFeeds,
            Operation.SeeEscalations,
            Operation.SeeCalls),
        [Role.Controller] = Everywhere(
            Operation.SeeWall,
            Operation.SeeFigures,
            Operation.SeePatients,
            Operation.SeeDelayedDischarges,
            Operation.Declare,
            Operation.CorrectDeclaration,
            Operation.SeeEscalations,
            Operation.Escalate,
            Operation.KeepNotifications,
            Operation.SeeCalls,
            Operation.TakePartInCalls,
            Operation.HoldCalls,
            Operation.ExportReturns,
            Operation.SeeFeeds,
            Operation.ReplayQuarantine),
        [Role.SiteManager] = new(Everywhere(
            Operation.SeeWall,
            Operation.SeeFigures,
            Operation.SeeFeeds,
            Operation.SeeEscalations,
            Operation.SeeCalls,
            Operation.ExportReturns))
        {
            [Operation.Escalate] = Reach.OwnSites,
            [Operation.TakePartInCalls] = Reach.OwnSites,
            [Operation.SeePatients] = Reach.OwnSites,
            [Operation.SeeDelayedDischarges] = Reach.OwnSites,
            [Operation.Declare] = Reach.OwnSites,
            [Operation.CorrectDeclaration] = Reach.OwnSites,
        },
        [Role.Partner] = new(Everywhere(
            Operation.SeeWall, Operation.SeeFigures, Operation.SeeEscalations, Operation.SeeCalls))
        {
            [Operation.Escalate] = Reach.OwnOrganisation,
            [Operation.TakePartInCalls] = Reach.OwnOrganisation,
            [Operation.SeeDelayedDischarges] = Reach.OwnOrganisation,
            [Operation.Declare] = Reach.OwnOrganisation,
            [Operation.CorrectDeclaration] = Reach.OwnOrganisation,
        },
        [Role.Administrator] = Everywhere(
            Operation.SeeWall,
            Operation.SeeFigures,
            Operation.SeeFeeds,
            Operation.SeeEscalations,
            Operation.KeepNotifications,
            Operation.SeeCalls,
            Operation.ReplayQuarantine,
            Operation.KeepWallLinks,
            Operation.KeepAccounts),
        [Role.Auditor] = Everywhere(
            Operation.SeeWall,
            Operation.SeeFigures,
            Operation.SeeFeeds,
            Operation.SeeEscalations,
            Operation.SeeCalls,
            Operation.ExportReturns,
            Operation.SeeAudit),
        [Role.Feed] = new() { [Operation.SendEvents] = Reach.OwnSource },
    };

    /// <summary>How far a role may do something.</summary>
    public static Reach Of(Role role, Operation operation) =>
        s_grants.GetValueOrDefault(role)?.GetValueOrDefault(operation) ?? Reach.Nowhere;

    private static Dictionary<Operation, Reach> Everywhere(params Operation[] operations) =>
        operations.ToDictionary(operation => operation, _ => Reach.Everywhere);
}

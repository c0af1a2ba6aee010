using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>What the page calls acts and operations.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> s_things = new(StringComparer.Ordinal)
    {
        [nameof(Operation.SeeWall)] = "the wall",
        [nameof(Operation.SeeFigures)] = "figures",
        [nameof(Operation.SeePatients)] = "rows of patients",
        [nameof(Operation.SeeDelayedDischarges)] = "delayed discharges",
        [nameof(Operation.Declare)] = "declaring figures",
        [nameof(Operation.CorrectDeclaration)] = "correcting what was declared",
        [nameof(Operation.ExportReturns)] = "returns",
        [nameof(Operation.SeeFeeds)] = "the feeds",
        [nameof(Operation.ReplayQuarantine)] = "replaying the quarantine",
        [nameof(Operation.SendEvents)] = "sending events",
        [nameof(Operation.KeepWallLinks)] = "the walls' links",
        [nameof(Operation.KeepAccounts)] = "accounts",
        [nameof(Operation.KeepNotifications)] = "notifications",
        [nameof(Operation.SeeAudit)] = "the audit",
    };

    private static readonly Dictionary<string, string> s_acts = new(StringComparer.Ordinal)
    {
        [nameof(AuditAct.Refused)] = "Asked for what they may not",
        [nameof(AuditAct.SignedIn)] = "Signed in",
        [nameof(AuditAct.SignInRefused)] = "Tried to sign in",
        [nameof(AuditAct.SignedOut)] = "Signed out",
        [nameof(AuditAct.AccountChanged)] = "Changed an account",
        [nameof(AuditAct.WallScreenChanged)] = "Changed a wall's screen",
        [nameof(AuditAct.KeyChanged)] = "Changed a program's key",
        [nameof(AuditAct.NotificationChanged)] = "Changed a notification",
    };

    /// <summary>What may be asked for: each operation that is recorded, then each act that is none.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        .. AuditedOperations.All.Order().Select(one => one.ToString())
            .Select(one => new Choice(one, Capital(s_things[one]))),
        .. s_acts.Select(act => new Choice(act.Key, act.Value)),
    ];

    /// <summary>What somebody did.</summary>
    public static string Of(AccessRecorded act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (act.Operation is not { } operation || !s_things.TryGetValue(operation, out var thing))
        {
            return s_acts.GetValueOrDefault(act.Act, act.Act);
        }

        return act.Act switch
        {
            nameof(AuditAct.Saw) => $"Saw {thing}",
            nameof(AuditAct.Took) => $"Took {thing} as a file",
            nameof(AuditAct.Refused) => $"Asked for {thing}",
            nameof(AuditAct.Changed) => Changed(operation),
            _ => s_acts.GetValueOrDefault(act.Act, act.Act),
        };
    }

    /// <summary>Roles as people say them; null for none.</summary>
    public static string? Roles(string? written) => written is null
        ? null
        : string.Join(", ", written.Split(", ").Select(one =>
            Enum.TryParse<Role>(one, out var role) ? AccessWords.Of(role) : one));

    /// <summary>What an act was about that names no site, partner or feed.</summary>
    public static string Nowhere(AccessRecorded act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Allowed && Enum.TryParse<Operation>(act.Operation, out var operation)
            && operation is Operation.SeePatients or Operation.SeeDelayedDischarges or Operation.ExportReturns
                ? "The whole system"
                : "–";
    }

    private static string Changed(string operation) => operation switch
    {
        nameof(Operation.Declare) => "Declared figures",
        nameof(Operation.CorrectDeclaration) => "Corrected what was declared",
        nameof(Operation.ReplayQuarantine) => "Replayed the quarantine",
        _ => $"Changed {s_things[operation]}",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>What may be done or seen. Every page, address and live line asks for one of these.</summary>
public enum Operation
{
    /// <summary>Sees the wall: counts of every site.</summary>
    SeeWall,

    /// <summary>Sees counts on every other page, now and in the past, and where they come from.</summary>
    SeeFigures,

    /// <summary>
    /// Sees rows of single patients by pseudonym: ambulances, the department's list, what is behind a figure.
    /// </summary>
    SeePatients,

    /// <summary>Sees patients without criteria to reside by pseudonym, with what each waits for.</summary>
    SeeDelayedDischarges,

    /// <summary>Declares figures: beds, staffing, an OPEL level.</summary>
    Declare,

    /// <summary>Corrects what was declared.</summary>
    CorrectDeclaration,

    /// <summary>Sees escalations: what was raised, who answered, what is owed.</summary>
    SeeEscalations,

    /// <summary>Raises, acknowledges, takes, passes up and ends escalations, and asks for and gives help.</summary>
    Escalate,

    /// <summary>Sees what was sent to whom about escalations, sends it again, gives it up.</summary>
    KeepNotifications,

    /// <summary>Sees the calls: their pack, statements, attendance and actions, also those of the past.</summary>
    SeeCalls,

    /// <summary>Makes a statement for a call, and says how far its own actions have come.</summary>
    TakePartInCalls,

    /// <summary>Opens, runs, closes and signs calls.</summary>
    HoldCalls,

    /// <summary>Takes the figures of a day as a return or a file.</summary>
    ExportReturns,

    /// <summary>Sees the feeds: rate, lag, what was not taken and why.</summary>
    SeeFeeds,

    /// <summary>Sends messages in quarantine through the door again.</summary>
    ReplayQuarantine,

    /// <summary>Sends events for a source.</summary>
    SendEvents,

    /// <summary>Makes, renews and takes back the links of walls.</summary>
    KeepWallLinks,

    /// <summary>Makes accounts, gives and takes roles, ends sessions.</summary>
    KeepAccounts,

    /// <summary>Sees who saw and did what, and takes it as a file.</summary>
    SeeAudit,
}

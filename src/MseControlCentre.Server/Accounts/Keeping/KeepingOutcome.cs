namespace MseControlCentre.Server.Accounts.Keeping;

/// <summary>What became of a change of an account.</summary>
public enum KeepingOutcome
{
    /// <summary>It was made.</summary>
    Done,

    /// <summary>There is no such account.</summary>
    NotThere,

    /// <summary>Nobody could keep accounts afterwards, so nothing was changed.</summary>
    LastAdministrator,

    /// <summary>Somebody else changed the account at the same moment, so nothing was changed.</summary>
    ChangedMeanwhile,
}

namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>How far a role may do something.</summary>
public enum Reach
{
    /// <summary>Not at all.</summary>
    Nowhere,

    /// <summary>For the source that its key is of.</summary>
    OwnSource,

    /// <summary>For what its organisation owns: the delays that it can unblock, the units that it runs.</summary>
    OwnOrganisation,

    /// <summary>For the sites that it is given.</summary>
    OwnSites,

    /// <summary>For the whole system.</summary>
    Everywhere,
}

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>What kind of thing a figure describes.</summary>
[Flags]
internal enum Scope
{
    /// <summary>The whole system.</summary>
    System = 1,

    /// <summary>An acute site.</summary>
    Site = 2,

    /// <summary>A ward of a site.</summary>
    Ward = 4,

    /// <summary>A virtual ward.</summary>
    VirtualWard = 8,

    /// <summary>A community unit.</summary>
    CommunityUnit = 16,

    /// <summary>A partner organisation.</summary>
    Partner = 32,

    /// <summary>Each site and the system.</summary>
    SiteAndSystem = System | Site,
}

using System.Globalization;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Names of the places and links of the map. They stay the same from picture to picture.</summary>
public static class FlowIds
{
    /// <summary>Sent in by a GP or a clinic, and planned admissions.</summary>
    public const string Direct = "direct";

    /// <summary>999 and its ambulances.</summary>
    public const string Ambulance = "ambulance";

    /// <summary>NHS 111.</summary>
    public const string Nhs111 = "nhs-111";

    /// <summary>Those who come by themselves.</summary>
    public const string WalkIn = "walk-in";

    /// <summary>Those who are referred to a virtual ward instead of a hospital.</summary>
    public const string Referrals = "referrals";

    /// <summary>Home without new support.</summary>
    public const string Home = "home";

    /// <summary>By no pathway, or not told.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>The virtual wards.</summary>
    public const string VirtualWards = "virtual-wards";

    /// <summary>The emergency department of a site.</summary>
    public static string Department(string site) => "ed-" + site;

    /// <summary>The same day emergency care and assessment units of a site.</summary>
    public static string Assessment(string site) => "assessment-" + site;

    /// <summary>The general and acute wards of a site.</summary>
    public static string Wards(string site) => "wards-" + site;

    /// <summary>The critical care of a site.</summary>
    public static string CriticalCare(string site) => "critical-care-" + site;

    /// <summary>Any bed of a site: where discharges leave from.</summary>
    public static string Beds(string site) => "beds-" + site;

    /// <summary>A discharge pathway, 1 to 3.</summary>
    public static string Pathway(int pathway) => "pathway-" + pathway.ToString(CultureInfo.InvariantCulture);

    /// <summary>The link from one place to another.</summary>
    public static string Link(string from, string to) => from + ">" + to;
}

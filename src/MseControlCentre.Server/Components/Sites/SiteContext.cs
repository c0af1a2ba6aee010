using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>What every part of a site's board is made from.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Site">The site's part of it.</param>
/// <param name="Patients">The patients behind the site's figures.</param>
/// <param name="Network">The network file.</param>
/// <param name="Local">Local time of the system.</param>
public sealed record SiteContext(
    Picture Picture, SitePicture Site, SitePatients Patients, NetworkMap Network, LocalTime Local)
{
    /// <summary>Pseudonyms are long; their ends tell the rows of one board apart.</summary>
    private const int ReferenceLength = 6;

    /// <summary>Thresholds of the network file.</summary>
    public Thresholds Thresholds => Network.Thresholds;

    /// <summary>The site as the network file has it.</summary>
    public Site Map => Network.Sites.First(site => string.Equals(site.Code, Site.Code, StringComparison.Ordinal));

    /// <summary>A short reference that tells rows apart and says nothing about a patient.</summary>
    public static string Reference(string pseudonym)
    {
        ArgumentNullException.ThrowIfNull(pseudonym);
        return pseudonym[^Math.Min(ReferenceLength, pseudonym.Length)..];
    }

    /// <summary>Why the site's figures of some measures cannot be taken as live; null when they can.</summary>
    public TrustNote? Trust(params Measure[] measures) =>
        TrustNote.On(measures.Select(measure => Site.Figures.Find(measure.Id)), Picture.Feeds, Local);

    /// <summary>A figure of the site as it is shown.</summary>
    public FigureView Figure(
        Measure measure, string label, Level level = Level.Normal, string format = "0", string? unit = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return FigureView.Of(Site.Figures.Find(measure.Id), label, level, format, unit);
    }
}

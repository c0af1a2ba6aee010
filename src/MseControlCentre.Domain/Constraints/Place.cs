using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>Somewhere that flow can be held up.</summary>
/// <param name="Scope">Code of the site, virtual ward or network.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Site">The site, when it is one.</param>
internal sealed record Place(string Scope, string Name, FigureSet Figures, SitePicture? Site = null)
{
    private Reading? _now;

    /// <summary>Whether it is the whole system.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>What is known and current now.</summary>
    public Reading Now => _now ??= Reading.Of(Figures);

    public static Place Of(SitePicture site) => new(site.Code, site.Name, site.Figures, site);

    public static Place Of(VirtualWardPicture ward) => new(ward.Code, ward.Name, ward.Figures);

    public static Place System(Picture picture) =>
        new(picture.NetworkCode, picture.NetworkName, picture.Figures) { IsSystem = true };

    /// <summary>Identity of one of its figures.</summary>
    public string FigureId(Measure measure) => Scope + ":" + measure.Id;

    /// <summary>What is wrong, and where; of the whole system nobody needs to be told where.</summary>
    public string Headline(string what) =>
        IsSystem ? char.ToUpperInvariant(what[0]) + what[1..] : $"{Name}: {what}";
}

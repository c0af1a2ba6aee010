namespace MseControlCentre.Server.Components.Sites;

/// <summary>A site in brief, beside the others.</summary>
/// <param name="Code">Site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Standing">Its pressure level.</param>
/// <param name="Headline">The figures that matter first.</param>
public sealed record SiteBrief(
    string Code, string Name, SiteStanding Standing, IReadOnlyList<HeadlineTile> Headline)
{
    /// <summary>Makes it.</summary>
    public static SiteBrief Of(SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new SiteBrief(
            context.Site.Code, context.Site.Name, SiteStanding.Of(context), SiteHeadline.Of(context));
    }
}

using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Server.Components.Escalations;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>What the board of a site shows of one picture.</summary>
/// <param name="Code">Site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="At">The instant that its lists are of (UTC).</param>
/// <param name="Standing">Its pressure level.</param>
/// <param name="Situation">What holds its patients up, and what is not known of it.</param>
/// <param name="Headline">The figures that matter first.</param>
/// <param name="Escalations">What is escalated, and what may be raised.</param>
/// <param name="Handovers">The handover board.</param>
/// <param name="Department">The list of the emergency department.</param>
/// <param name="Wards">The ward grid.</param>
/// <param name="Delays">The discharge list.</param>
/// <param name="Statements">What was declared, and what can be done.</param>
public sealed record SiteBoardView(
    string Code,
    string Name,
    DateTimeOffset At,
    SiteStanding Standing,
    SiteSituation Situation,
    IReadOnlyList<HeadlineTile> Headline,
    SiteEscalations Escalations,
    SiteHandovers Handovers,
    SiteDepartment Department,
    SiteWards Wards,
    SiteDelays Delays,
    IReadOnlyList<SiteStatement> Statements)
{
    /// <summary>Makes the board.</summary>
    /// <param name="context">What it is made from.</param>
    /// <param name="constraints">Every constraint of the system, worst first.</param>
    /// <param name="escalations">What is escalated in the system.</param>
    /// <param name="declared">Every declaration in force.</param>
    /// <param name="fewestFreeFirst">Whether wards with the fewest free beds come first.</param>
    public static SiteBoardView Of(
        SiteContext context,
        IReadOnlyList<Constraint> constraints,
        EscalationContext escalations,
        IReadOnlyList<DeclaredFigures> declared,
        bool fewestFreeFirst)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new SiteBoardView(
            context.Site.Code,
            context.Site.Name,
            context.Patients.At,
            SiteStanding.Of(context),
            SiteSituation.Of(constraints, context),
            SiteHeadline.Of(context),
            SiteEscalations.Of(context.Site.Code, context.Site.Name, escalations, constraints),
            SiteHandovers.Of(context),
            SiteDepartment.Of(context),
            SiteWards.Of(context, fewestFreeFirst),
            SiteDelays.Of(context),
            SiteStatements.Of(declared, context));
    }
}

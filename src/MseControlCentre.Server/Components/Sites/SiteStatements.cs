using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>Something a person can do, on a form that is filled in for this site.</summary>
/// <param name="Text">What pressing it does.</param>
/// <param name="Path">Where the form is.</param>
/// <param name="Spoken">What a screen reader says where the text alone does not tell which; null when it does.</param>
public sealed record SiteAction(string Text, string Path, string? Spoken = null);

/// <summary>What somebody declared of the site, and what can be done about it.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Says">What was declared; what is missing when nothing was.</param>
/// <param name="By">By whom and until when; null when nothing was declared.</param>
/// <param name="HasExpired">Whether it is no longer believed.</param>
/// <param name="Actions">What can be done.</param>
public sealed record SiteStatement(
    string What, string Says, string? By, bool HasExpired, IReadOnlyList<SiteAction> Actions);

/// <summary>What is declared of the site: its department, its cohort areas, its level, its staff.</summary>
public static class SiteStatements
{
    /// <summary>Makes them.</summary>
    /// <param name="declared">Every declaration in force.</param>
    /// <param name="context">What the board is made from.</param>
    public static IReadOnlyList<SiteStatement> Of(IReadOnlyList<DeclaredFigures> declared, SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(context);
        var own = declared.Where(one => string.Equals(one.Event.Site, context.Site.Code, StringComparison.Ordinal));
        var ofSite = own.ToLookup(one => one.Event.Detail.GetType());
        var department = ofSite[typeof(EmergencyDepartmentDeclared)].FirstOrDefault();
        var level = ofSite[typeof(OpelDeclared)].FirstOrDefault();
        return
        [
            Single("Emergency department", "emergency-department", "Declare its state", department, context),
            .. ofSite[typeof(CohortOpened)].Select(area => OpenArea(area, context)),
            new SiteStatement(
                "Ambulance cohort area",
                ofSite[typeof(CohortOpened)].Any() ? "Another can be opened" : "None is open",
                null,
                false,
                [new SiteAction("Open a cohort area", Form("cohort-area", context, "&open=yes"))]),
            Single("OPEL", "opel", "Declare a level", level, context),
            .. ofSite[typeof(StaffingDeclared)].Select(group => Single(
                $"Staffing: {((StaffingDeclared)group.Declaration).StaffGroup}",
                "staffing",
                "Declare shifts",
                group,
                context)),
            new SiteStatement(
                "Staffing",
                "By staff group",
                null,
                false,
                [new SiteAction("Declare a staff group", Form("staffing", context))]),
        ];
    }

    /// <summary>The form on which the beds of a ward are declared, filled in for it.</summary>
    public static string WardForm(string site, string ward) =>
        $"/sitreps/ward-capacity?ward={Uri.EscapeDataString(site + "/" + ward)}&back={Uri.EscapeDataString(site)}";

    private static string Form(string form, SiteContext context, string more = "")
    {
        var site = Uri.EscapeDataString(context.Site.Code);
        return $"/sitreps/{form}?site={site}{more}&back={site}";
    }

    private static SiteStatement OpenArea(DeclaredFigures area, SiteContext context)
    {
        var opened = (CohortOpened)area.Declaration;
        return Said(
            $"Cohort area {opened.Area}",
            $"open, {opened.Capacity} {(opened.Capacity == 1 ? "place" : "places")}",
            area,
            context,
            new SiteAction(
                "Close it",
                Form("cohort-area", context, $"&area={Uri.EscapeDataString(opened.Area)}&open=no"),
                $"Close it: cohort area {opened.Area}"));
    }

    private static SiteStatement Single(
        string what, string form, string action, DeclaredFigures? declared, SiteContext context)
    {
        var declare = new SiteAction(action, Form(form, context), $"{action}: {what}");
        return declared is null
            ? new SiteStatement(what, "Nothing declared", null, false, [declare])
            : Said(what, Words(declared.Declaration), declared, context, declare);
    }

    private static SiteStatement Said(
        string what, string says, DeclaredFigures declared, SiteContext context, SiteAction action)
    {
        var local = context.Local;
        var expired = declared.HasExpiredAt(context.Picture.At);
        var until = declared.Declaration.ExpiresAt is { } at
            ? (expired ? ", expired " : ", until ") + local.DayAndClock(at)
            : "";
        return new SiteStatement(
            what,
            says,
            $"{declared.Declaration.DeclaredBy ?? declared.Event.Source}, "
                + local.DayAndClock(declared.Event.OccurredAt) + until,
            expired,
            [
                action,
                new SiteAction("Correct it", SitrepsService.CorrectPathOf(declared.Event), $"Correct it: {what}"),
            ]);
    }

    private static string Words(Declaration declaration) => declaration switch
    {
        EmergencyDepartmentDeclared { Status: DepartmentStatus.Divert } divert =>
            "on divert" + (divert.DivertedTo is { } to ? $" to {to}" : "") + Because(divert.Reason),
        EmergencyDepartmentDeclared department =>
            (department.Status is DepartmentStatus.Open ? "open" : "closed") + Because(department.Reason),
        OpelDeclared opel => $"level {opel.Level}" + Because(opel.Reason),
        StaffingDeclared staffing => $"{staffing.Filled} of {staffing.Required} shifts filled",
        _ => declaration.Subject,
    };

    private static string Because(string? reason) => reason is { Length: > 0 } ? $": {reason}" : "";
}

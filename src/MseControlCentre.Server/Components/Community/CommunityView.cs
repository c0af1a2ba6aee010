using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Community;

/// <summary>What the page of community services shows. Counts only.</summary>
/// <param name="At">The time it is of.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Headline">Where there is room and what can be believed, in a sentence.</param>
/// <param name="Level">How loud the sentence is.</param>
/// <param name="Totals">The whole system.</param>
/// <param name="List">The units.</param>
/// <param name="Services">Urgent response, NHS 111, out of hours and staffing, each as it was declared.</param>
/// <param name="Partners">Who keeps how many patients waiting in hospital, most first.</param>
/// <param name="PartnersTrust">Why that cannot be taken as live; null when it can.</param>
public sealed record CommunityView(
    DateTimeOffset At,
    LocalTime Local,
    string Headline,
    Level Level,
    IReadOnlyList<FigureView> Totals,
    ListView List,
    IReadOnlyList<DeclaredService> Services,
    IReadOnlyList<PartnerDelay> Partners,
    TrustNote? PartnersTrust);

/// <summary>A service of which people declare figures.</summary>
/// <param name="Id">Identity of its form and of its place on the page.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Heads">What is declared of it.</param>
/// <param name="Rows">What each declared.</param>
/// <param name="Totals">The system's figures; null when they would only repeat one row.</param>
public sealed record DeclaredService(
    string Id,
    string Title,
    IReadOnlyList<string> Heads,
    IReadOnlyList<DeclaredServiceRow> Rows,
    IReadOnlyList<FigureView>? Totals);

/// <summary>What one provider or site declared.</summary>
/// <param name="Where">Its name, with the staff group where there are several.</param>
/// <param name="Figures">What it declared.</param>
/// <param name="Note">Who, when and until when.</param>
public sealed record DeclaredServiceRow(string Where, IReadOnlyList<FigureView> Figures, DeclarationNote Note);

/// <summary>A partner with the patients who wait for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of organisation it is.</param>
/// <param name="Patients">How many; it leads to the figure.</param>
/// <param name="Share">Beside the partner with the most, 0 to 1.</param>
/// <param name="Link">Where they are listed.</param>
public sealed record PartnerDelay(string Name, string Kind, FigureView Patients, double Share, string Link);

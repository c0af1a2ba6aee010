using System.Globalization;
using Microsoft.AspNetCore.Components;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>
/// The page of a site: what its manager reads on a phone in a corridor. It stays live by the board of its site.
/// </summary>
public sealed partial class SitePage
{
    /// <summary>Value of the query that puts wards with the fewest free beds first.</summary>
    public const string FewestFree = "fewest-free";

    private Dictionary<string, Fragment> _parts = new(StringComparer.Ordinal);

    /// <summary>The site.</summary>
    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    /// <summary>Type of the wards to show; all when it is none.</summary>
    [Parameter]
    public string? Wards { get; set; }

    /// <summary>Order of the wards: <see cref="FewestFree"/>, else that of the network file.</summary>
    [Parameter]
    public string? Order { get; set; }

    /// <summary>Identity of the form that was just declared from here.</summary>
    [Parameter]
    public string? Declared { get; set; }

    /// <summary>The step of an escalation that was just taken from here.</summary>
    [Parameter]
    public string? Step { get; set; }

    /// <summary>Shows that a form came from here.</summary>
    [Parameter, EditorRequired]
    public required FormToken Token { get; set; }

    [Inject]
    private SitesService Service { get; set; } = null!;

    private SiteBoardView? View { get; set; }

    private DateTimeOffset Now { get; set; }

    private RaiseView Raise => new(
        [new EscalationPlace(Site.Code, Site.Name, Subject.OfSite(Site.Code))],
        Service.EscalationLevels,
        AskedRaise.Empty(Site.Code, View?.Escalations.Offers is [var worst, ..] ? worst.Kind.ToString() : null),
        [],
        null,
        Token);

    private LocalTime Local => Service.Local;

    private bool FewestFreeFirst => string.Equals(Order, FewestFree, StringComparison.Ordinal);

    private WardType? Type { get; set; }

    private string? DeclaredForm => Declared is null ? null : DeclarationForms.Find(Declared)?.Title;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        // A name, not a number: Enum.TryParse takes both.
        Type = SiteWards.TypesOf(Site).Cast<WardType?>()
            .FirstOrDefault(type => string.Equals(type.ToString(), Wards, StringComparison.Ordinal));
        if (Service.Current(Site.Code, FewestFreeFirst) is var (view, clock))
        {
            View = view;
            Now = clock.Now;
            _parts = SiteFragments.Of(view, clock.Now).ToDictionary(part => part.Name, StringComparer.Ordinal);
        }
    }

    private RenderFragment Part(string name) => builder =>
    {
        var part = _parts[name];
        builder.OpenComponent(0, part.Component);
        builder.AddMultipleAttributes(1, part.Parameters!);
        builder.CloseComponent();
    };

    private static string Hours(double hours) => hours.ToString("0.#", CultureInfo.InvariantCulture) + " h";
}

using Microsoft.AspNetCore.Components;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Opel;

/// <summary>
/// OPEL of the system and its sites, and what it rests on: of now, or of a past time by any rule set.
/// </summary>
public sealed partial class OpelPage
{
    /// <summary>Seconds after which a page about now takes its content anew.</summary>
    private const int RefreshAfter = 30;

    /// <summary>The time that was asked for; null for now.</summary>
    [Parameter]
    public string? At { get; set; }

    /// <summary>The rule set that was asked for; null for the one in force.</summary>
    [Parameter]
    public string? RuleSet { get; set; }

    /// <summary>Cancelled when nobody waits for the page any more.</summary>
    [Parameter]
    public CancellationToken Aborted { get; set; }

    [Inject]
    private OpelService Service { get; set; } = null!;

    private OpelView View { get; set; } = null!;

    private OpelRuleSet? Rules => View.Reading?.Rules;

    private int? Refresh => View.IsNow && View.Errors.Count == 0 ? RefreshAfter : null;

    private string Heading => View.IsNow || View.Reading is not { } reading
        ? "OPEL now"
        : $"OPEL on {View.Local.Date(reading.Picture.At)} at {View.Local.Clock(reading.Picture.At)}";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() =>
        View = await Service.ViewAsync(At, RuleSet, Aborted);

    private IEnumerable<FieldError> ErrorsOf(string field) => FieldError.Of(View.Errors, field);
}

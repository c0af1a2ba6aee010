using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Csv;

/// <summary>A form, as the API describes it.</summary>
/// <param name="Id">Identity, in addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="FilledBy">Who fills it in.</param>
/// <param name="LifeHours">
/// Hours for which a declaration is believed when it names no expiry; null when it must name one.
/// </param>
/// <param name="LifeBasis">Who says so.</param>
/// <param name="Template">Where its template is.</param>
/// <param name="Columns">Its columns.</param>
public sealed record SitrepForm(
    string Id,
    string Title,
    string FilledBy,
    double? LifeHours,
    string? LifeBasis,
    string Template,
    IReadOnlyList<DeclarationColumn> Columns)
{
    /// <summary>Describes a form in a network.</summary>
    public static SitrepForm Of(DeclarationForm form, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(form);
        var life = form.LifeIn(network);
        return new SitrepForm(
            form.Id,
            form.Title,
            form.FilledBy,
            life?.Value,
            life?.Basis,
            $"/api/sitreps/{form.Id}/template.csv",
            form.Columns);
    }
}

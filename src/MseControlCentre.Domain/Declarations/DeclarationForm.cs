using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Declarations;

/// <summary>
/// One form on which people declare figures that no feed measures. Files, their templates, the web form, the checks
/// and the guide are all made from it.
/// </summary>
/// <param name="Id">Identity, as in addresses and file names: <c>ward-capacity</c>.</param>
/// <param name="Kind">Kind of event that a declaration becomes.</param>
/// <param name="Title">Title as people say it.</param>
/// <param name="FilledBy">Who fills it in.</param>
/// <param name="Own">The columns of this form; every form also has those of <see cref="Common"/>.</param>
public sealed record DeclarationForm(
    string Id, string Kind, string Title, string FilledBy, IReadOnlyList<DeclarationColumn> Own)
{
    /// <summary>When the figures were true.</summary>
    public const string AsOf = "as_of";

    /// <summary>When they stop being believed.</summary>
    public const string ExpiresAt = "expires_at";

    /// <summary>Who declares them.</summary>
    public const string DeclaredBy = "declared_by";

    /// <summary>Says whether a cohort area is open: it chooses between two kinds of event.</summary>
    public const string Open = "open";

    /// <summary>The columns of every form.</summary>
    public static IReadOnlyList<DeclarationColumn> Common { get; } =
    [
        new(AsOf, "occurredAt", "As of", "When the figures were true; now, when left empty.", ColumnType.Time, false,
            ""),
        new(ExpiresAt, "expiresAt", "Expires", "When the figures stop being believed; after the form's usual life, "
            + "when left empty.", ColumnType.Time, false, ""),
        new(DeclaredBy, "declaredBy", "Declared by", "Who declares the figures: a role, such as site manager on call.",
            ColumnType.Text, true, "site manager on call"),
    ];

    /// <summary>Kind of event when the column <c>open</c> says no; null when there is only one kind.</summary>
    public string? KindWhenClosed { get; init; }

    /// <summary>Every column, in the order of the template.</summary>
    public IReadOnlyList<DeclarationColumn> Columns { get; } = [.. Own, .. Common];

    /// <summary>The column with a name, case ignored; null when there is none.</summary>
    public DeclarationColumn? Find(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>How long a declaration is believed when its maker does not say; null when that is not agreed.</summary>
    public Threshold? LifeIn(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Declarations
            .FirstOrDefault(life => string.Equals(life.Form, Id, StringComparison.Ordinal))?.Life;
    }
}

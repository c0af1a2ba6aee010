namespace MseControlCentre.Domain.Declarations;

/// <summary>Columns that several forms have, and short ways to write the others.</summary>
internal static class FormColumns
{
    public static DeclarationColumn Count(
        string name, string member, string label, string meaning, string unit, string example, bool required = true) =>
        new(name, member, label, meaning, ColumnType.Whole, required, example) { Unit = unit };

    public static DeclarationColumn Code(
        string name, string member, string label, string meaning, ColumnType type) =>
        new(name, member, label, meaning, type, true, "");

    public static DeclarationColumn Words(
        string name, string member, string label, string meaning, string example, bool required = false) =>
        new(name, member, label, meaning, ColumnType.Text, required, example);

    public static DeclarationColumn AcuteSite { get; } =
        Code("site", "site", "Site", "Code of the acute site.", ColumnType.Site);

    public static DeclarationColumn Provider { get; } = Code(
        "provider", "site", "Provider", "Code of the provider that the figures are about.", ColumnType.Organisation);

    public static DeclarationColumn Anyone { get; } = Code(
        "site", "site", "Site or provider", "Code of the site, the provider or the whole system that it is about.",
        ColumnType.Organisation);
}

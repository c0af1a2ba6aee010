using System.Globalization;
using System.Text.Json;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Sitreps;

/// <summary>One value of a declaration, as people read it.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Text">The value; empty when none was declared.</param>
public sealed record DeclaredValue(DeclarationColumn Column, string Text);

/// <summary>The values of declarations by the columns of their form.</summary>
public static class DeclaredValues
{
    /// <summary>What a detail says in each column of its form.</summary>
    public static IReadOnlyList<DeclaredValue> Of(
        DeclarationForm form, string kind, JsonElement detail, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(local);
        return
        [
            .. form.Columns
                .Where(column => column.Member is not ("site" or "occurredAt"))
                .Select(column => new DeclaredValue(column, TextOf(column, form, kind, detail, local))),
        ];
    }

    /// <summary>The detail of an event as JSON.</summary>
    public static JsonElement Json(EventDetail detail) => JsonElement.Parse(EventCatalogue.Encode(detail));

    private static string TextOf(
        DeclarationColumn column, DeclarationForm form, string kind, JsonElement detail, LocalTime local)
    {
        if (column.Member.Length == 0)
        {
            return string.Equals(kind, form.KindWhenClosed, StringComparison.Ordinal) ? "no" : "yes";
        }

        if (!detail.TryGetProperty(column.Member, out var value))
        {
            return "";
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.String when column.Type == ColumnType.Time => local.Written(value.GetDateTimeOffset()),
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetInt32().ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }
}

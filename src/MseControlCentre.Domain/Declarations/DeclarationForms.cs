using System.Collections.Frozen;

namespace MseControlCentre.Domain.Declarations;

/// <summary>Every form on which figures are declared.</summary>
public static class DeclarationForms
{
    /// <summary>The forms, in the order in which people are shown them.</summary>
    public static IReadOnlyList<DeclarationForm> All { get; } =
        [.. HospitalForms.All, .. CommunityForms.All, .. SystemForms.All];

    private static readonly FrozenDictionary<string, DeclarationForm> s_byKind = All
        .SelectMany(form => form.KindWhenClosed is { } closed
            ? [(form.Kind, form), (closed, form)]
            : ((string Kind, DeclarationForm Form)[])[(form.Kind, form)])
        .ToFrozenDictionary(one => one.Kind, one => one.Form, StringComparer.Ordinal);

    /// <summary>The form with an identity; null when there is none.</summary>
    public static DeclarationForm? Find(string id) =>
        All.FirstOrDefault(form => string.Equals(form.Id, id, StringComparison.Ordinal));

    /// <summary>The form whose declarations become a kind of event; null when there is none.</summary>
    public static DeclarationForm? OfKind(string kind) => s_byKind.GetValueOrDefault(kind);
}

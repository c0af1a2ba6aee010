using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// Declarations about something that belongs to the system rather than to who declares it: a community unit, a virtual
/// ward. Two senders may declare the same one; the newest counts, once.
/// </summary>
internal static class NewestDeclared
{
    /// <summary>The newest declaration of one kind about each thing, by its code.</summary>
    public static SortedDictionary<string, FlowEvent> ByCode<TDeclaration>(
        DeclarationBoard board, Func<TDeclaration, string> codeOf)
        where TDeclaration : Declaration
    {
        var newest = new SortedDictionary<string, FlowEvent>(StringComparer.Ordinal);
        foreach (var declared in board.OfKind<TDeclaration>())
        {
            var code = codeOf((TDeclaration)declared.Detail);
            if (!newest.TryGetValue(code, out var known) || EventOrder.Instance.Compare(declared, known) > 0)
            {
                newest[code] = declared;
            }
        }

        return newest;
    }
}

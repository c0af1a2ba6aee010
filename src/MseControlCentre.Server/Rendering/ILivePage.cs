using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Rendering;

/// <summary>A page that stays live: it says which components show which part of a picture.</summary>
public interface ILivePage
{
    /// <summary>Name by which a viewer asks for it.</summary>
    string Name { get; }

    /// <summary>
    /// What whoever watches it must be allowed, and for what. Everybody who watches is sent the same.
    /// </summary>
    Need Needs { get; }

    /// <summary>Its fragments for a picture. Each must read the same until something it shows has changed.</summary>
    IReadOnlyList<Fragment> Fragments(PublishedPicture published);
}

/// <summary>A part of a page.</summary>
/// <param name="Name">Value of the <c>data-live</c> attribute of the element whose content it is.</param>
/// <param name="Component">The component that shows it.</param>
/// <param name="Parameters">The component's parameters.</param>
public sealed record Fragment(string Name, Type Component, IReadOnlyDictionary<string, object?> Parameters);

using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Walls;

/// <summary>One screen in the list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Place">Where it hangs.</param>
/// <param name="State">Whether it shows the wall, in words.</param>
/// <param name="Link">Whether a link of it waits to be opened, in words.</param>
/// <param name="MadeBy">Who made it, and when.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
public sealed record WallScreenRow(
    Guid Id, string Place, string State, string Link, string MadeBy, bool IsRevoked);

/// <summary>The page of the walls' screens.</summary>
/// <param name="Screens">The screens.</param>
/// <param name="Place">The place in the form.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Link">A link that was just made, which is shown this once; null for none.</param>
/// <param name="Done">What was done; null when nothing was.</param>
/// <param name="Token">Shows that a form came from here.</param>
public sealed record WallScreensView(
    IReadOnlyList<WallScreenRow> Screens,
    string Place,
    IReadOnlyList<FieldError> Errors,
    Uri? Link,
    string? Done,
    FormToken Token);

using MseControlCentre.Domain.Declarations;

namespace MseControlCentre.Server.Components.Sitreps;

/// <summary>What the page of declared figures shows.</summary>
/// <param name="Rows">Declarations in force.</param>
/// <param name="Forms">The forms.</param>
/// <param name="Today">The local day, for exports.</param>
/// <param name="MayExport">Whether the reader may take the returns.</param>
public sealed record SitrepsView(
    IReadOnlyList<DeclaredRow> Rows, IReadOnlyList<FormRow> Forms, string Today, bool MayExport);

/// <summary>One declaration in force.</summary>
/// <param name="What">Title of its form.</param>
/// <param name="Where">Site or provider, and what it is about.</param>
/// <param name="Values">What it says, in words.</param>
/// <param name="By">Who declared it.</param>
/// <param name="Source">The feed it came from.</param>
/// <param name="At">When it was true.</param>
/// <param name="Expires">In how long it expires, or since when it has; a dash when it never does.</param>
/// <param name="HasExpired">Whether it is no longer believed.</param>
/// <param name="Corrections">How often it was corrected.</param>
/// <param name="CorrectPath">Where it is corrected; null for who may not.</param>
public sealed record DeclaredRow(
    string What,
    string Where,
    string Values,
    string By,
    string Source,
    string At,
    string Expires,
    bool HasExpired,
    int Corrections,
    string? CorrectPath);

/// <summary>One form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Life">How long its figures are believed, and who says so.</param>
/// <param name="MayFill">Whether the reader may fill it in for anything.</param>
public sealed record FormRow(DeclarationForm Form, string Life, bool MayFill);

/// <summary>A correction that was made.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">Each value that changed, before and after.</param>
public sealed record MadeCorrection(string At, string By, string Reason, IReadOnlyList<string> Changes);

/// <summary>The hidden field that shows that a form came from this server.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record FormToken(string Field, string Value);

using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Own;

/// <summary>What somebody sees of their own account.</summary>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="Roles">What they are here for, each with its meaning.</param>
/// <param name="Sites">Codes of the sites that they are given.</param>
/// <param name="Organisation">Code of the partner that they work for; null for none.</param>
/// <param name="Local">The account of this server; null for whoever signs in elsewhere, who changes nothing.</param>
/// <param name="Token">Shows that a form came from here.</param>
/// <param name="Errors">What is wrong with what was sent.</param>
/// <param name="Done">What was done, in words; null for nothing.</param>
public sealed record OwnAccountView(
    string Name,
    IReadOnlyList<(string Name, string Meaning)> Roles,
    IReadOnlyList<string> Sites,
    string? Organisation,
    LocalAccountView? Local,
    FormToken Token,
    IReadOnlyList<FieldError> Errors,
    string? Done);

/// <summary>The account of this server, and how it signs in.</summary>
/// <param name="AccountName">What is typed at sign-in.</param>
/// <param name="HasApp">Whether it has an authenticator app.</param>
/// <param name="CodesLeft">Recovery codes that were not used.</param>
/// <param name="Passkeys">Its passkeys, the oldest first.</param>
public sealed record LocalAccountView(
    string AccountName, bool HasApp, int CodesLeft, IReadOnlyList<PasskeyRow> Passkeys);

/// <summary>A passkey.</summary>
/// <param name="Id">Its identity, as a form sends it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Added">When it was added, in local words.</param>
public sealed record PasskeyRow(string Id, string Name, string Added);

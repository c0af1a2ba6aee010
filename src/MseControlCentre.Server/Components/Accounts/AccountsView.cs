using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Accounts;

/// <summary>One account in the list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="SignsInAs">Name it signs in with.</param>
/// <param name="Rights">What it is for, in words.</param>
/// <param name="SecondFactor">Which second factor it has, in words.</param>
/// <param name="LastSignedIn">When somebody last signed in with it, in words.</param>
/// <param name="State"><c>in use</c>, <c>locked until</c> or <c>closed since</c>, in words.</param>
/// <param name="IsQuiet">Whether nobody can sign in with it now.</param>
public sealed record AccountRow(
    string Id,
    string Name,
    string SignsInAs,
    string Rights,
    string SecondFactor,
    string LastSignedIn,
    string State,
    bool IsQuiet);

/// <summary>One invitation that can still be used.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Rights">What the account will be for, in words.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="Until">Until when it can be used.</param>
public sealed record InvitationRow(Guid Id, string Rights, string MadeBy, string Until);

/// <summary>The page of accounts.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Invitations">Invitations that can still be used.</param>
/// <param name="Asked">The rights in the form.</param>
/// <param name="Errors">What is wrong with them.</param>
/// <param name="Link">A link that was just made, which is shown this once; null for none.</param>
/// <param name="Done">What was done; null when nothing was.</param>
/// <param name="Token">Shows that a form came from here.</param>
/// <param name="Network">Sites and partners to choose from.</param>
public sealed record AccountsView(
    IReadOnlyList<AccountRow> Accounts,
    IReadOnlyList<InvitationRow> Invitations,
    AccountRights Asked,
    IReadOnlyList<FieldError> Errors,
    Uri? Link,
    string? Done,
    FormToken Token,
    NetworkMap Network);

/// <summary>The page of one account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Rights">The rights in the form.</param>
/// <param name="IsClosed">Whether it is closed.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Done">What was done; null when nothing was.</param>
/// <param name="Link">A link for a new password, which is shown this once; null for none.</param>
/// <param name="Token">Shows that a form came from here.</param>
/// <param name="Network">Sites and partners to choose from.</param>
public sealed record OneAccountView(
    AccountRow Account,
    AccountRights Rights,
    bool IsClosed,
    IReadOnlyList<FieldError> Errors,
    string? Done,
    Uri? Link,
    FormToken Token,
    NetworkMap Network);

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Accounts;

/// <summary>What the page of accounts shows beside the accounts.</summary>
public sealed record AccountsShown
{
    /// <summary>The rights in the form.</summary>
    public AccountRights Asked { get; init; } = new([], [], null);

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>A link that was just made.</summary>
    public Uri? Link { get; init; }

    /// <summary>What was done.</summary>
    public string? Done { get; init; }
}

/// <summary>Puts the pages of accounts together.</summary>
public sealed class AccountsPages(
    AccountsService accounts,
    NetworkMap network,
    IHttpContextAccessor requests,
    IAntiforgery antiforgery,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    private static readonly TimeSpan s_thisYear = TimeSpan.FromDays(300);
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>The network whose sites and partners are offered.</summary>
    public NetworkMap Network => network;

    /// <summary>The page of all.</summary>
    public async Task<IResult> AllAsync(AccountsShown shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var all = await accounts.AllAsync(cancellationToken);
        var invitations = await accounts.InvitationsAsync(cancellationToken);
        var rows = new List<AccountRow>();
        foreach (var account in all)
        {
            rows.Add(await RowOfAsync(account));
        }

        return Page<AccountsPage>(
            shown.Errors.Count > 0,
            new AccountsView(
                rows,
                [
                    .. invitations.Select(link => new InvitationRow(
                        link.Id,
                        WhatFor(link, all),
                        link.MadeBy,
                        _local.DayAndClock(link.ExpiresAt))),
                ],
                shown.Asked,
                shown.Errors,
                shown.Link,
                shown.Done,
                PostedForm.TokenOf(requests.HttpContext!, antiforgery),
                network));
    }

    /// <summary>The page of one.</summary>
    /// <param name="id">The account.</param>
    /// <param name="asked">The rights in the form; null for those it has.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="done">What was done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="link">A link for a new password that was just made.</param>
    public async Task<IResult> OneAsync(
        string id,
        AccountRights? asked,
        IReadOnlyList<FieldError> errors,
        string? done,
        CancellationToken cancellationToken,
        Uri? link = null)
    {
        ArgumentNullException.ThrowIfNull(errors);
        cancellationToken.ThrowIfCancellationRequested();
        if (await accounts.FindAsync(id) is not { } account)
        {
            return new RazorComponentResult<NoAccountPage> { StatusCode = StatusCodes.Status404NotFound };
        }

        return Page<OneAccountPage>(
            errors.Count > 0,
            new OneAccountView(
                await RowOfAsync(account),
                asked ?? new AccountRights([.. account.Roles], [.. account.Sites], account.Organisation),
                account.ClosedAt is not null,
                errors,
                done,
                link,
                PostedForm.TokenOf(requests.HttpContext!, antiforgery),
                network));
    }

    private async Task<AccountRow> RowOfAsync(Account account)
    {
        var passkeys = await accounts.PasskeysOfAsync(account);
        var rests = account.LockoutEnd > clock.GetUtcNow();
        return new AccountRow(
            account.Id,
            account.DisplayName,
            account.UserName ?? string.Empty,
            new AccountRights([.. account.Roles], [.. account.Sites], account.Organisation).WordsIn(network),
            (account.TwoFactorEnabled, passkeys) switch
            {
                (true, > 0) => "authenticator app, passkey",
                (true, _) => "authenticator app",
                (_, > 0) => "passkey",
                _ => "none",
            },
            LastOf(account),
            account.ClosedAt is { } closed ? $"Closed since {_local.DayAndClock(closed)}"
                : rests ? $"Locked until {_local.DayAndClock(account.LockoutEnd!.Value)}"
                : "In use",
            account.ClosedAt is not null || rests);
    }

    private string WhatFor(Invitation link, IReadOnlyList<Account> all) => link.Account is null
        ? AccountRights.Of(link).WordsIn(network)
        : "A new password for " + all.First(
            account => string.Equals(account.Id, link.Account, StringComparison.Ordinal)).DisplayName;

    // An account that nobody used for most of a year is told with its year.
    private string LastOf(Account account) => account.LastSignedInAt is not { } came ? "never"
        : clock.GetUtcNow() - came < s_thisYear ? _local.DayAndClock(came)
        : _local.DayAndYear(came);

    private static RazorComponentResult<TPage> Page<TPage>(bool isWrong, object view)
        where TPage : IComponent => new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view })
        {
            StatusCode = isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
}

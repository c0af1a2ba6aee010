using System.CommandLine;
using System.Text.Json;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>
/// <c>account invite|list|password|close|reopen|unlock</c>: the accounts of people, for whoever sits at the server and
/// is locked out.
/// </summary>
internal sealed class AccountCommands
{
    private readonly Option<string> _data;
    private readonly Option<string> _network;
    private readonly Argument<string> _id = new("ID") { Description = "The account, as 'account list' names it" };

    private readonly Option<Role[]> _roles = new("--role")
    {
        Description = "What the account will be for; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _sites = new("--site")
    {
        Description = "A site of a site manager; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _organisation = new("--organisation")
    {
        Description = "The organisation of a partner, as the network file names it",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    private AccountCommands(Option<string> data, Option<string> network) => (_data, _network) = (data, network);

    /// <summary>The command.</summary>
    public static Command Create(Option<string> data, Option<string> network, TextWriter output) =>
        new AccountCommands(data, network).Build(output);

    private Command Build(TextWriter output)
    {
        var invite = new Command("invite", "Make a link by which one person makes an account; it is shown once")
        {
            _roles, _sites, _organisation, _data, _network, _json,
        };
        invite.SetAction((parsed, stop) => InviteAsync(output, parsed, stop));
        var list = new Command("list", "List the accounts") { _data, _json };
        list.SetAction((parsed, stop) => ListAsync(output, parsed, stop));
        var password = new Command("password", "Make a link by which an account's owner chooses a new password")
        {
            _id, _data, _json,
        };
        password.SetAction((parsed, stop) => PasswordAsync(output, parsed, stop));
        return new Command("account", "Accounts of people")
        {
            invite,
            list,
            password,
            Act(
                "close",
                "Close an account: its sessions end within a minute",
                output,
                (all, id, stop) => all.CloseAsync(id, stop)),
            Act("reopen", "Open a closed account again", output, (all, id, stop) => all.ReopenAsync(id, stop)),
            Act("unlock", "End the rest of an account", output, (all, id, stop) => all.UnlockAsync(id, stop)),
        };
    }

    private Command Act(
        string name,
        string words,
        TextWriter output,
        Func<AccountsService, string, CancellationToken, Task<KeepingOutcome>> act)
    {
        var command = new Command(name, words) { _id, _data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var accounts = await OpenAsync(parsed, stop);
            var outcome = await act(accounts.Of<AccountsService>(), parsed.GetRequiredValue(_id), stop);
            await output.WriteLineAsync(outcome switch
            {
                KeepingOutcome.Done => "Done.",
                KeepingOutcome.NotThere => throw Refused("ID", "no such account; 'account list' names them."),
                KeepingOutcome.LastAdministrator => throw Refused(
                    "ID", "nobody could keep accounts afterwards; invite another administrator first."),
                _ => throw Refused("ID", "somebody else changed it at the same moment; try again."),
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private async Task<int> InviteAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        var rights = new AccountRights(
            parsed.GetValue(_roles) ?? [], parsed.GetValue(_sites) ?? [], parsed.GetValue(_organisation));
        var network = AdoptableNetwork.Read(parsed.GetRequiredValue(_network)).Map;
        if (rights.Faults(network) is [var wrong, ..])
        {
            throw Refused("--" + wrong.Field?.TrimEnd('s'), wrong.Message);
        }

        await using var accounts = await OpenAsync(parsed, stop);
        var secret = await accounts.Of<AccountsService>().InviteAsync(rights, stop);
        return await ShowAsync(output, parsed, $"{SignInRoutes.WelcomePath}/{secret}", "one person");
    }

    private async Task<int> PasswordAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        var secret = await accounts.Of<AccountsService>().PasswordLinkAsync(parsed.GetRequiredValue(_id), stop)
            ?? throw Refused("ID", "no account of that name is in use; 'account list' names them.");
        return await ShowAsync(output, parsed, $"{NewPasswordRoutes.Path}/{secret}", "its owner only");
    }

    private async Task<int> ShowAsync(TextWriter output, ParseResult parsed, string path, string toWhom)
    {
        await output.WriteLineAsync(
            parsed.GetValue(_json)
                ? JsonSerializer.Serialize(new MadeLink(path), AccountJson.Default.MadeLink)
                : $"Link      {path}\nSend      it to {toWhom}, with the server's address; works once, for a day");
        return ExitCodes.Ok;
    }

    private async Task<int> ListAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        var now = TimeProvider.System.GetUtcNow();
        var rows = (await accounts.Of<AccountsService>().AllAsync(stop))
            .Select(account => AccountRow.Of(account, now)).ToList();
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(rows, AccountJson.Default.ListAccountRow));
            return ExitCodes.Ok;
        }

        foreach (var row in rows)
        {
            await output.WriteLineAsync(row.InWords);
        }

        if (rows.Count == 0)
        {
            await output.WriteLineAsync("There are none. The link of the first start makes one, or 'account invite'.");
        }

        return ExitCodes.Ok;
    }

    private static StartRefusedException Refused(string what, string words) =>
        new(ExitCodes.BadConfiguration, what, words);

    private Task<AccountsOfCommand> OpenAsync(ParseResult parsed, CancellationToken stop) =>
        AccountsOfCommand.OpenAsync(parsed.GetRequiredValue(_data), stop);
}

using System.CommandLine;
using System.Text.Json;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Keys;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>
/// <c>access-key add|list|revoke</c>: the keys of programs that read, beside a running server or without one.
/// </summary>
internal sealed class AccessKeyCommands
{
    private const string MadeBy = "command";

    private readonly Option<string> _data;
    private readonly Option<string> _network;

    private readonly Argument<string> _name = new("NAME")
    {
        Description = "What the program is, such as 'Board report'",
    };

    private readonly Argument<Guid> _id = new("ID") { Description = "The key, as 'access-key list' names it" };

    private readonly Option<Role[]> _roles = new("--role")
    {
        Description = "What it is for; may be given several times (default: Observer, who sees counts only)",
        DefaultValueFactory = _ => [Role.Observer],
    };

    private readonly Option<string[]> _sites = new("--site")
    {
        Description = "A site of a site manager's key; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _organisation = new("--organisation")
    {
        Description = "The organisation of a partner's key, as the network file names it",
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = $"Days for which it holds, 1 to {AccessKeysService.MostDays}",
        DefaultValueFactory = _ => 365,
    };

    private readonly Option<bool> _replace = new("--replace") { Description = "End earlier keys of the same name" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    private AccessKeyCommands(Option<string> data, Option<string> network) => (_data, _network) = (data, network);

    /// <summary>The command.</summary>
    public static Command Create(Option<string> data, Option<string> network, TextWriter output) =>
        new AccessKeyCommands(data, network).Build(output);

    private Command Build(TextWriter output)
    {
        var add = new Command("add", "Make a key; it is shown once")
        {
            _name, _roles, _sites, _organisation, _days, _replace, _data, _network, _json,
        };
        add.SetAction((parsed, stop) => AddAsync(output, parsed, stop));
        var list = new Command("list", "List the keys; none is kept, so none is shown") { _data, _json };
        list.SetAction((parsed, stop) => ListAsync(output, parsed, stop));
        var revoke = new Command("revoke", "End a key at once") { _id, _data };
        revoke.SetAction((parsed, stop) => RevokeAsync(output, parsed, stop));
        return new Command("access-key", "What programs show that read the board") { add, list, revoke };
    }

    private async Task<int> AddAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        var what = Asked(parsed);
        var days = parsed.GetValue(_days) is >= 1 and <= AccessKeysService.MostDays and var number
            ? number
            : throw Refused(_days.Name, $"a number outside of 1 to {AccessKeysService.MostDays} days was given.");
        await using var accounts = await OpenAsync(parsed, stop);
        var (made, key) = await accounts.Keys.MakeAsync(
            what, TimeSpan.FromDays(days), parsed.GetValue(_replace), MadeBy, stop);
        await accounts.Audit.RecordAsync(
            AuditAct.KeyChanged,
            Subject.System,
            $"made the access key {made.Id} of {made.Name} for {string.Join(", ", made.Roles)}",
            cancellationToken: stop);
        if (parsed.GetValue(_json))
        {
            var row = AccessKeyRow.Of(made, TimeProvider.System.GetUtcNow()) with { Key = key };
            await output.WriteLineAsync(JsonSerializer.Serialize(row, AccessKeyJson.Default.AccessKeyRow));
            return ExitCodes.Ok;
        }

        await output.WriteLineAsync($"{made.Id} is for {string.Join(", ", made.Roles)} until {made.EndsAt:u}.");
        await output.WriteLineAsync($"Key       {key}");
        await output.WriteLineAsync("Shown     this once: it is not kept, and cannot be shown again");
        await output.WriteLineAsync("Send      as 'Authorization: Bearer KEY' with every request");
        return ExitCodes.Ok;
    }

    private async Task<int> ListAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        var now = TimeProvider.System.GetUtcNow();
        var rows = (await accounts.Keys.AllAsync(stop)).Select(key => AccessKeyRow.Of(key, now)).ToList();
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(rows, AccessKeyJson.Default.ListAccessKeyRow));
            return ExitCodes.Ok;
        }

        foreach (var row in rows)
        {
            await output.WriteLineAsync(row.InWords);
        }

        if (rows.Count == 0)
        {
            await output.WriteLineAsync("There are none. Make the first with 'access-key add NAME'.");
        }

        return ExitCodes.Ok;
    }

    private async Task<int> RevokeAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        if (!await accounts.Keys.RevokeAsync(parsed.GetRequiredValue(_id), stop))
        {
            throw Refused("ID", "no key of that name holds; 'access-key list' names them.");
        }

        await accounts.Audit.RecordAsync(
            AuditAct.KeyChanged,
            Subject.System,
            $"revoked the access key {parsed.GetRequiredValue(_id)}",
            cancellationToken: stop);
        await output.WriteLineAsync("It is revoked: the next request with it is refused.");
        return ExitCodes.Ok;
    }

    private Actor Asked(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name).Trim();
        var roles = parsed.GetValue(_roles) ?? [];
        var sites = parsed.GetValue(_sites) ?? [];
        var organisation = parsed.GetValue(_organisation);
        var network = AdoptableNetwork.Read(parsed.GetRequiredValue(_network)).Map;
        if (name.Length is 0 or > AccessKeysService.LongestName)
        {
            throw Refused("NAME", $"1 to {AccessKeysService.LongestName} characters were expected.");
        }

        if (roles.Contains(Role.Feed))
        {
            throw Refused(_roles.Name, "a feed's key is made with 'feed-key add'.");
        }

        RequireKnown(_sites.Name, sites, [.. network.Sites.Select(site => site.Code)]);
        if (organisation is not null)
        {
            RequireKnown(_organisation.Name, [organisation], [.. network.Partners.Select(partner => partner.Code)]);
        }

        return new Actor(
            string.Empty, name, roles.ToHashSet(), sites.ToHashSet(StringComparer.Ordinal), organisation);
    }

    private static void RequireKnown(string option, IReadOnlyList<string> given, IReadOnlyList<string> known)
    {
        if (given.Except(known, StringComparer.Ordinal).Any())
        {
            throw Refused(option, $"expected one of {string.Join(", ", known)}.");
        }
    }

    private static StartRefusedException Refused(string what, string words) =>
        new(ExitCodes.BadConfiguration, what, words);

    private Task<AccountsOfCommand> OpenAsync(ParseResult parsed, CancellationToken stop) =>
        AccountsOfCommand.OpenAsync(parsed.GetRequiredValue(_data), stop);
}

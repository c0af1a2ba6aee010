using System.CommandLine;
using System.Text.Json;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;

namespace MseControlCentre.Server.Commands;

/// <summary>
/// <c>feed-key add|list|rotate|revoke</c>: the feeds' credentials, beside a running server or without one.
/// </summary>
internal sealed class FeedKeyCommands
{
    private readonly Option<string> _data;
    private readonly Option<string> _network;

    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "The feed, as the network file names it",
    };

    private readonly Argument<string> _id = new("ID")
    {
        Description = "The credential, as 'feed-key list' names it",
    };

    private readonly Option<string[]> _sites = new("--site")
    {
        Description = "A site it may tell about; may be given several times (default: those of the feed)",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _certificate = new("--client-certificate")
    {
        Description = "The client certificate of an HL7 feed (PEM or DER): this one and no other is let in",
    };

    private readonly Option<string?> _authority = new("--client-authority")
    {
        Description = "The authority (PEM or DER) whose client certificates an HL7 feed shows",
    };

    private readonly Option<int> _overlap = new("--overlap-hours")
    {
        Description = "Hours for which the one in use still holds, 0 to 2160",
        DefaultValueFactory = _ => 168,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    private FeedKeyCommands(Option<string> data, Option<string> network) => (_data, _network) = (data, network);

    /// <summary>The command.</summary>
    public static Command Create(Option<string> data, Option<string> network, TextWriter output)
    {
        var commands = new FeedKeyCommands(data, network);
        return commands.Build(output);
    }

    private Command Build(TextWriter output)
    {
        var add = new Command("add", "Make the first credential of a source; a key is shown once")
        {
            _source, _sites, _certificate, _authority, _data, _network, _json,
        };
        add.SetAction((parsed, _) => TellAsync(output, parsed, Ceremony(parsed).Add(Asked(parsed))));
        var rotate = new Command("rotate", "Make the next credential of a source; the one in use holds a while longer")
        {
            _source, _sites, _certificate, _authority, _overlap, _data, _network, _json,
        };
        rotate.SetAction((parsed, _) => TellAsync(
            output, parsed, Ceremony(parsed).Rotate(Asked(parsed), TimeSpan.FromHours(Overlap(parsed)))));
        var revoke = new Command("revoke", "End a credential at once") { _id, _data, _network, _json };
        revoke.SetAction((parsed, _) => RevokeAsync(output, parsed));
        var list = new Command("list", "List the credentials; no key is kept, so none is shown") { _data, _json };
        list.SetAction((parsed, _) => ListAsync(output, parsed));
        return new Command("feed-key", "What the feeds show to be let in") { add, list, rotate, revoke };
    }

    private async Task<int> TellAsync(
        TextWriter output, ParseResult parsed, (FeedCredential Made, string? Key) made)
    {
        await RecordAsync(parsed, "made", made.Made);
        if (parsed.GetValue(_json))
        {
            var row = FeedKeyRow.Of(made.Made, TimeProvider.System.GetUtcNow());
            return await WriteAsync(output, row with { Key = made.Key });
        }

        await output.WriteLineAsync($"{made.Made.Id} speaks for {made.Made.Source} from now on.");
        if (made.Key is not null)
        {
            await output.WriteLineAsync($"Key       {made.Key}");
            await output.WriteLineAsync("Shown     this once: it is not kept, and cannot be shown again");
            await output.WriteLineAsync("Send      as 'Authorization: Bearer KEY' with every request");
        }

        return ExitCodes.Ok;
    }

    private async Task<int> RevokeAsync(TextWriter output, ParseResult parsed)
    {
        var revoked = Ceremony(parsed).Revoke(parsed.GetRequiredValue(_id));
        await RecordAsync(parsed, "revoked", revoked);
        if (parsed.GetValue(_json))
        {
            return await WriteAsync(output, FeedKeyRow.Of(revoked, TimeProvider.System.GetUtcNow()));
        }

        await output.WriteLineAsync($"{revoked.Id} is revoked; a running server knows within seconds.");
        return ExitCodes.Ok;
    }

    private async Task<int> ListAsync(TextWriter output, ParseResult parsed)
    {
        var now = TimeProvider.System.GetUtcNow();
        var rows = Database(parsed).Read().Select(one => FeedKeyRow.Of(one, now)).ToList();
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(rows, FeedKeyJson.Default.ListFeedKeyRow));
            return ExitCodes.Ok;
        }

        foreach (var row in rows)
        {
            await output.WriteLineAsync(row.ToString());
        }

        if (rows.Count == 0)
        {
            await output.WriteLineAsync("There are none. Make the first with 'feed-key add SOURCE'.");
        }

        return ExitCodes.Ok;
    }

    private Task RecordAsync(ParseResult parsed, string did, FeedCredential credential) =>
        new CommandAuditTrail(DataDirectory.Open(parsed.GetRequiredValue(_data))).RecordAsync(
            AuditAct.KeyChanged,
            Subject.OfSource(credential.Source),
            $"{did} the credential {credential.Id} of the feed {credential.Source}");

    private static async Task<int> WriteAsync(TextWriter output, FeedKeyRow row)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(row, FeedKeyJson.Default.FeedKeyRow));
        return ExitCodes.Ok;
    }

    private CredentialAsked Asked(ParseResult parsed)
    {
        var (certificate, authority) = (parsed.GetValue(_certificate), parsed.GetValue(_authority));
        return certificate is null || authority is null
            ? new CredentialAsked(
                parsed.GetRequiredValue(_source), parsed.GetValue(_sites) ?? [], certificate, authority)
            : throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                _authority.Name,
                "found with --client-certificate; give one of them: one certificate, or all of an authority.");
    }

    private int Overlap(ParseResult parsed) => parsed.GetValue(_overlap) is >= 0 and <= 2160 and var hours
        ? hours
        : throw new StartRefusedException(
            ExitCodes.BadConfiguration, _overlap.Name, "found a number outside of what is expected: 0 to 2160 hours.");

    private CredentialCeremony Ceremony(ParseResult parsed) => new(
        Database(parsed),
        AdoptableNetwork.Read(parsed.GetRequiredValue(_network)).Map,
        TimeProvider.System);

    private CredentialDatabase Database(ParseResult parsed) =>
        new(DataDirectory.Open(parsed.GetRequiredValue(_data)).CredentialsFile);
}

using System.CommandLine;
using System.Text.Json;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary><c>wall-screen add|list|renew|revoke</c>: the screens of walls, for whoever sits at the server.</summary>
internal sealed class WallScreenCommands
{
    private readonly Option<string> _data;

    private readonly Argument<string> _place = new("PLACE")
    {
        Description = "Where the screen hangs, such as 'Control room, north wall'",
    };

    private readonly Argument<Guid> _id = new("ID") { Description = "The screen, as 'wall-screen list' names it" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    private WallScreenCommands(Option<string> data) => _data = data;

    /// <summary>The command.</summary>
    public static Command Create(Option<string> data, TextWriter output) => new WallScreenCommands(data).Build(output);

    private Command Build(TextWriter output)
    {
        var add = new Command("add", "Make a screen; the path of its link is shown once") { _place, _data, _json };
        add.SetAction(async (parsed, stop) =>
        {
            var place = parsed.GetRequiredValue(_place).Trim();
            if (place.Length is 0 or > WallScreensService.LongestPlace || place.Any(char.IsControl))
            {
                throw new StartRefusedException(
                    ExitCodes.BadConfiguration,
                    "PLACE",
                    $"1 to {WallScreensService.LongestPlace} characters were expected.");
            }

            return await LinkAsync(output, parsed, keeping => keeping.MakeAsync(place, stop)!, stop);
        });
        var renew = new Command("renew", "Make a new link of a screen; it shows the wall until that is opened")
        {
            _id, _data, _json,
        };
        renew.SetAction((parsed, stop) => LinkAsync(
            output, parsed, keeping => keeping.RenewAsync(parsed.GetRequiredValue(_id), stop), stop));
        var revoke = new Command("revoke", "Take a screen back: it loses the wall within a minute") { _id, _data };
        revoke.SetAction((parsed, stop) => RevokeAsync(output, parsed, stop));
        var list = new Command("list", "List the screens; no link is kept, so none is shown") { _data, _json };
        list.SetAction((parsed, stop) => ListAsync(output, parsed, stop));
        return new Command("wall-screen", "Screens that show the wall without anybody signed in")
        {
            add, list, renew, revoke,
        };
    }

    private async Task<int> LinkAsync(
        TextWriter output, ParseResult parsed, Func<WallScreenKeeping, Task<string?>> make, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        var secret = await make(accounts.Of<WallScreenKeeping>()) ?? throw NotThere();
        var path = $"{SignInRoutes.WallPath}/{secret}";
        await output.WriteLineAsync(
            parsed.GetValue(_json)
                ? JsonSerializer.Serialize(new MadeLink(path), WallScreenJson.Default.MadeLink)
                : $"Link      {path}\nOpen      it on the screen, at the server's address; works once, for a day");
        return ExitCodes.Ok;
    }

    private async Task<int> RevokeAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        if (!await accounts.Of<WallScreenKeeping>().RevokeAsync(parsed.GetRequiredValue(_id), stop))
        {
            throw NotThere();
        }

        await output.WriteLineAsync("The screen is taken back: it loses the wall within a minute.");
        return ExitCodes.Ok;
    }

    private async Task<int> ListAsync(TextWriter output, ParseResult parsed, CancellationToken stop)
    {
        await using var accounts = await OpenAsync(parsed, stop);
        var rows = (await accounts.Of<WallScreenKeeping>().AllAsync(stop))
            .Select(screen => new WallScreenLine(
                screen.Id,
                screen.Place,
                screen.RevokedAt is not null ? "revoked"
                    : screen.OpenedAt is not null ? "shows the wall" : "not opened",
                screen.OpenedAt,
                screen.RevokedAt))
            .ToList();
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(rows, WallScreenJson.Default.ListWallScreenLine));
            return ExitCodes.Ok;
        }

        foreach (var row in rows)
        {
            await output.WriteLineAsync($"{row.Id}  {row.State,-14}  {row.Place}");
        }

        if (rows.Count == 0)
        {
            await output.WriteLineAsync("There are none. Make the first with 'wall-screen add PLACE'.");
        }

        return ExitCodes.Ok;
    }

    private static StartRefusedException NotThere() => new(
        ExitCodes.BadConfiguration, "ID", "no screen of that name is in use; 'wall-screen list' names them.");

    private Task<AccountsOfCommand> OpenAsync(ParseResult parsed, CancellationToken stop) =>
        AccountsOfCommand.OpenAsync(parsed.GetRequiredValue(_data), stop);
}

using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>A server with a notifications file, a mail server and a webhook to send to.</summary>
internal sealed class NotifyingServer : IAsyncDisposable
{
    public const string Manager = "site.manager@example.nhs.uk";
    public const string Director = "director@example.nhs.uk";

    private readonly TemporaryDirectory _folder = new();

    public MailReceiver Mail { get; private init; } = null!;

    public WebhookReceiver Webhook { get; private init; } = null!;

    public RunningServer Server { get; private set; } = null!;

    /// <summary>The file, whose rules send to both.</summary>
    /// <param name="folder">Where it and its secret are written.</param>
    /// <param name="mailPort">Port of the mail server.</param>
    /// <param name="webhook">Address of the webhook.</param>
    /// <param name="more">More of the file.</param>
    public static string Write(string folder, int mailPort, Uri webhook, string more = "")
    {
        var file = Path.Combine(folder, "notifications.json");
        File.WriteAllText(Path.Combine(folder, "webhook.secret"), webhook.AbsoluteUri);
        File.WriteAllText(file, $$"""
            {
              "channels": [
                { "id": "mail", "kind": "email", "host": "127.0.0.1", "port": {{mailPort}}, "tls": "none",
                  "from": "control-centre@example.nhs.uk" },
                { "id": "team", "kind": "webhook", "address": { "file": "webhook.secret" } }
              ],
              "rules": [
                { "id": "people", "for": "Site managers", "channel": "mail", "to": ["{{Manager}}", "{{Director}}"],
                  "steps": ["raised", "passedUp", "acknowledged", "resolved"] },
                { "id": "team", "for": "Control centre", "channel": "team",
                  "steps": ["raised", "passedUp", "acknowledged", "resolved"] }
              ],
              "retry": { "firstSeconds": 1, "longestSeconds": 2 }{{more}}
            }
            """);
        return file;
    }

    /// <summary>Starts all three.</summary>
    public static async Task<NotifyingServer> StartAsync(string more = "")
    {
        var all = new NotifyingServer
        {
            Mail = await MailReceiver.StartAsync(),
            Webhook = await WebhookReceiver.StartAsync(),
        };
        var file = Write(all._folder.Path, all.Mail.Port, all.Webhook.Address, more);
        all.Server = await RunningServer.StartAsync(options => options with
        {
            NotificationsFile = file,
            HostNames = ["board.example.nhs.uk"],
        });
        return all;
    }

    /// <summary>Takes a step at this moment.</summary>
    public Task TellAsync(EscalationEvent step) => Server.TellAsync(Told.Event(step, Server.Now));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mail.DisposeAsync();
        await Webhook.DisposeAsync();
        _folder.Dispose();
    }
}

using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Notifications.Settings;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>The file of <c>--notifications</c>: what is wrong with it is told at once, with its key, never a secret.</summary>
public sealed class NotificationFileTests
{
    [Fact]
    public void Errors_AreToldAllAtOnceWithTheirKeys()
    {
        var refused = Refusal(
            """
            {
              "colour": "red",
              "channels": [
                { "id": "mail", "kind": "email", "host": "smtp.example", "tls": "none", "port": 70000, "from": "Jo <jo>",
                  "user": "jo", "password": "typed in here" },
                { "id": "mail", "kind": "pigeon" },
                { "id": "teams", "kind": "webhook", "address": { "file": "address.secret" } }
              ],
              "rules": [
                { "id": "a b", "for": "Managers", "channel": "post", "sites": ["RAJ99"], "kinds": ["fire"],
                  "fromLevel": "king", "steps": ["sneezed"], "quietHours": { "from": "25:00", "to": "07:00" } },
                { "id": "c", "for": "Team", "channel": "teams", "to": ["x@example.nhs.uk"] },
                { "id": "d", "for": "Nobody", "channel": "mail", "to": ["x y@example.nhs.uk\r\nBcc: z"] }
              ],
              "retry": { "firstSeconds": 60, "longestSeconds": 5 }
            }
            """,
            ("address.secret", "http://elsewhere.example/very-secret"));

        Assert.Equal(ExitCodes.BadConfiguration, refused.ExitCode);
        Assert.Equal(
            [
                "channels[0].from", "channels[0].password", "channels[0].port", "channels[0].tls", "channels[1].id",
                "channels[1].kind", "channels[2].address", "colour", "retry.longestSeconds", "rules[0].channel",
                "rules[0].fromLevel", "rules[0].id", "rules[0].kinds", "rules[0].quietHours.from", "rules[0].sites",
                "rules[0].steps", "rules[1].to", "rules[2].to",
            ],
            refused.Errors.Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("typed in here", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON", "--notifications")]
    [InlineData("[]", "--notifications")]
    [InlineData("{}", "channels,rules")]
    public void FileThatSaysNothing_IsRefused(string text, string keys) =>
        Assert.Equal(keys.Split(','), Refusal(text).Errors.Select(error => error.Key));

    [Theory]
    [InlineData("[\"callAction\"]", "[\"raised\"]", "rules[0].steps")]
    [InlineData("[\"handoverDelay\"]", "[\"called\", \"closed\"]", "rules[0].steps")]
    [InlineData("[\"dischargeEvents\"]", "[\"called\"]", "rules[0].kinds,rules[0].steps")]
    public void StepsThatAreNoneOfTheKinds_AreRefused(string kinds, string steps, string keys) => Assert.Equal(
        keys.Split(','),
        Refusal($$"""
            {
              "channels": [ { "id": "mail", "kind": "email", "host": "localhost", "port": 25, "tls": "none",
                              "from": "control-centre@example.nhs.uk" } ],
              "rules": [ { "id": "a", "for": "A", "channel": "mail", "to": ["a@example.nhs.uk"],
                           "kinds": {{kinds}}, "steps": {{steps}} } ]
            }
            """).Errors.Select(error => error.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void ShippedFile_LacksNothingButTheSecrets()
    {
        var refused = Assert.Throws<StartRefusedException>(() => NotificationFile.Read(
            Repository.PathOf("deploy", "notifications", "mail-and-teams.json"), Network()));

        Assert.Equal(
            ["channels[0].password.file", "channels[1].address.file"], refused.Errors.Select(error => error.Key));
    }

    [Fact]
    public void SmallestShippedFile_CanBeUsed()
    {
        var read = NotificationFile.Read(Repository.PathOf("deploy", "notifications", "mail-only.json"), Network());

        var mail = Assert.IsType<EmailChannel>(Assert.Single(read.Channels));
        Assert.Equal(("localhost", 25, MailTls.None, null), (mail.Host, mail.Port, mail.Tls, mail.Password));
        Assert.Equal("System control centre", Assert.Single(read.Rules).For);
    }

    [Fact]
    public void Channels_InWords_TellNoSecret()
    {
        var mail = new EmailChannel("mail", "smtp", 587, MailTls.Required, "f", "u", "hush");
        var webhook = new WebhookChannel("teams", new Uri("https://example.nhs.uk/hush"));

        Assert.DoesNotContain("hush", $"{mail} {webhook}", StringComparison.Ordinal);
    }

    private static StartRefusedException Refusal(string text, params (string Name, string Text)[] beside)
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "notifications.json");
        File.WriteAllText(file, text);
        foreach (var (name, words) in beside)
        {
            File.WriteAllText(Path.Combine(folder.Path, name), words);
        }

        return Assert.Throws<StartRefusedException>(() => NotificationFile.Read(file, Network()));
    }

    private static NetworkMap Network() => AdoptableNetwork.Read(Repository.NetworkFile).Map;
}

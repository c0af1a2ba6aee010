using System.Text.Json;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Reads the file of <c>--notifications</c>.</summary>
public static class NotificationFile
{
    private const string Option = "--notifications";
    private const int OneDay = 24 * 60;

    private static readonly JsonDocumentOptions s_json = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads and checks it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="network">Its sites and levels are named; null when the network file is itself wrong.</param>
    /// <exception cref="StartRefusedException">It cannot be used; carries every error at once.</exception>
    public static NotificationSettings Read(string file, NetworkMap? network)
    {
        var errors = new List<ConfigurationError>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), s_json);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                throw new StartRefusedException(
                    ExitCodes.BadConfiguration,
                    Option,
                    $"{file} holds no JSON object; see the files of deploy/notifications.");
            }

            var node = new SettingsNode(document.RootElement, string.Empty, errors);
            var read = Read(node, Path.GetFullPath(file), network);
            return errors.Count == 0 ? read : throw new StartRefusedException(ExitCodes.BadConfiguration, errors);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                Option,
                $"{file} cannot be read as JSON ({exception.Message}). "
                + "Give a file such as those of deploy/notifications.",
                exception);
        }
    }

    private static NotificationSettings Read(SettingsNode node, string file, NetworkMap? network)
    {
        node.Only("channels", "rules", "retry", "saysOldAfterMinutes");
        var channels = ChannelSections.Read(node, file);
        return new NotificationSettings(
            channels,
            RuleSections.Read(node, channels, network),
            Retries(node),
            TimeSpan.FromMinutes(node.Number("saysOldAfterMinutes", 15, 1, OneDay)));
    }

    private static RetryTimes Retries(SettingsNode node)
    {
        if (node.Child("retry") is not { } retry)
        {
            return RetryTimes.Usual;
        }

        retry.Only("firstSeconds", "longestSeconds", "givenUpAfterHours");
        var usual = RetryTimes.Usual;
        var times = new RetryTimes(
            TimeSpan.FromSeconds(retry.Number("firstSeconds", (int)usual.First.TotalSeconds, 1, 3600)),
            TimeSpan.FromSeconds(retry.Number("longestSeconds", (int)usual.Longest.TotalSeconds, 1, 24 * 3600)),
            TimeSpan.FromHours(retry.Number("givenUpAfterHours", (int)usual.GivenUpAfter.TotalHours, 1, 7 * 24)));
        if (times.Longest < times.First)
        {
            retry.Wrong("longestSeconds", "is less than firstSeconds; expected as much or more.");
        }

        return times;
    }
}

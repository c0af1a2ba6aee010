using System.Text.Json.Nodes;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>
/// A message as a Microsoft Teams workflow takes it: an Adaptive Card of version 1.4, the newest that Teams shows
/// everywhere.
/// </summary>
internal static class AdaptiveCard
{
    /// <summary>Writes it.</summary>
    /// <param name="identity">Identity of the message, by which a receiver knows one that is sent again.</param>
    /// <param name="text">What it says.</param>
    public static JsonObject Of(string identity, MessageText text) => new()
    {
        ["type"] = "message",
        ["id"] = identity,
        ["summary"] = text.Subject,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.4",
                ["lang"] = "en-GB",
                ["body"] = new JsonArray([.. text.Steps.Select(Part), Block(text.Why, isQuiet: true)]),
                ["actions"] = text.Steps is [var only] ? new JsonArray(Open(only)) : null,
            },
        }),
    };

    private static JsonObject Part(StepText step) => new()
    {
        ["type"] = "Container",
        ["id"] = step.Identity,
        ["separator"] = true,
        ["selectAction"] = Open(step),
        ["items"] = new JsonArray(
        [
            .. new[]
            {
                Heading(step.Headline),
                Block(step.What, isQuiet: false),
                step.Old is { } old ? Block(old, isQuiet: false) : null,
                new JsonObject
                {
                    ["type"] = "FactSet",
                    ["facts"] = new JsonArray([.. step.Facts.Select(fact =>
                        new JsonObject { ["title"] = fact.Name, ["value"] = Plain(fact.Value) })]),
                },
            }.OfType<JsonObject>(),
        ]),
    };

    private static JsonObject Heading(string words)
    {
        var block = Block(words, isQuiet: false);
        block["weight"] = "bolder";
        block["size"] = "medium";
        return block;
    }

    private static JsonObject Block(string words, bool isQuiet) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = Plain(words),
        ["wrap"] = true,
        ["isSubtle"] = isQuiet,
    };

    private static JsonObject Open(StepText step) => new()
    {
        ["type"] = "Action.OpenUrl",
        ["title"] = "Open on the board",
        ["url"] = step.Link.AbsoluteUri,
    };

    // A card reads Markdown; names are meant as they are written.
    private static string Plain(string words) => string.Concat(words.Select(c =>
        c is '*' or '_' or '[' or ']' or '`' or '\\' ? "\\" + c : c.ToString()));
}

using System.Text.Json;

namespace MseControlCentre.Feeds.Json;

/// <summary>Says what a JSON value looks like without saying what it is.</summary>
internal static class JsonShape
{
    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.String => Text(element) is { } text ? Shape.Of(text) : "text that is no Unicode",
        JsonValueKind.Null => "null",
        _ => "nothing",
    };

    /// <summary>The text of a string; null when it holds half a character (<c>"\ud800"</c>).</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

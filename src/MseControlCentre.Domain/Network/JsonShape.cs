using System.Text.Json;

namespace MseControlCentre.Domain.Network;

/// <summary>Says what a JSON value looks like without repeating its text: somebody may name the wrong file.</summary>
internal static class JsonShape
{
    private const int LongestNumber = 20;

    /// <summary>Such as <c>text of 14 characters</c>, <c>-3</c>, <c>a list of 2</c>.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(value.GetString() ?? ""),
        JsonValueKind.Number when value.GetRawText().Length <= LongestNumber => value.GetRawText(),
        JsonValueKind.Number => $"a number of {value.GetRawText().Length} digits",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()}",
        JsonValueKind.Object => "an object",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        _ => "nothing",
    };

    /// <summary>Such as <c>text of 14 characters</c>.</summary>
    public static string OfText(string text) =>
        text.Length == 1 ? "text of 1 character" : $"text of {text.Length} characters";
}

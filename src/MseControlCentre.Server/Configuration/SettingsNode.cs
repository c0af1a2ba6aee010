using System.Text.Json;

namespace MseControlCentre.Server.Configuration;

/// <summary>An object of a settings file, read key by key; what is wrong is gathered, to be told all at once.</summary>
/// <param name="value">The object.</param>
/// <param name="path">Its key in the file, with a dot at the end; empty for the file itself.</param>
/// <param name="errors">What is wrong so far.</param>
internal sealed class SettingsNode(JsonElement value, string path, List<ConfigurationError> errors)
{
    /// <summary>Adds what is wrong with a key.</summary>
    public void Wrong(string key, string message) => errors.Add(new(path + key, message));

    /// <summary>Tells of keys that are not known: a misspelt one must not be passed over.</summary>
    public void Only(params string[] known)
    {
        foreach (var key in value.EnumerateObject().Select(one => one.Name).Except(known, StringComparer.Ordinal))
        {
            Wrong(key, $"is not known; expected one of {string.Join(", ", known)}.");
        }
    }

    /// <summary>Whether it has a key.</summary>
    public bool Has(string key) =>
        value.TryGetProperty(key, out var found) && found.ValueKind is not JsonValueKind.Null;

    /// <summary>Whether a key holds an object.</summary>
    public bool IsObject(string key) => Has(key) && value.GetProperty(key).ValueKind is JsonValueKind.Object;

    /// <summary>A text that must be there.</summary>
    public string Text(string key, string example) => TextOrNull(key, example) ?? Missing(key, example);

    /// <summary>A text; null when it is not there.</summary>
    public string? TextOrNull(string key, string example)
    {
        if (!Has(key))
        {
            return null;
        }

        var found = value.GetProperty(key);
        if (found.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(found.GetString()))
        {
            return found.GetString()!.Trim();
        }

        Wrong(key, $"found {Shape(found)}; expected a text such as {example}.");
        return string.Empty;
    }

    /// <summary>Yes or no, as it must be said.</summary>
    public bool Flag(string key)
    {
        if (Has(key) && value.GetProperty(key).ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetProperty(key).GetBoolean();
        }

        Wrong(key, "is missing or no yes or no; expected true or false.");
        return false;
    }

    /// <summary>A list of texts; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string key, string example) =>
        Has(key) ? TextsOf(key, value.GetProperty(key), example) : [];

    /// <summary>Lists of texts by name; empty when it is not there. One text stands for a list of one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists(string key, string example) =>
        Child(key)?.Entries.ToDictionary(
            one => one.Name,
            one => (IReadOnlyList<string>)TextsOf($"{key}.{one.Name}", one.Value, example),
            StringComparer.Ordinal) ?? new(StringComparer.Ordinal);

    /// <summary>An object; null when it is not there.</summary>
    public SettingsNode? Child(string key)
    {
        if (!Has(key))
        {
            return null;
        }

        var found = value.GetProperty(key);
        if (found.ValueKind is JsonValueKind.Object)
        {
            return new SettingsNode(found, $"{path}{key}.", errors);
        }

        Wrong(key, $"found {Shape(found)}; expected an object.");
        return null;
    }

    /// <summary>A list of objects, each with its place in its key; empty when it is not there.</summary>
    public IReadOnlyList<SettingsNode> Children(string key)
    {
        if (!Has(key))
        {
            return [];
        }

        var found = value.GetProperty(key);
        if (found.ValueKind is JsonValueKind.Array
            && found.EnumerateArray().All(one => one.ValueKind is JsonValueKind.Object))
        {
            return [.. found.EnumerateArray().Select((one, place) =>
                new SettingsNode(one, $"{path}{key}[{place}].", errors))];
        }

        Wrong(key, $"found {Shape(found)}; expected a list of objects.");
        return [];
    }

    /// <summary>A whole number within bounds; a value of its own when it is not there.</summary>
    public int Number(string key, int usual, int least, int most)
    {
        if (!Has(key))
        {
            return usual;
        }

        var found = value.GetProperty(key);
        if (found.ValueKind is JsonValueKind.Number && found.TryGetInt32(out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Wrong(key, $"found {found.GetRawText()}; expected a whole number from {least} to {most}.");
        return usual;
    }

    /// <summary>One of the names of an enumeration, written with a small first letter.</summary>
    public T? Choice<T>(string key, string text)
        where T : struct, Enum
    {
        foreach (var one in Enum.GetValues<T>())
        {
            if (string.Equals(Name(one), text, StringComparison.OrdinalIgnoreCase))
            {
                return one;
            }
        }

        Wrong(key, $"found '{text}'; expected one of {string.Join(", ", Enum.GetValues<T>().Select(Name))}.");
        return null;

        static string Name(T one) => JsonNamingPolicy.CamelCase.ConvertName(one.ToString());
    }

    private JsonElement.ObjectEnumerator Entries => value.EnumerateObject();

    private string[] TextsOf(string key, JsonElement found, string example)
    {
        JsonElement[] all = found.ValueKind is JsonValueKind.Array ? [.. found.EnumerateArray()] : [found];
        if (all.Length > 0 && Array.TrueForAll(all, one => one.ValueKind is JsonValueKind.String))
        {
            return [.. all.Select(one => one.GetString()!)];
        }

        Wrong(key, $"found {Shape(found)}; expected a list of texts such as {example}.");
        return [];
    }

    private string Missing(string key, string example)
    {
        Wrong(key, $"is missing; expected a text such as {example}.");
        return string.Empty;
    }

    private static string Shape(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Array => found.GetArrayLength() == 0 ? "an empty list" : "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        _ => "yes, no or nothing",
    };
}

using System.Globalization;
using System.Text.Json;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// Reads one JSON object of a network file key by key. Every fault is added to the list and a neutral value returned
/// (empty text, zero, an empty list), so that one reading finds all faults.
/// </summary>
internal sealed class ObjectReader
{
    private const int LongestText = 4_000;
    private const int LongestCode = 32;

    private readonly JsonElement _element;
    private readonly List<NetworkFileError> _errors;
    private readonly List<string> _known = [];

    public ObjectReader(JsonElement element, string path, List<NetworkFileError> errors)
    {
        _element = element;
        _errors = errors;
        Path = path;
        if (!IsObject)
        {
            Add(path.Length == 0 ? "file" : path, JsonShape.Of(element), "an object");
        }
    }

    /// <summary>Path of this object; empty for the file itself.</summary>
    public string Path { get; }

    private bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>A text that must be there and say something.</summary>
    public string Text(string key) =>
        Find(key, required: true) is { } value ? TextOf(value, PathOf(key)) : "";

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(string key) =>
        Find(key, required: false) is { } value ? TextOf(value, PathOf(key)) : null;

    /// <summary>
    /// A code: it becomes part of addresses and of figure identities such as <c>RAJ12/AMU:beds.open</c>, so it has no
    /// space, slash or colon.
    /// </summary>
    public string Code(string key)
    {
        var code = Text(key);
        if (code.Length == 0 || IsCode(code))
        {
            return code;
        }

        Add(PathOf(key), JsonShape.OfText(code), $"1 to {LongestCode} letters, digits, '-', '_' or '.'");
        return "";
    }

    /// <summary>A whole number within limits.</summary>
    public int Whole(string key, int least, int most)
    {
        if (Find(key, required: true) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Add(PathOf(key), JsonShape.Of(value), $"a whole number from {least} to {most}");
        return 0;
    }

    /// <summary>A number above zero.</summary>
    public double PositiveNumber(string key, double most)
    {
        if (Find(key, required: true) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var number) && number > 0 && number <= most)
        {
            return number;
        }

        var limit = most.ToString(CultureInfo.InvariantCulture);
        Add(PathOf(key), JsonShape.Of(value), $"a number above 0, at most {limit}");
        return 0;
    }

    /// <summary>A number within limits.</summary>
    public double Number(string key, double least, double most) =>
        Find(key, required: true) is { } value ? NumberOf(value, PathOf(key), least, most) : 0;

    /// <summary>A number within limits that may be left out.</summary>
    public double? OptionalNumber(string key, double least, double most) =>
        Find(key, required: false) is { } value ? NumberOf(value, PathOf(key), least, most) : null;

    /// <summary>A calendar date that must be there; the first of all days when it is not.</summary>
    public DateOnly Date(string key) => DateOf(key, Text(key)) ?? default;

    /// <summary>A calendar date that may be left out.</summary>
    public DateOnly? OptionalDate(string key) => DateOf(key, OptionalText(key));

    /// <summary>A time of day that must be there; midnight when it is not.</summary>
    public TimeOnly Time(string key)
    {
        var text = Text(key);
        var isTime = TimeOnly.TryParseExact(
            text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (text.Length > 0 && !isTime)
        {
            Add(PathOf(key), JsonShape.OfText(text), "a time of day such as 09:30");
        }

        return time;
    }

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum =>
        Find(key, required: true) is { } value ? ChoiceOf<T>(value, PathOf(key)) : default;

    /// <summary>A list of names of an enumeration.</summary>
    public IReadOnlyList<T> Choices<T>(string key, int least)
        where T : struct, Enum => List(key, least, ChoiceOf<T>);

    /// <summary>A list of names of an enumeration that may be left out: then it is empty.</summary>
    public IReadOnlyList<T> OptionalChoices<T>(string key)
        where T : struct, Enum => Find(key, required: false) is null ? [] : Choices<T>(key, 0);

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key) => List(key, 0, TextOf);

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<T> Objects<T>(string key, int least, Func<ObjectReader, T> read) =>
        List(key, least, (value, path) => read(new ObjectReader(value, path, _errors)));

    /// <summary>An object that must be there.</summary>
    public T Object<T>(string key, Func<ObjectReader, T> read)
    {
        var found = Find(key, required: true);
        return read(new ObjectReader(found ?? EmptyObject, PathOf(key), _errors) { IsMissing = found is null });
    }

    /// <summary>An object that may be left out.</summary>
    public T? OptionalObject<T>(string key, Func<ObjectReader, T> read)
        where T : class =>
        Find(key, required: false) is { } found ? read(new ObjectReader(found, PathOf(key), _errors)) : null;

    /// <summary>A list of objects that may be left out: then it is empty.</summary>
    public IReadOnlyList<T> OptionalObjects<T>(string key, Func<ObjectReader, T> read) =>
        Find(key, required: false) is null ? [] : Objects(key, 0, read);

    /// <summary>A list of texts that may be left out: then it is empty.</summary>
    public IReadOnlyList<string> OptionalTexts(string key) => Find(key, required: false) is null ? [] : Texts(key);

    /// <summary>One of the names of an enumeration, or nothing.</summary>
    public T? OptionalChoice<T>(string key)
        where T : struct, Enum =>
        Find(key, required: false) is { } value ? ChoiceOf<T>(value, PathOf(key)) : null;

    /// <summary>A list of so many numbers within limits.</summary>
    public IReadOnlyList<double> Numbers(string key, int count, double least, double most)
    {
        var numbers = List(key, count, (value, path) => NumberOf(value, path, least, most));
        if (numbers.Count > count)
        {
            Add(PathOf(key), $"a list of {numbers.Count}", $"a list of {count}");
        }

        return numbers;
    }

    /// <summary>Refuses the keys that nobody has asked for and those that are there twice. Call it last.</summary>
    public void RefuseOthers()
    {
        if (!IsObject)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _element.EnumerateObject().Select(property => property.Name))
        {
            if (!seen.Add(name))
            {
                Add(PathOf(name), "the key twice", "each key once");
            }
            else if (!_known.Contains(name, StringComparer.Ordinal))
            {
                var nearest = NearestName.To(name, _known);
                Add(
                    PathOf(name),
                    "a key that is not known here",
                    nearest is null ? $"only {string.Join(", ", _known)}" : $"'{nearest}', if that is what was meant");
            }
        }
    }

    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    /// <summary>Whether the object itself was left out: its keys are then not reported one by one.</summary>
    private bool IsMissing { get; init; }

    private static bool IsCode(string text) => text.Length <= LongestCode
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private string PathOf(string key) => Path.Length == 0 ? key : Path + "." + key;

    private void Add(string key, string found, string expected) =>
        _errors.Add(new NetworkFileError(key, found, expected));

    private JsonElement? Find(string key, bool required)
    {
        if (!_known.Contains(key, StringComparer.Ordinal))
        {
            _known.Add(key);
        }

        if (IsObject && _element.TryGetProperty(key, out var value))
        {
            return value;
        }

        if (required && IsObject && !IsMissing)
        {
            Add(PathOf(key), "nothing", "this key: it may not be left out");
        }

        return null;
    }

    private string TextOf(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            && text.Length <= LongestText && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Add(path, JsonShape.Of(value), $"text of 1 to {LongestText} characters that are not all spaces");
        return "";
    }

    private DateOnly? DateOf(string key, string? text)
    {
        if (text is not { Length: > 0 })
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Add(PathOf(key), JsonShape.OfText(text), "a date such as 2026-11-22");
        return null;
    }

    private double NumberOf(JsonElement value, string path, double least, double most)
    {
        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Add(path, JsonShape.Of(value), string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
        return least;
    }

    private T ChoiceOf<T>(JsonElement value, string path)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text
            && names.Contains(text, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(text);
        }

        Add(path, JsonShape.Of(value), $"one of {string.Join(", ", names)}");
        return default;
    }

    private List<T> List<T>(string key, int least, Func<JsonElement, string, T> read)
    {
        if (Find(key, required: true) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < least)
        {
            Add(PathOf(key), JsonShape.Of(value), least == 0 ? "a list" : $"a list of at least {least}");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => read(item, $"{PathOf(key)}[{index}]"))];
    }
}

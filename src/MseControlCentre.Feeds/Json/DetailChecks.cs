using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// Checks a detail against its kind before it is read, so that an error can name the member and what was expected
/// there. Words are limited in length, and none may hold what looks like an NHS number.
/// </summary>
internal static class DetailChecks
{
    private const int LongestText = 64;
    private const int LongestReason = 120;
    private const int LongestIdentifier = 128;
    private const double LargestNumber = 1_000_000;

    public static EventDetail Read(JsonElement detail, EventKind kind)
    {
        if (detail.ValueKind != JsonValueKind.Object)
        {
            throw new JsonRejectedException(
                "detail", JsonShape.Of(detail), $"an object with {Members(kind.Json)} was expected");
        }

        Check(detail, kind.Json, "detail");
        try
        {
            return (EventDetail?)detail.Deserialize(kind.Json)
                ?? throw new JsonRejectedException("detail", "null", "an object was expected");
        }
        catch (JsonException error)
        {
            throw new JsonRejectedException(
                FieldOf(error.Path), "a value that does not fit",
                    $"the form of {kind.Name} was expected: {Members(kind.Json)}");
        }
    }

    private static void Check(JsonElement value, JsonTypeInfo type, string path)
    {
        foreach (var member in value.EnumerateObject())
        {
            var known = type.Properties.FirstOrDefault(property => member.NameEquals(property.Name));
            if (known is null || known.Set is null && known.AssociatedParameter is null)
            {
                throw new JsonRejectedException(
                    path, "a member that is not known", $"only {Members(type)} was expected");
            }

            CheckMember(member.Value, known, $"{path}.{known.Name}");
        }

        foreach (var property in type.Properties.Where(property => property.IsRequired))
        {
            if (!value.TryGetProperty(property.Name, out _))
            {
                throw new JsonRejectedException($"{path}.{property.Name}", "nothing", "this member is required");
            }
        }
    }

    private static void CheckMember(JsonElement value, JsonPropertyInfo member, string path)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (value.ValueKind == JsonValueKind.String)
        {
            CheckText(value, member.Name, path);
        }

        if (type.IsEnum && value.ValueKind != JsonValueKind.Null && !Names(type, value))
        {
            throw new JsonRejectedException(
                path, JsonShape.Of(value), $"one of {string.Join(", ", Enum.GetNames(type))} was expected");
        }

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is < 0 or > LargestNumber)
        {
            throw new JsonRejectedException(path, "a number out of range", "a count from 0 to 1000000 was expected");
        }

        if (type == typeof(Place) && value.ValueKind == JsonValueKind.Object)
        {
            Check(value, member.Options.GetTypeInfo(typeof(Place)), path);
        }
    }

    private static bool Names(Type type, JsonElement value) => value.ValueKind == JsonValueKind.String
        && Enum.GetNames(type).Contains(value.GetString(), StringComparer.OrdinalIgnoreCase);

    private static void CheckText(JsonElement value, string name, string path)
    {
        var text = JsonShape.Text(value)
            ?? throw new JsonRejectedException(path, "text that is no Unicode", "whole characters were expected");
        if (IdentifierMembers.Names.ContainsKey(name))
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > LongestIdentifier)
            {
                throw new JsonRejectedException(
                    path, Shape.Of(text),
                        $"your own identifier of at most {LongestIdentifier} characters was expected");
            }

            return;
        }

        var longest = name is "delayReason" or "reason" or "closedReason" ? LongestReason : LongestText;
        if (text.Length > longest)
        {
            throw new JsonRejectedException(
                path, Shape.Of(text), string.Create(CultureInfo.InvariantCulture,
                    $"at most {longest} characters was expected"));
        }

        if (NhsNumberPattern.IsIn(text))
        {
            throw new JsonRejectedException(
                path, "what looks like an NHS number", "no identifier may be sent here; leave it out");
        }
    }

    private static string Members(JsonTypeInfo type) => string.Join(", ", type.Properties
        .Where(property => property.Set is not null || property.AssociatedParameter is not null)
        .Select(property => property.Name));

    // "$.place.ward": every name in it has been checked against the kind, so it is ours.
    private static string FieldOf(string? path) => path is { Length: > 2 } ? "detail." + path[2..] : "detail";
}

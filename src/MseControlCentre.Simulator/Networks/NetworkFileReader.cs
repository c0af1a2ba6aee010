using System.Text.Json;

namespace MseControlCentre.Simulator.Networks;

/// <summary>Reads a network file. Members the simulator has no use for are skipped.</summary>
public static class NetworkFileReader
{
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the file at a path.</summary>
    /// <exception cref="NetworkFileException">It cannot be read or lacks what the simulator needs.</exception>
    public static NetworkFile ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NetworkFileException($"The network file '{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads the text of a network file.</summary>
    /// <exception cref="NetworkFileException">It is not JSON or lacks what the simulator needs.</exception>
    public static NetworkFile Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, s_lenient);
            return ReadRoot(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new NetworkFileException($"The network file is not JSON: {error.Message}", error);
        }
    }

    private static NetworkFile ReadRoot(JsonElement root)
    {
        var zone = Text(root, "timeZone");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var timeZone))
        {
            throw new NetworkFileException(
                $"timeZone: '{zone}' is no time zone of this machine; an IANA name is expected.");
        }

        return new NetworkFile(
            Text(root, "code"),
            timeZone,
            List(root, "sites", ReadSite),
            List(root, "virtualWards",
                e => new NetworkVirtualWard(Text(e, "code"), Text(e, "specialty"), Whole(e, "capacity"))),
            List(root, "communityUnits", e => new NetworkCommunityUnit(
                Text(e, "code"), Text(e, "provider"), Whole(e, "pathway"), Whole(e, "capacity"))),
            List(root, "partners", e => new NetworkPartner(Text(e, "code"), Text(e, "type"))),
            List(root, "feeds", ReadFeed),
            ReadThresholds(Member(root, "thresholds")))
        {
            Divisions = OptionalList(root, "specialties", e => (Code: Text(e, "code"), Division: Text(e, "division")))
                .ToDictionary(one => one.Code, one => one.Division, StringComparer.Ordinal),
        };
    }

    private static NetworkSite ReadSite(JsonElement site) => new(
        Text(site, "code"), Text(site, "name"), Text(site, "organisation"), List(site, "wards", ReadWard));

    private static NetworkWard ReadWard(JsonElement ward) => new(
        Text(ward, "code"),
        Text(ward, "name"),
        Text(ward, "specialty"),
        Text(ward, "type"),
        Text(ward, "population"),
        Whole(ward, "coreBeds"),
        Whole(ward, "escalationBeds"),
        List(ward, "locations", ReadLocation).FirstOrDefault())
    {
        Area = Optional(ward, "area"),
        DepartmentType = Optional(ward, "departmentType"),
        Divisions = OptionalList(ward, "divisions", e => e.GetString() ?? ""),
    };

    private static NetworkLocation ReadLocation(JsonElement location) => new(
        Optional(location, "pointOfCare"),
        Optional(location, "room"),
        Optional(location, "bed"),
        Optional(location, "facility"));

    private static NetworkFeed ReadFeed(JsonElement feed) => new(
        Text(feed, "id"),
        Text(feed, "protocol"),
        List(feed, "subjects", e => e.GetString() ?? ""),
        List(feed, "sites", e => e.GetString() ?? ""),
        Optional(feed, "sendingApplication"),
        Optional(feed, "sendingFacility"));

    private static NetworkThresholds ReadThresholds(JsonElement thresholds) => new(
        Value(thresholds, "handoverStandard"),
        Value(thresholds, "handoverSecond"),
        Value(thresholds, "handoverMaximum"),
        Value(thresholds, "handoverLong"),
        Value(thresholds, "edStandard"),
        Value(thresholds, "edLong"))
    {
        InitialAssessment = OptionalValue(thresholds, "initialAssessment"),
        MentalHealthWait = OptionalValue(thresholds, "mentalHealthWait"),
        VirtualWardLongStay = OptionalValue(thresholds, "virtualWardLongStay"),
        CrewClear = OptionalValue(thresholds, "crewClear"),
    };

    private static double? OptionalValue(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var member) ? Number(member, "value") : null;

    private static List<T> OptionalList<T>(JsonElement owner, string name, Func<JsonElement, T> read) =>
        owner.TryGetProperty(name, out _) ? List(owner, name, read) : [];

    private static double Value(JsonElement owner, string name) => Number(Member(owner, name), "value");

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member)
            ? member
            : throw new NetworkFileException($"{name}: missing from the network file.");

    private static string Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw new NetworkFileException($"{name}: a text is expected.");

    private static string? Optional(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString() : null;

    private static int Whole(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value
            : throw new NetworkFileException($"{name}: a whole number is expected.");

    private static double Number(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : throw new NetworkFileException($"{name}: a number is expected.");

    private static List<T> List<T>(JsonElement owner, string name, Func<JsonElement, T> read) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select(read).ToList()
            : throw new NetworkFileException($"{name}: a list is expected.");
}

/// <summary>A network file that the simulator cannot use, and why.</summary>
public sealed class NetworkFileException : Exception
{
    /// <summary>Says why.</summary>
    public NetworkFileException(string message)
        : base(message)
    {
    }

    /// <summary>Says why, with what lay behind it.</summary>
    public NetworkFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

namespace MseControlCentre.Domain.Declarations;

/// <summary>What a column of a declaration form holds.</summary>
public enum ColumnType
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A few words.</summary>
    Text,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>Code of an acute site.</summary>
    Site,

    /// <summary>Code of a site, a partner or the system itself.</summary>
    Organisation,

    /// <summary>Code of a ward of the row's site.</summary>
    Ward,

    /// <summary>Code of a virtual ward.</summary>
    VirtualWard,

    /// <summary>Code of a community unit.</summary>
    CommunityUnit,

    /// <summary>A time by local clocks, or ISO 8601 with its offset.</summary>
    Time,
}

/// <summary>One column of a declaration form: of its files, its web form and its description.</summary>
/// <param name="Name">Name in a file's header, such as <c>core_open</c>.</param>
/// <param name="Member">
/// Member of the event's detail that it fills, such as <c>coreOpen</c>; <c>site</c> and <c>occurredAt</c> are the
/// event's own.
/// </param>
/// <param name="Label">Label on the web form.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="Example">A value that fits; empty where a code of the network in force is the example.</param>
public sealed record DeclarationColumn(
    string Name, string Member, string Label, string Meaning, ColumnType Type, bool Required, string Example)
{
    /// <summary>Unit of a number, such as <c>beds</c>; empty for everything else.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least number.</summary>
    public int Least { get; init; }

    /// <summary>Greatest number.</summary>
    public int Most { get; init; } = 10_000;

    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Name of the column that this one is part of and cannot exceed; null when it is part of none.</summary>
    public string? PartOf { get; init; }
}

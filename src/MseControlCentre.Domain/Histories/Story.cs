using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Histories;

/// <summary>One subject's history and what it amounts to.</summary>
/// <typeparam name="TStanding">Where the subject stands now.</typeparam>
internal sealed class Story<TStanding>(string id, TStanding standing)
    where TStanding : class
{
    /// <summary>The subject's pseudonym; of several merged into one, the surviving.</summary>
    public string Id { get; set; } = id;

    public History History { get; } = new();

    /// <summary>Where the subject stands after all events known so far.</summary>
    public TStanding Standing { get; set; } = standing;

    /// <summary>What the story contributes to the hourly counts.</summary>
    public IReadOnlyList<FlowMark> Marks { get; set; } = [];
}

/// <summary>Marks collected while a story is folded.</summary>
internal sealed class MarkCollector
{
    private List<FlowMark>? _marks;

    public IReadOnlyList<FlowMark> Marks => _marks ?? (IReadOnlyList<FlowMark>)[];

    public void Add(
        MarkKind kind,
        string site,
        DateTimeOffset at,
        TimeSpan? took = null,
        string? group = null,
        string? subject = null,
        string? ward = null) => (_marks ??= new List<FlowMark>(2)).Add(
            new FlowMark(kind, site, at.ToUniversalTime(), took, group, subject, ward));
}

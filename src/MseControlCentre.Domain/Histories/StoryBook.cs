using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Histories;

/// <summary>The stories of subjects that never merge: conveyances, virtual-ward stays.</summary>
/// <typeparam name="TStanding">Where a subject stands.</typeparam>
internal sealed class StoryBook<TStanding>(
    Func<IReadOnlyList<FlowEvent>, (TStanding Standing, IReadOnlyList<FlowMark> Marks)> fold, TStanding nothing)
    where TStanding : class
{
    private readonly Dictionary<string, Story<TStanding>> _stories = new(StringComparer.Ordinal);

    public IEnumerable<Story<TStanding>> All => _stories.Values;

    public Story<TStanding>? Find(string id) => _stories.GetValueOrDefault(id);

    public bool Knows(string id) => _stories.ContainsKey(id);

    /// <summary>Takes an event into its subject's story. False when it was known already.</summary>
    public bool Add(string id, FlowEvent flowEvent, DateTimeOffset told, SiteLogs logs)
    {
        if (!_stories.TryGetValue(id, out var story))
        {
            _stories.Add(id, story = new Story<TStanding>(id, nothing));
        }

        if (story.History.Add(flowEvent, told) == Placing.Known)
        {
            return false;
        }

        var before = story.Marks;
        (story.Standing, story.Marks) = fold(story.History.Events);
        logs.Replace(before, story.Marks);
        return true;
    }

    /// <summary>Lets stories go that are over and of which nothing was heard since a time.</summary>
    public void Release(Func<TStanding, bool> isOver, DateTimeOffset before, SiteLogs logs)
    {
        var quiet = _stories.Values.Where(story =>
            isOver(story.Standing) && story.History.LastAt < before && story.History.ToldAt < before);
        foreach (var story in quiet.ToList())
        {
            logs.Settle(story.Marks);
            _stories.Remove(story.Id);
        }
    }
}

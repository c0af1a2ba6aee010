using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Declarations;

/// <summary>
/// The newest declaration of each subject at each site, and the newest status of each bed. Most subjects are bounded by
/// what the network file knows, since the feeds refuse others; some have names of their own (staff groups, cohort
/// areas, alternatives), so that the number is bounded too: beyond <see cref="MostInForce"/> the oldest leave.
/// </summary>
internal sealed class DeclarationBoard
{
    /// <summary>Declarations in force at once.</summary>
    public const int MostInForce = 10_000;

    // What one name means in the whole system, whoever speaks of it: codes of the network file, and the one service.
    private static readonly string[] s_ofTheSystem = ["virtual-ward/", "community/", "slots/", "ambulance-service"];

    private readonly SortedDictionary<string, FlowEvent> _newest = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, FlowEvent>> _beds = new(StringComparer.Ordinal);
    private readonly CorrectionBook _corrections = new();

    // What is in force as corrected, by kind: a picture asks for each kind once for every scope. Null after a change.
    private Dictionary<Type, List<FlowEvent>>? _byKind;

    /// <summary>Everything that was declared and is in force, and its corrections, in a fixed order.</summary>
    public IEnumerable<FlowEvent> All => _newest.Values
        .Concat(_beds.Values.SelectMany(ward => ward.Values))
        .Concat(_corrections.All);

    /// <summary>Every declaration in force, as corrected, with its corrections.</summary>
    public IEnumerable<DeclaredFigures> InForce => _newest.Values.Select(
        declared => new DeclaredFigures(_corrections.Apply(declared), _corrections.Of(declared)));

    /// <summary>The declarations of one kind that are in force, as corrected.</summary>
    public IEnumerable<FlowEvent> OfKind<TDeclaration>()
        where TDeclaration : Declaration =>
        (_byKind ??= ByKind()).GetValueOrDefault(typeof(TDeclaration)) ?? [];

    /// <summary>
    /// Takes a correction. It may come before the declaration that it corrects; the newest correction of a declaration
    /// counts.
    /// </summary>
    public void Correct(FlowEvent flowEvent)
    {
        _corrections.Take(flowEvent);
        _byKind = null;
    }

    /// <summary>Takes a declaration; the newest of its subject at its site is in force.</summary>
    public void Take(FlowEvent flowEvent, Declaration declaration)
    {
        Keep(_newest, KeyOf(flowEvent.Site, declaration.Subject), flowEvent);
        _byKind = null;

        // Which ones leave does not depend on the order they came in: always the oldest of the newest of each subject.
        if (_newest.Count > MostInForce)
        {
            _newest.Remove(_newest.MinBy(one => one.Value, EventOrder.Instance).Key);
        }
    }

    /// <summary>Takes a bed's status; the newest of the bed is in force.</summary>
    public void Take(FlowEvent flowEvent, BedStatusChanged changed)
    {
        var ward = KeyOf(flowEvent.Site, changed.Ward);
        if (!_beds.TryGetValue(ward, out var beds))
        {
            _beds.Add(ward, beds = new SortedDictionary<string, FlowEvent>(StringComparer.Ordinal));
        }

        Keep(beds, changed.Bed, flowEvent);
    }

    /// <summary>The declaration in force about a subject at a site or provider; null when none was made.</summary>
    public FlowEvent? Find(string site, string subject) =>
        _newest.GetValueOrDefault(KeyOf(site, subject)) is { } declared ? _corrections.Apply(declared) : null;

    /// <summary>The newest declaration about a subject, whichever site or provider made it.</summary>
    public FlowEvent? FindAnywhere(string subject)
    {
        FlowEvent? newest = null;
        foreach (var flowEvent in _newest.Values)
        {
            var sameSubject = string.Equals(((Declaration)flowEvent.Detail).Subject, subject, StringComparison.Ordinal);
            if (sameSubject && (newest is null || EventOrder.Instance.Compare(flowEvent, newest) > 0))
            {
                newest = flowEvent;
            }
        }

        return newest is null ? null : _corrections.Apply(newest);
    }

    /// <summary>Lets go of corrections made before an instant whose declarations were replaced.</summary>
    public void ReleaseCorrections(DateTimeOffset before)
    {
        _corrections.Release(before, _newest.Values);
        _byKind = null;
    }

    /// <summary>The newest status of each bed of a ward that was reported after an instant.</summary>
    public IEnumerable<BedStatusChanged> BedsReportedAfter(string site, string ward, DateTimeOffset after) =>
        _beds.TryGetValue(KeyOf(site, ward), out var beds)
            ? beds.Values.Where(e => e.OccurredAt > after).Select(e => (BedStatusChanged)e.Detail)
            : [];

    private Dictionary<Type, List<FlowEvent>> ByKind()
    {
        var byKind = new Dictionary<Type, List<FlowEvent>>();
        foreach (var declared in _newest.Values.Select(_corrections.Apply))
        {
            if (!byKind.TryGetValue(declared.Detail.GetType(), out var same))
            {
                byKind.Add(declared.Detail.GetType(), same = []);
            }

            same.Add(declared);
        }

        return byKind;
    }

    private static void Keep(SortedDictionary<string, FlowEvent> newest, string key, FlowEvent flowEvent)
    {
        if (!newest.TryGetValue(key, out var known) || EventOrder.Instance.Compare(flowEvent, known) > 0)
        {
            newest[key] = flowEvent;
        }
    }

    private static string KeyOf(string site, string subject) =>
        Array.Exists(s_ofTheSystem, start => subject.StartsWith(start, StringComparison.Ordinal))
            ? "\n" + subject
            : site + "\n" + subject;
}

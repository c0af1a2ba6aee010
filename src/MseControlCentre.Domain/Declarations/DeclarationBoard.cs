using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Declarations;

/// <summary>
/// The newest declaration of each subject at each site, and the newest status of each bed. Bounded by the subjects that
/// the network file knows, since the feeds refuse others.
/// </summary>
internal sealed class DeclarationBoard
{
    private readonly SortedDictionary<string, FlowEvent> _newest = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, FlowEvent>> _beds = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, FlowEvent> _corrections = new(StringComparer.Ordinal);

    /// <summary>Everything that was declared and is in force, and its corrections, in a fixed order.</summary>
    public IEnumerable<FlowEvent> All => _newest.Values
        .Concat(_beds.Values.SelectMany(ward => ward.Values))
        .Concat(_corrections.Values);

    /// <summary>The declarations of one kind that are in force, as corrected.</summary>
    public IEnumerable<FlowEvent> OfKind<TDeclaration>()
        where TDeclaration : Declaration =>
        _newest.Values.Select(AsCorrected).Where(declared => declared.Detail is TDeclaration);

    /// <summary>
    /// Takes a correction. It may come before the declaration that it corrects; the newest correction of a declaration
    /// counts.
    /// </summary>
    public void Correct(FlowEvent flowEvent)
    {
        var correction = (CorrectionMade)flowEvent.Detail;
        Keep(_corrections, KeyOf(correction.CorrectedSource, correction.CorrectedMessageId), flowEvent);
    }

    /// <summary>Takes a declaration; the newest of its subject at its site is in force.</summary>
    public void Take(FlowEvent flowEvent, Declaration declaration) =>
        Keep(_newest, KeyOf(flowEvent.Site, declaration.Subject), flowEvent);

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
        _newest.GetValueOrDefault(KeyOf(site, subject)) is { } declared ? AsCorrected(declared) : null;

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

        return newest is null ? null : AsCorrected(newest);
    }

    /// <summary>A declaration with its corrected values, if it was corrected.</summary>
    private FlowEvent AsCorrected(FlowEvent declared)
    {
        if (_corrections.Count == 0
            || !_corrections.TryGetValue(KeyOf(declared.Source, declared.MessageId), out var correction))
        {
            return declared;
        }

        var after = ((CorrectionMade)correction.Detail).After;
        var corrected = EventCatalogue.Decode(declared.Kind, JsonSerializer.SerializeToUtf8Bytes(after));
        return declared with { Detail = corrected };
    }

    /// <summary>The newest status of each bed of a ward that was reported after an instant.</summary>
    public IEnumerable<BedStatusChanged> BedsReportedAfter(string site, string ward, DateTimeOffset after) =>
        _beds.TryGetValue(KeyOf(site, ward), out var beds)
            ? beds.Values.Where(e => e.OccurredAt > after).Select(e => (BedStatusChanged)e.Detail)
            : [];

    private static void Keep(SortedDictionary<string, FlowEvent> newest, string key, FlowEvent flowEvent)
    {
        if (!newest.TryGetValue(key, out var known) || EventOrder.Instance.Compare(flowEvent, known) > 0)
        {
            newest[key] = flowEvent;
        }
    }

    private static string KeyOf(string site, string subject) => site + "\n" + subject;
}

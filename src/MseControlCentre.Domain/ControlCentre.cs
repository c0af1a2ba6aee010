using System.Text.Json;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Freshness;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures.Rules;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain;

/// <summary>
/// The live state of the whole system: apply every journal entry in order, ask for the picture of an instant. One
/// writer at a time; same journal, same bytes.
/// </summary>
public sealed partial class ControlCentre
{
    private readonly EncounterLedger _encounters = new();
    private readonly StoryBook<ConveyanceStanding> _conveyances = new(ConveyanceFold.Fold, new ConveyanceStanding());
    private readonly StoryBook<VirtualWardStanding> _stays = new(VirtualWardStayFold.Fold, new VirtualWardStanding());
    private readonly StoryBook<EmergencyCallStanding> _calls =
        new(EmergencyCallFold.Fold, new EmergencyCallStanding());

    private readonly DeclarationBoard _declarations = new();
    private readonly OpelRuleBook _opel = new();
    private readonly SiteLogs _logs = new();
    private readonly SortedDictionary<string, FeedLog> _feeds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SiteState> _sites = new(StringComparer.Ordinal);
    private FlowEvent? _adoption;
    private FigureRules? _rules;

    /// <summary>Sequence of the last entry applied; 0 at first.</summary>
    public long Sequence { get; private set; }

    /// <summary>When the last entry applied was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The network in force; null until the first <see cref="NetworkAdopted"/>.</summary>
    public NetworkMap? Network { get; private set; }

    /// <summary>The newest version of every OPEL rule set that was adopted, in the order of their identities.</summary>
    public IReadOnlyList<AdoptedOpelRuleSet> OpelRuleSets => _opel.All;

    /// <summary>
    /// Events that came too late to change the board: their story had ended and left by then
    /// (<see cref="Thresholds.ClosedEncounterHours"/>).
    /// </summary>
    public long BeyondHorizon { get; private set; }

    /// <summary>Applies the next entry.</summary>
    /// <exception cref="InvalidOperationException">
    /// The entry is not the next one, or what it adopts cannot be read: the node must stop.
    /// </exception>
    public void Apply(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Sequence != Sequence + 1)
        {
            throw new InvalidOperationException(
                $"Entry {entry.Sequence} cannot follow entry {Sequence}: the journal must be applied without gaps.");
        }

        Sequence = entry.Sequence;
        ApplyOutOfSequence(entry);
    }

    /// <summary>
    /// Applies an entry whose predecessors were left out on purpose: a look at a past instant with what is known now
    /// leaves out what had not happened by then.
    /// </summary>
    public void ApplyOutOfSequence(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Sequence = entry.Sequence;
        if (entry.Event.Detail is AccessRecorded)
        {
            // Who looked at the flow is no part of it: the picture and what is kept are as if it had not been told.
            return;
        }

        ReleaseWhatIsOver(entry.RecordedAt);
        RecordedAt = entry.RecordedAt;
        FeedOf(entry.Event.Source).Heard(entry);
        Take(entry.Event);
    }

    private void Take(FlowEvent e)
    {
        switch (e.Detail)
        {
            case EncounterEvent detail:
                TakeEncounter(e, detail);
                break;
            case ConveyanceEvent detail:
                TakeStory(_conveyances, detail.Conveyance, e);
                break;
            case EmergencyCallEvent detail:
                TakeStory(_calls, detail.Incident, e);
                break;
            case VirtualWardStayEvent detail:
                TakeStory(_stays, detail.Stay, e);
                break;
            case EncountersMerged merged:
                Merge(e, merged);
                break;
            case Declaration declaration:
                _declarations.Take(e, declaration);
                break;
            case BedStatusChanged changed:
                _declarations.Take(e, changed);
                break;
            case FeedSilenced silenced:
                FeedOf(silenced.Feed).Silence = silenced;
                break;
            case FeedResumed resumed:
                FeedOf(resumed.Feed).Silence = null;
                break;
            case CorrectionMade:
                _declarations.Correct(e);
                break;
            case EscalationEvent step:
                _escalations.Take(e, step);
                break;
            case CallEvent told:
                _callBook.Take(e, told);
                break;
            case OpelRuleSetAdopted adopted:
                _opel.Take(e, adopted);
                break;
            case NetworkAdopted adopted:
                Adopt(e, adopted);
                break;
            default:
                throw new InvalidOperationException(
                    $"{e.Kind} has no fold: every event of the catalogue must have one.");
        }
    }

    private void TakeEncounter(FlowEvent e, EncounterEvent detail)
    {
        if (IsBeyondHorizon(e, _encounters.Knows(detail.Encounter)) && WouldCountAgain(detail))
        {
            BeyondHorizon++;
            return;
        }

        var encounter = _encounters.Find(detail.Encounter);
        var was = (encounter.Standing.Phase, encounter.Standing.Site);
        var marks = encounter.Marks;
        var counted = marks.Count;
        if (!encounter.Add(e, RecordedAt))
        {
            return;
        }

        // The same list means that the story went on and at most added to it; another, that it was told anew.
        if (ReferenceEquals(marks, encounter.Marks))
        {
            _logs.Add(marks, counted);
        }
        else
        {
            _logs.Replace(marks, encounter.Marks);
        }

        Regroup(encounter, was);
    }

    private void TakeStory<TStanding>(StoryBook<TStanding> stories, string id, FlowEvent e)
        where TStanding : class
    {
        if (IsBeyondHorizon(e, stories.Knows(id)) && WouldCountAgain(e.Detail))
        {
            BeyondHorizon++;
            return;
        }

        stories.Add(id, e, RecordedAt, _logs);
    }

    private void Merge(FlowEvent e, EncountersMerged merged)
    {
        var from = _encounters.Find(merged.From);
        var to = _encounters.Find(merged.To);
        if (!ReferenceEquals(from, to))
        {
            SiteOf(from.Standing.Site).Remove(from, from.Standing.Phase);
            _logs.Replace(from.Marks, []);
        }

        var was = (to.Standing.Phase, to.Standing.Site);
        var marks = to.Marks;
        var remaining = _encounters.Merge(from, to, merged.From, e, RecordedAt);
        remaining.Fold();
        _logs.Replace(marks, remaining.Marks);
        Regroup(remaining, was);
    }

    private void Adopt(FlowEvent e, NetworkAdopted adopted)
    {
        var read = NetworkFile.Read(JsonSerializer.SerializeToUtf8Bytes(adopted.Network));
        Network = read.Map ?? throw new InvalidOperationException(
            $"The journal adopts a network that cannot be read: {string.Join(' ', read.Errors)}");
        _rules = new FigureRules(Network);
        _adoption = e;
    }

    private void Regroup(Encounter encounter, (EncounterPhase Phase, string Site) was)
    {
        if (was.Phase != encounter.Standing.Phase
            || !string.Equals(was.Site, encounter.Standing.Site, StringComparison.Ordinal))
        {
            SiteOf(was.Site).Remove(encounter, was.Phase);
            SiteOf(encounter.Standing.Site).Add(encounter);
        }
    }

    private SiteState SiteOf(string code)
    {
        if (!_sites.TryGetValue(code, out var site))
        {
            _sites.Add(code, site = new SiteState());
        }

        return site;
    }

    private FeedLog FeedOf(string id)
    {
        if (!_feeds.TryGetValue(id, out var feed))
        {
            _feeds.Add(id, feed = new FeedLog());
        }

        return feed;
    }
}

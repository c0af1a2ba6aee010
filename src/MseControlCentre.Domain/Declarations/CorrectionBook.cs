using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Declarations;

/// <summary>
/// The corrections of declarations, by the declaration they correct. A correction may come before its declaration.
/// Bounded by <see cref="MostOfOneDeclaration"/> each (older ones stay in the journal) and by leaving once their
/// declaration is no longer in force.
/// </summary>
internal sealed class CorrectionBook
{
    public const int MostOfOneDeclaration = 20;

    private readonly SortedDictionary<string, Corrected> _byDeclaration = new(StringComparer.Ordinal);

    /// <summary>Every correction, in a fixed order.</summary>
    public IEnumerable<FlowEvent> All => _byDeclaration.Values.SelectMany(corrected => corrected.Corrections);

    /// <summary>Takes a correction; the newest of a declaration counts, whatever the order they come in.</summary>
    /// <exception cref="InvalidOperationException">
    /// What it corrects to is no declaration: the server that wrote it should have refused it.
    /// </exception>
    public void Take(FlowEvent correction)
    {
        var made = (CorrectionMade)correction.Detail;
        var key = KeyOf(made.CorrectedSource, made.CorrectedMessageId);
        if (!_byDeclaration.TryGetValue(key, out var corrected))
        {
            _byDeclaration.Add(key, corrected = new Corrected());
        }

        corrected.Add(correction);
    }

    /// <summary>The corrections of a declaration, oldest first.</summary>
    public IReadOnlyList<FlowEvent> Of(FlowEvent declared) => Find(declared) is { } corrected
        ? [.. corrected.Corrections]
        : [];

    /// <summary>
    /// A declaration with its corrected values, if it was corrected. A correction that is about something else than its
    /// declaration changes nothing.
    /// </summary>
    public FlowEvent Apply(FlowEvent declared) =>
        Find(declared)?.After is Declaration after
        && string.Equals(after.Subject, ((Declaration)declared.Detail).Subject, StringComparison.Ordinal)
            ? declared with { Detail = after }
            : declared;

    /// <summary>Lets go of the corrections made before an instant whose declarations are not in force.</summary>
    public void Release(DateTimeOffset before, IEnumerable<FlowEvent> inForce)
    {
        if (_byDeclaration.Count == 0)
        {
            return;
        }

        var kept = inForce.Select(one => KeyOf(one.Source, one.MessageId)).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, corrected) in _byDeclaration.ToList())
        {
            if (!kept.Contains(key) && corrected.Newest.OccurredAt < before)
            {
                _byDeclaration.Remove(key);
            }
        }
    }

    private Corrected? Find(FlowEvent declared) => _byDeclaration.Count == 0
        ? null
        : _byDeclaration.GetValueOrDefault(KeyOf(declared.Source, declared.MessageId));

    private static string KeyOf(string source, string messageId) => source + "\n" + messageId;

    private sealed class Corrected
    {
        public SortedSet<FlowEvent> Corrections { get; } = new(EventOrder.Instance);

        public FlowEvent Newest => Corrections.Max!;

        /// <summary>What the newest correction says, read once.</summary>
        public EventDetail? After { get; private set; }

        public void Add(FlowEvent correction)
        {
            if (!Corrections.Add(correction))
            {
                return;
            }

            if (Corrections.Count > MostOfOneDeclaration)
            {
                Corrections.Remove(Corrections.Min!);
            }

            var made = (CorrectionMade)Newest.Detail;
            try
            {
                After = EventCatalogue.Decode(
                    made.CorrectedKind, JsonSerializer.SerializeToUtf8Bytes(made.After));
            }
            catch (JsonException error)
            {
                throw new InvalidOperationException(
                    $"The correction {Newest.MessageId} does not say what a {made.CorrectedKind} says.", error);
            }
        }
    }
}

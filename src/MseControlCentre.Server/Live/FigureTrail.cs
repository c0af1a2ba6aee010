using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>
/// The last day of every figure but those of single wards, one sample each five minutes of the board's time: taken from
/// the pictures that go out, and after a start read from the journal. Answers at once what a replay would take seconds
/// for.
/// </summary>
public sealed class FigureTrail : IFigureTrail, IPictureSubscriber
{
    /// <summary>Time from one sample to the next.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>How far back it reaches.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    private static readonly int s_slots = (int)(Reach / Step) + 1;

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<DateTimeOffset> _first =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Bound: the figures of the network's scopes; a new version of the network file may add some.
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    // Bound: Reach divided by Step; a step takes the place of the one a day before it.
    private readonly FigureSample?[] _samples = new FigureSample?[s_slots];
    private long _newest = -1;
    private volatile bool _isFilled;

    /// <summary>When the first picture after the start was taken; complete once there is one.</summary>
    public Task<DateTimeOffset> FirstPicture => _first.Task;

    /// <summary>
    /// Whether the journal has been read after the start: before, a step without a value may only not be read yet.
    /// </summary>
    public bool IsFilled => _isFilled;

    /// <summary>Says that the journal holds no more for it.</summary>
    public void Filled() => _isFilled = true;

    /// <summary>The step at or before an instant.</summary>
    public static DateTimeOffset StepOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % Step.Ticks), TimeSpan.Zero);

    /// <inheritdoc />
    public ValueTask PublishAsync(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        Take(StepOf(published.Picture.At), published.Picture);
        _first.TrySetResult(published.Picture.At);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Takes what the board showed at a step. What was taken of it before stays: the board shows a step once.
    /// </summary>
    public void Take(DateTimeOffset step, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var number = step.UtcTicks / Step.Ticks;
        lock (_gate)
        {
            ref var place = ref _samples[number % s_slots];
            if (place?.Number >= number || number <= _newest - s_slots)
            {
                return;
            }

            place = Sample(number, picture);
            _newest = Math.Max(_newest, number);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back)
    {
        lock (_gate)
        {
            var steps = (int)Math.Min(back / Step, s_slots - 1);
            var from = _newest - steps;
            while (from < _newest && SampleAt(from) is null)
            {
                from++;
            }

            if (_newest < 0)
            {
                return [];
            }

            var column = _columns.GetValueOrDefault(figureId, -1);
            var points = new TrailPoint[_newest - from + 1];
            for (var index = 0; index < points.Length; index++)
            {
                var at = new DateTimeOffset((from + index) * Step.Ticks, TimeSpan.Zero);
                points[index] = SampleAt(from + index)?.At(at, column)
                    ?? new TrailPoint(at, null, FigureQuality.Unknown);
            }

            return points;
        }
    }

    private FigureSample? SampleAt(long number) =>
        number >= 0 && _samples[number % s_slots] is { } sample && sample.Number == number ? sample : null;

    private FigureSample Sample(long number, Picture picture)
    {
        var figures = Sampled(picture);
        var sample = new FigureSample(number, _columns.Count + 64);
        foreach (var figure in figures)
        {
            if (!_columns.TryGetValue(figure.Id, out var column))
            {
                _columns.Add(figure.Id, column = _columns.Count);
            }

            sample.Take(column, figure);
        }

        return sample;
    }

    private static IEnumerable<Figure> Sampled(Picture picture) => picture.Figures
        .Concat(picture.Sites.SelectMany(site => site.Figures))
        .Concat(picture.VirtualWards.SelectMany(ward => ward.Figures))
        .Concat(picture.CommunityUnits.SelectMany(unit => unit.Figures))
        .Concat(picture.Partners.SelectMany(partner => partner.Figures));
}

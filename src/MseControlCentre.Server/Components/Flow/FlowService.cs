using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>
/// What the flow map may know, now and at any past minute. It shows counts only.
/// </summary>
public sealed class FlowService(
    Lazy<PictureFeed> feed,
    PastPictures past,
    IFigureTrail trail,
    NetworkMap network,
    IAccess access,
    TimeProvider clock) : ILivePage
{
    private const int ShortStep = 15;
    private const int LongStep = 60;

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <inheritdoc />
    public string Name => "flow";

    /// <inheritdoc />
    public Need Needs { get; } = new(Operation.SeeFigures);

    /// <inheritdoc />
    public IReadOnlyList<Fragment> Fragments(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return FlowFragments.Of(ViewOf(published.Picture));
    }

    /// <summary>The page as it was asked for.</summary>
    /// <param name="at">Local time of the system; empty for now.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<FlowPageView> PageAsync(string? at, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(at))
        {
            var view = feed.Value.Current is { } current ? ViewOf(current.Picture) : null;
            return new FlowPageView(view, string.Empty, StepsFrom(now, now), []);
        }

        var errors = new List<FieldError>();
        var instant = Read(at, now, errors);
        var shown = instant is { } asked ? await PastAsync(asked, now, errors, cancellationToken) : null;
        return new FlowPageView(
            shown, at.Length <= 40 ? at : string.Empty, StepsFrom(instant ?? now, now), errors);
    }

    private DateTimeOffset? Read(string at, DateTimeOffset now, List<FieldError> errors)
    {
        if (PastInstant.Read(at, _local) is not { } instant)
        {
            errors.Add(new FieldError(
                "at", "The time cannot be read. Enter a day and a time, such as 22/11/2026 08:00."));
            return null;
        }

        if (instant > now)
        {
            errors.Add(new FieldError(
                "at", "The time lies in the future. Enter a past one, or go back to now."));
            return null;
        }

        return instant;
    }

    private async Task<FlowView?> PastAsync(
        DateTimeOffset at, DateTimeOffset now, List<FieldError> errors, CancellationToken cancellationToken)
    {
        try
        {
            if (await past.AsShownAsync(at, cancellationToken) is { } state)
            {
                return FlowView.Of(state.Picture, network, new TrailUpTo(trail, at, now), _local, isNow: false);
            }

            errors.Add(new FieldError("at", "Nothing had been recorded by then. Enter a later time."));
        }
        catch (TooManyReplaysException exception)
        {
            errors.Add(new FieldError(null, exception.Message));
        }

        return null;
    }

    private FlowView ViewOf(Picture picture) => FlowView.Of(picture, network, trail, _local, isNow: true);

    private FlowStep[] StepsFrom(DateTimeOffset from, DateTimeOffset now) =>
    [
        Step("−1 h", "One hour earlier", from.AddMinutes(-LongStep), now),
        Step("−15 min", "15 minutes earlier", from.AddMinutes(-ShortStep), now),
        Step("+15 min", "15 minutes later", from.AddMinutes(ShortStep), now),
        Step("+1 h", "One hour later", from.AddMinutes(LongStep), now),
    ];

    private FlowStep Step(string text, string words, DateTimeOffset to, DateTimeOffset now) =>
        new(text, words, to <= now ? $"{FlowRoutes.Path}?at={_local.Written(to)}" : null);
}

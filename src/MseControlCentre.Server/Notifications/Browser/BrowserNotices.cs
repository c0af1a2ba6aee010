using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Browser;

/// <summary>
/// Shows steps to people who have the board open in a tab that they do not look at, over their live line. A line that
/// was broken gets what it missed of the last minutes; the browser shows each step once.
/// </summary>
/// <param name="hub">The live lines.</param>
/// <param name="network">Its code and time zone.</param>
/// <param name="deliveries">Keeps what becomes of them.</param>
public sealed class BrowserNotices(
    IHubContext<PictureHub> hub, NetworkMap network, BrowserDeliveries deliveries)
{
    /// <summary>Name under which notices arrive.</summary>
    public const string Method = "notice";

    /// <summary>Age from which on nobody is shown a step any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    // Bound: what a line that was broken for a while gets.
    private const int MostKept = 50;

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);
    private readonly Lock _gate = new();

    // Bound: the viewers of this node; one leaves when its line ends.
    private readonly ConcurrentDictionary<string, Actor> _readers = new(StringComparer.Ordinal);

    // Bound: MostKept.
    private readonly Queue<KeptNotice> _kept = new();

    /// <summary>Somebody wants notices over their line; they get what is still fresh.</summary>
    /// <returns>What they get at once.</returns>
    /// <exception cref="HubException">They may not have any.</exception>
    public IReadOnlyList<Notice> Join(HubCallerContext line, Actor actor, DateTimeOffset boardNow)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!NoticeReaders.MayRead(actor))
        {
            throw new HubException("Notifications are for people who have signed in.");
        }

        var id = line.ConnectionId;
        _readers[id] = actor;
        line.ConnectionAborted.Register(() => _readers.TryRemove(id, out _));
        List<KeptNotice> missed;
        lock (_gate)
        {
            missed =
            [
                .. _kept.Where(kept => boardNow - kept.About.At < Fresh
                    && NoticeReaders.Wants(actor, kept.About, network.Code)),
            ];
        }

        missed.ForEach(kept => deliveries.Offer(kept.About, [actor]));
        return [.. missed.Select(kept => kept.Notice)];
    }

    /// <summary>Somebody's browser says what it did with a step.</summary>
    /// <param name="actor">Who they are.</param>
    /// <param name="tag">The notice's tag.</param>
    /// <param name="outcome">A <see cref="NoticeOutcome"/>.</param>
    /// <param name="until">When its quiet hours end; null when it keeps none.</param>
    /// <exception cref="HubException">They may not have any, or it is no answer.</exception>
    public void Answer(Actor actor, string tag, string outcome, DateTimeOffset? until)
    {
        ArgumentNullException.ThrowIfNull(tag);
        if (!NoticeReaders.MayRead(actor))
        {
            throw new HubException("Notifications are for people who have signed in.");
        }

        if (!Enum.TryParse<NoticeOutcome>(outcome, ignoreCase: true, out var known) || !Enum.IsDefined(known))
        {
            throw new HubException("outcome: expected shown, looked or quiet.");
        }

        if (tag.LastIndexOf('/') is not (> 0 and var slash)
            || !int.TryParse(tag.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new HubException("tag: expected that of a notice, such as RAJ12-HandoverDelay-20261123-1/1.");
        }

        deliveries.Answer(actor, tag[..slash], number, known, until);
    }

    /// <summary>Shows a step to whom it concerns; none that is old.</summary>
    public async Task TellAsync(Announcement told, DateTimeOffset boardNow)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (boardNow - told.At >= Fresh)
        {
            return;
        }

        var notice = NoticeOf(told);
        lock (_gate)
        {
            // Told again when the journal was read again; a line that joined since has it.
            if (_kept.Any(kept => string.Equals(kept.Notice.Tag, notice.Tag, StringComparison.Ordinal)))
            {
                return;
            }

            _kept.Enqueue(new KeptNotice(notice, told));
            while (_kept.Count > MostKept)
            {
                _kept.Dequeue();
            }
        }

        var lines = _readers.Where(reader => NoticeReaders.Wants(reader.Value, told, network.Code)).ToList();
        if (lines.Count > 0)
        {
            deliveries.Offer(told, lines.Select(line => line.Value));
            await hub.Clients.Clients(lines.Select(line => line.Key)).SendAsync(Method, notice);
        }
    }

    private Notice NoticeOf(Announcement told) => new(
        $"{told.About}/{told.Number}",
        told.Headline,
        told.AnswerBy is { } by
            ? $"{told.What}. {told.LevelName ?? told.Place} to answer by {_local.Clock(by)}."
            : $"{told.What}, {_local.Clock(told.At)}.",
        told.Path);
}

using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Shows and takes what places say before and during a call, for who may speak for them.</summary>
public sealed class StatementsService(
    CallDesk desk, HeldCallService held, StatementWriters writers, NetworkMap network, IAccess access)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>The statement of a place; null when there is no such call or place.</summary>
    /// <exception cref="NotAllowedException">They may not speak for the place.</exception>
    public async Task<StatementView?> FindAsync(string id, string place, CancellationToken cancellationToken)
    {
        if (Require(id, place) is not { } call)
        {
            return null;
        }

        var named = EscalationPlaces.Find(network, place)!;
        return new StatementView(
            id,
            call.Name,
            place,
            named.Name,
            _local.DayAndClock(call.StartsAt),
            call.Opened.StatementsBy is { } by ? _local.Clock(by) : null,
            desk.Plan.Questions,
            StateOf(call, place),
            await held.PlaceOfAsync(call, place, cancellationToken),
            access.Actor.Id);
    }

    /// <summary>What a statement says now and who else has it open; null when there is no such call or place.</summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="place">Code of the place.</param>
    /// <param name="window">What tells this window from others; null for one that is not told of.</param>
    /// <param name="isWriting">Whether something is being typed in it.</param>
    /// <exception cref="NotAllowedException">They may not speak for the place.</exception>
    public StatementState? Look(string id, string place, string? window, bool isWriting)
    {
        if (Require(id, place) is not { } call)
        {
            return null;
        }

        var state = StateOf(call, place);
        return window is null
            ? state
            : state with
            {
                Others = writers.Heard($"{id}/{place}", window, new StatementWriter(access.Actor.Name, isWriting)),
            };
    }

    /// <summary>Takes a statement, or says why not.</summary>
    /// <returns>
    /// What became of it, null for a form that cannot be used; and what is so now, null for no such call.
    /// </returns>
    /// <exception cref="NotAllowedException">They may not speak for the place.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<(CallResult? Result, StatementState? State)> SaveAsync(AskedStatement asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (Require(asked.Call, asked.Place) is not { } call)
        {
            return (CallResult.NotFound, null);
        }

        var so = StateOf(call, asked.Place);
        if (asked.Faults() is { Count: > 0 } faults)
        {
            return (null, so with { Errors = faults });
        }

        IReadOnlyList<StatementAnswer> answers =
        [
            .. desk.Plan.Questions
                .Select(question => new StatementAnswer(
                    question.Code, asked.Words.GetValueOrDefault(question.Code, string.Empty)))
                .Where(answer => answer.Words.Length > 0),
        ];
        if (call.IsOpen && asked.Seen == so.Revision && IsSaid(call, asked, answers))
        {
            return (CallResult.Taken, so);
        }

        var by = CallStaff.Of(access.Actor, Operation.TakePartInCalls, SubjectOf.Code(asked.Place, network));
        var outcome = await desk.ChangeAsync(asked.Call, asked.Seen, (_, revision) => new CallStatementMade(
            asked.Call, revision, asked.Place, answers, asked.IsReady, by));
        return outcome.Call is null
            ? (CallResult.NotFound, null)
            : (outcome.Result, StateOf(outcome.Call, asked.Place) with
            {
                Errors = outcome.Words is { } words ? [new FieldError(null, words)] : [],
            });
    }

    private static bool IsSaid(Call call, AskedStatement asked, IReadOnlyList<StatementAnswer> answers) =>
        call.Statements.GetValueOrDefault(asked.Place)?.Told is { } said
            ? said.IsReady == asked.IsReady && said.Answers.SequenceEqual(answers)
            : answers.Count == 0 && !asked.IsReady;

    // Whether they may is asked before whether it exists: the answer must not tell.
    private Call? Require(string id, string place)
    {
        access.Require(Operation.TakePartInCalls, SubjectOf.Code(place, network));
        return CallWatch.PlacesOf(network).Contains(place, StringComparer.Ordinal) ? desk.Find(id) : null;
    }

    private StatementState StateOf(Call call, string place)
    {
        var said = call.Statements.GetValueOrDefault(place);
        return new StatementState(
            said?.Revision ?? 0,
            said?.Told.Answers.ToDictionary(answer => answer.Question, answer => answer.Words, StringComparer.Ordinal)
                ?? [],
            said?.Told.IsReady ?? false,
            said?.Told.By?.Name,
            said is null ? null : _local.ClockSeconds(said.At),
            said is not null && said.At > call.Opened.StatementsBy,
            !call.IsOpen);
    }
}

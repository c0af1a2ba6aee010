using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// What one request asked for that is recorded. It is noted when a service asks whether it may be done, and written
/// before a byte of the answer leaves.
/// </summary>
/// <param name="context">The request.</param>
/// <param name="isHeldBack">Whether its answer waits until what was noted is written.</param>
public sealed class AuditedRequest(HttpContext context, bool isHeldBack)
{
    private readonly Lock _gate = new();

    // Bound: the operations and subjects that one answer asks about.
    private readonly HashSet<(Need Need, bool Allowed)> _known = [];
    private readonly List<(Need Need, bool Allowed)> _pending = [];

    /// <summary>Whether a refusal was noted.</summary>
    public bool IsRefused
    {
        get
        {
            lock (_gate)
            {
                return _known.Any(note => !note.Allowed);
            }
        }
    }

    /// <summary>Notes that somebody was asked about, unless it is noted already or is of no interest.</summary>
    /// <exception cref="InvalidOperationException">The address is open to all: its answer could not wait.</exception>
    public void Note(Operation operation, Subject subject, bool allowed)
    {
        if (allowed && !AuditedOperations.Has(operation))
        {
            return;
        }

        if (allowed && !isHeldBack)
        {
            throw new InvalidOperationException(
                $"{operation} is recorded before it is answered; an address that is open to all cannot do it. "
                + "Map the address with Needs.");
        }

        lock (_gate)
        {
            if (_known.Add((new Need(operation, subject), allowed)))
            {
                _pending.Add((new Need(operation, subject), allowed));
            }
        }
    }

    /// <summary>
    /// What was asked for an act that a service records itself, in more words; it is then not recorded twice.
    /// </summary>
    public Operation? TakeOver(AuditAct act)
    {
        lock (_gate)
        {
            var found = _pending.FindIndex(note => note.Allowed && IsOf(act, note.Need.Operation));
            if (found < 0)
            {
                return null;
            }

            var operation = _pending[found].Need.Operation;
            _pending.RemoveAt(found);
            return operation;
        }
    }

    /// <summary>Writes what was noted since the last time.</summary>
    /// <exception cref="AuditUnavailableException">The journal does not take it; it stays noted.</exception>
    public async ValueTask WriteAsync()
    {
        if (Pending() is not { Length: > 0 } pending)
        {
            return;
        }

        var services = context.RequestServices;
        var scribe = services.GetRequiredService<AuditScribe>();
        var actor = ActorClaims.Read(context.User);
        foreach (var (need, _) in pending.Where(note => !note.Allowed))
        {
            await services.GetRequiredService<RefusalTally>()
                .AddAsync(Answered(scribe.Describe(AuditAct.Refused, actor, need, context)));
        }

        var acts = pending.Where(note => note.Allowed)
            .Select(note => Answered(scribe.Describe(Act(note.Need.Operation), actor, note.Need, context)))
            .ToList();
        if (acts.Count > 0)
        {
            await services.GetRequiredService<AuditWriter>().WriteAsync(acts);
        }

        lock (_gate)
        {
            _pending.RemoveAll(pending.Contains);
        }
    }

    private (Need Need, bool Allowed)[] Pending()
    {
        lock (_gate)
        {
            return [.. _pending];
        }
    }

    private AccessRecorded Answered(AccessRecorded act) => act with { Answer = context.Response.StatusCode };

    private AuditAct Act(Operation operation) =>
        context.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal)
        || operation is Operation.ExportReturns
            ? AuditAct.Took
            : HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? AuditAct.Saw
                : AuditAct.Changed;

    private static bool IsOf(AuditAct act, Operation operation) => operation switch
    {
        Operation.KeepAccounts => act is AuditAct.AccountChanged or AuditAct.KeyChanged,
        Operation.KeepWallLinks => act is AuditAct.WallScreenChanged,
        Operation.Declare or Operation.CorrectDeclaration or Operation.ReplayQuarantine => act is AuditAct.Changed,
        _ => false,
    };
}

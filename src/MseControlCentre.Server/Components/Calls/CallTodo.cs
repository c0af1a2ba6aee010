using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The one thing that a reader does next about a call.</summary>
/// <param name="Words">What, such as <c>Make your statement, due 09:50</c>.</param>
/// <param name="Link">Where.</param>
public sealed record CallTodo(string Words, string Link)
{
    /// <summary>
    /// For who holds calls: to hold it. For who speaks for a site that has made no statement: to make it. For all
    /// others, and when nothing is left to do: to read.
    /// </summary>
    public static CallTodo Of(Call call, Actor reader, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(context);
        if (!call.IsOpen)
        {
            return new CallTodo("Read the record", CallAddresses.Of(call.Id));
        }

        if (reader.May(Operation.HoldCalls, Subject.System))
        {
            return new CallTodo(
                call.State is CallState.Running ? "Go on with the call" : "Hold the call",
                CallAddresses.PresentOf(call.Id));
        }

        var own = call.Opened.Places.Where(code => context.IsSite(code)
            && reader.May(Operation.TakePartInCalls, SubjectOf.Code(code, context.Network))).ToList();
        var open = own.Where(code => call.Statements.GetValueOrDefault(code)?.Told.IsReady is not true).ToList();
        if (open.Count == 0)
        {
            return new CallTodo("Read the pack", CallAddresses.Of(call.Id));
        }

        var verb = call.Statements.ContainsKey(open[0]) ? "Finish" : "Make";
        var whose = own.Count == 1 ? "your statement" : "the statement of " + context.NameOf(open[0]);
        var due = call.Opened.StatementsBy switch
        {
            { } by when by < context.Now => $", was due {context.Local.Clock(by)}",
            { } by => $", due {context.Local.Clock(by)}",
            _ => null,
        };
        return new CallTodo($"{verb} {whose}{due}", CallAddresses.StatementOf(call.Id, open[0]));
    }
}

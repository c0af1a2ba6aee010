using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>An entry of the navigation. A feature registers one for each of its pages.</summary>
/// <param name="Path">Where it leads, such as <c>/figures</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Order">Its place: lower comes first.</param>
/// <param name="Operation">What the page lets people see or do; who may not is not led there.</param>
/// <param name="Subject">What it is about; null when it is for whoever may do the operation anywhere.</param>
public sealed record PageLink(string Path, string Label, int Order, Operation Operation, Subject? Subject)
{
    /// <summary>Whether somebody may open it.</summary>
    public bool IsFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Subject is null ? actor.MaySomewhere(Operation) : actor.May(Operation, Subject);
    }
}

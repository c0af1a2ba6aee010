namespace MseControlCentre.Server.Accounts.Rules;

/// <summary>An operation and what it is about.</summary>
/// <param name="Operation">What is done or seen.</param>
/// <param name="Subject">Of what.</param>
public sealed record Need(Operation Operation, Subject Subject)
{
    /// <summary>An operation for the whole system.</summary>
    public Need(Operation operation)
        : this(operation, Subject.System)
    {
    }

    /// <summary>Whether somebody may.</summary>
    public bool IsMetBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.May(Operation, Subject);
    }
}

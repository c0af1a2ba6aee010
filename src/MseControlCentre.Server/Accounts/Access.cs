using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts;

/// <summary>
/// Asks whether whoever is being answered may do something. Services of features ask before they read or write
/// anything; what never asks is found by a test.
/// </summary>
public interface IAccess
{
    /// <summary>Who is being answered.</summary>
    Actor Actor { get; }

    /// <summary>Goes on only when they may.</summary>
    /// <exception cref="NotAllowedException">They may not.</exception>
    void Require(Operation operation, Subject subject);
}

/// <summary>
/// Somebody asked for what they may not do. The answer says no more than that: not whether what was asked for exists.
/// </summary>
/// <param name="operation">What was asked for.</param>
public sealed class NotAllowedException(Operation operation)
    : Exception($"{operation} was refused.")
{
    /// <summary>What was asked for.</summary>
    public Operation Operation { get; } = operation;
}

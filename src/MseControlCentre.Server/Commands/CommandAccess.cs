using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Commands;

/// <summary>
/// Who runs a command at the server may keep accounts and screens there: they can write its data directory anyway.
/// </summary>
internal sealed class CommandAccess : IAccess
{
    /// <inheritdoc />
    public Actor Actor { get; } = new(
        "command",
        "command",
        new HashSet<Role> { Role.Administrator },
        new HashSet<string>(StringComparer.Ordinal));

    /// <inheritdoc />
    public void Require(Operation operation, Subject subject)
    {
        if (!Actor.May(operation, subject))
        {
            throw new NotAllowedException(operation);
        }
    }
}

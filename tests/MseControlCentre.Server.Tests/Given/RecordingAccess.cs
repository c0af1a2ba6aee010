using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>Notes what services ask for, and lets everything or nothing through.</summary>
/// <param name="denies">Whether it lets nothing through.</param>
public sealed class RecordingAccess(bool denies) : IAccess
{
    private readonly ConcurrentQueue<Need> _asked = new();

    /// <inheritdoc />
    public Actor Actor => SignedIn.Everybody;

    /// <summary>What was asked for since it was last emptied.</summary>
    public IReadOnlyList<Need> Asked => [.. _asked];

    /// <summary>Puts it in the place of the server's own.</summary>
    public void Into(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IAccess>(this);
    }

    /// <summary>Forgets what was asked for.</summary>
    public void Empty() => _asked.Clear();

    /// <inheritdoc />
    public void Require(Operation operation, Subject subject)
    {
        _asked.Enqueue(new Need(operation, subject));
        if (denies)
        {
            throw new NotAllowedException(operation);
        }
    }
}

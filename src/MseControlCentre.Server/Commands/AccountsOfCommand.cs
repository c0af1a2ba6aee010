using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Keys;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Commands;

/// <summary>The accounts of a data directory, for a command beside a running server or without one.</summary>
internal sealed class AccountsOfCommand : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private AccountsOfCommand(ServiceProvider services)
    {
        _services = services;
        _scope = services.CreateAsyncScope();
    }

    /// <summary>Keys of programs that read.</summary>
    public AccessKeysService Keys => Of<AccessKeysService>();

    /// <summary>Opens them, and makes them when there are none yet.</summary>
    /// <exception cref="StartRefusedException">The data directory cannot be used.</exception>
    public static async Task<AccountsOfCommand> OpenAsync(string dataDirectory, CancellationToken stop)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        var data = DataDirectory.Open(dataDirectory);
        collection.AddAccounts(data, organisation: null);
        // A command has no journal: the server, which has, takes what is recorded from here.
        collection.AddSingleton<IAuditTrail>(new CommandAuditTrail(data));
        collection.AddSingleton<IAccess, CommandAccess>();
        var services = collection.BuildServiceProvider();
        await services.OpenAccountsAsync(stop);
        return new AccountsOfCommand(services);
    }

    /// <summary>Records what the command does.</summary>
    public IAuditTrail Audit => Of<IAuditTrail>();

    /// <summary>One of their services.</summary>
    public T Of<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}

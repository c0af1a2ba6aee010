using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hubs;

/// <summary>
/// The lines to viewers, without a network: a test may hold one, as a socket does whose reader has stopped.
/// </summary>
public sealed class HeldLines : IHubContext<PictureHub>, IHubClients
{
    private readonly ConcurrentDictionary<string, HeldLine> _lines = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public IHubClients Clients => this;

    /// <inheritdoc />
    public IGroupManager Groups => throw NotUsed();

    /// <inheritdoc />
    public IClientProxy All => throw NotUsed();

    /// <summary>The line of a connection.</summary>
    public HeldLine Of(string connectionId) => _lines.GetOrAdd(connectionId, _ => new HeldLine());

    /// <summary>Holds a line: what is sent on it is not finished until it is released.</summary>
    public HeldLine Hold(string connectionId)
    {
        var line = Of(connectionId);
        line.Hold();
        return line;
    }

    /// <inheritdoc />
    public ISingleClientProxy Client(string connectionId) => Of(connectionId);

    IClientProxy IHubClients<IClientProxy>.Client(string connectionId) => Of(connectionId);

    /// <inheritdoc />
    public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw NotUsed();

    /// <inheritdoc />
    IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => throw NotUsed();

    /// <inheritdoc />
    public IClientProxy Group(string groupName) => throw NotUsed();

    /// <inheritdoc />
    IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => throw NotUsed();

    /// <inheritdoc />
    public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw NotUsed();

    /// <inheritdoc />
    public IClientProxy User(string userId) => throw NotUsed();

    /// <inheritdoc />
    public IClientProxy Users(IReadOnlyList<string> userIds) => throw NotUsed();

    private static NotSupportedException NotUsed() => new("Viewers are sent to one by one.");
}

/// <summary>One line.</summary>
public sealed class HeldLine : ISingleClientProxy
{
    // Bound: what one test sends.
    private readonly Channel<JsonElement> _sent = Channel.CreateBounded<JsonElement>(1000);
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A line that is not held.</summary>
    public HeldLine() => _released.SetResult();

    /// <summary>Whether sending ends in an error.</summary>
    public bool Fails { get; set; }

    /// <summary>Frames sent that the test has not taken.</summary>
    public int Waiting => _sent.Reader.Count;

    /// <summary>Holds the line.</summary>
    public void Hold() => _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets it go.</summary>
    public void Release() => _released.SetResult();

    /// <summary>The next frame sent.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        return await _sent.Reader.ReadAsync(limit.Token);
    }

    /// <inheritdoc />
    public async Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
    {
        if (Fails)
        {
            throw new IOException("The line is broken.");
        }

        if (args[0] is PreparedFrame frame)
        {
            await _sent.Writer.WriteAsync(JsonElement.Parse(frame.Utf8.Span), cancellationToken);
        }

        await _released.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Viewers are told, never asked.");
}

using System.Net;
using System.Text.Json;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>
/// Finds out where the provider is asked. It is asked again at each sign-in, not more often than once a minute: a
/// provider may move, and people are not sent to one that does not answer.
/// </summary>
/// <param name="settings">The provider.</param>
/// <param name="http">Asks it.</param>
/// <param name="clock">The server's own clock.</param>
public sealed class ProviderDiscovery(OrganisationSignIn settings, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Those who come while it does not answer are told at once, and do not wait one after the other.
    /// </summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (ProviderAddresses Addresses, DateTimeOffset At)? _found;
    private (string Why, DateTimeOffset At)? _failed;

    /// <summary>What was found last, also when it is old; null when nothing was.</summary>
    public ProviderAddresses? Last => _found?.Addresses;

    /// <summary>Finds out.</summary>
    /// <exception cref="ProviderUnreachableException">It does not answer.</exception>
    /// <exception cref="ProviderUnfitException">It answers what cannot be used.</exception>
    public async Task<ProviderAddresses> FindAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_found is { } found && clock.GetUtcNow() - found.At < s_fresh)
            {
                return found.Addresses;
            }

            if (_failed is { } failed && clock.GetUtcNow() - failed.At < s_pause)
            {
                throw new ProviderUnreachableException(failed.Why);
            }

            return await LookAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<ProviderAddresses> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var addresses = ProviderAddresses.Read(await AskAsync(cancellationToken), settings.Authority);
            _found = (addresses, clock.GetUtcNow());
            _failed = null;
            return addresses;
        }
        catch (ProviderUnreachableException unreachable)
        {
            _failed = (unreachable.Message, clock.GetUtcNow());
            throw;
        }
    }

    private async Task<JsonElement> AskAsync(CancellationToken cancellationToken)
    {
        var document = new Uri(settings.Authority.TrimEnd('/') + "/.well-known/openid-configuration");
        try
        {
            using var answer = await http.GetAsync(document, cancellationToken);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                throw new HttpRequestException($"it answers {(int)answer.StatusCode}");
            }

            if (!answer.IsSuccessStatusCode)
            {
                throw new ProviderUnfitException($"{document} answers {(int)answer.StatusCode}; is authority right?");
            }

            return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (JsonException)
        {
            throw new ProviderUnfitException($"{document} does not answer with JSON; is authority right?");
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderUnreachableException($"{document} does not answer ({exception.Message})", exception);
        }
    }
}

using System.Net;
using System.Net.Mime;
using System.Text;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>
/// Posts Adaptive Cards to an address. No redirection is followed: the address is a secret of its receiver.
/// </summary>
/// <param name="channel">Where to.</param>
/// <param name="write">Writes what a message says.</param>
/// <param name="http">The client; it follows no redirection.</param>
public sealed class WebhookSender(WebhookChannel channel, Func<OutgoingMessage, MessageText> write, HttpClient http)
    : IMessageSender
{
    /// <summary>Header with the identity of a message.</summary>
    public const string IdentityHeader = "Idempotency-Key";

    /// <inheritdoc />
    public string Channel => channel.Id;

    /// <summary>A client that follows no redirection and keeps no cookies.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The sender sets the time that a message may take.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var request = new HttpRequestMessage(HttpMethod.Post, channel.Address);
        request.Headers.Add(IdentityHeader, $"\"{message.Identity}\"");
        request.Content = new StringContent(
            AdaptiveCard.Of(message.Identity, write(message)).ToJsonString(),
            Encoding.UTF8,
            MediaTypeNames.Application.Json);
        try
        {
            using var answer = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw new DeliveryFailedException(
                    $"the webhook answered {(int)answer.StatusCode}{MeaningOf(answer.StatusCode)}",
                    isOfChannel: !IsOfMessage(answer.StatusCode),
                    answer.Headers.RetryAfter?.Delta);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new DeliveryFailedException(
                exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                    ? "the webhook's certificate is not trusted"
                    : "the webhook cannot be reached, or broke off before it answered",
                isOfChannel: true,
                inner: exception);
        }
    }

    // The next message may be taken where this one was not.
    private static bool IsOfMessage(HttpStatusCode status) => status is HttpStatusCode.BadRequest
        or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity;

    private static string MeaningOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => " (there is nothing at its address any more)",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => " (its address is no longer allowed to post)",
        HttpStatusCode.RequestEntityTooLarge => " (this message is too long for it)",
        HttpStatusCode.TooManyRequests => " (too many messages)",
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => " (it leads elsewhere, which is not followed)",
        _ => string.Empty,
    };
}

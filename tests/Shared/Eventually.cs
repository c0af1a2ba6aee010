using System.Runtime.CompilerServices;

namespace MseControlCentre.Tests.Shared;

/// <summary>
/// Waits for something that another thread brings about; bounded, so that what never comes fails the test.
/// </summary>
public static class Eventually
{
    /// <summary>
    /// How long a test waits for what another thread brings about. It measures nothing: it only ends what hangs, and is
    /// long because a machine with little to spare may stand still for many seconds.
    /// </summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(90);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition; asked again and again.</param>
    /// <param name="what">What is waited for; the condition's own text when left out.</param>
    /// <exception cref="TimeoutException">It did not come; the message says what.</exception>
    public static Task TrueAsync(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        TrueAsync(() => Task.FromResult(condition()), what);

    /// <summary>Waits until a condition holds that must be asked for.</summary>
    /// <param name="condition">The condition; asked again and again.</param>
    /// <param name="what">What is waited for; the condition's own text when left out.</param>
    /// <exception cref="TimeoutException">It did not come; the message says what.</exception>
    public static Task TrueAsync(
        Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        TrueAsync(condition, () => what);

    /// <summary>Waits until a condition holds that must be asked for.</summary>
    /// <param name="condition">The condition; asked again and again.</param>
    /// <param name="what">What is waited for, as it stands when it did not come.</param>
    /// <exception cref="TimeoutException">It did not come; the message says what.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(what);
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException exception)
            {
                // The last look may have come long before a machine that stood still let this go on.
                if (await condition())
                {
                    return;
                }

                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s for: {what()}.", exception);
            }
        }
    }
}

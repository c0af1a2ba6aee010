using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Opel;

namespace MseControlCentre.Server.Components.Opel;

/// <summary>What the OPEL page may know: counts and levels of any instant.</summary>
public sealed class OpelService(OpelReadings readings, NetworkMap network, IAccess access, TimeProvider clock)
{
    /// <summary>As a browser's form sends a local time without offset.</summary>
    private static readonly string[] s_localForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>The page as its form asks for it.</summary>
    /// <param name="at">Local time of the system, or an instant with its offset; empty for now.</param>
    /// <param name="ruleSet">Identity of the rule set to score by; empty for the one in force.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<OpelView> ViewAsync(string? at, string? ruleSet, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        var errors = new List<FieldError>();
        var other = RuleSetOf(ruleSet, errors);
        var instant = InstantOf(at, errors);
        var reading = errors.Count > 0 ? null
            : instant is { } past ? await PastAsync(past, other, errors, cancellationToken)
            : readings.Now(other);
        return new OpelView(
            _local,
            at is { Length: <= 40 } ? at : string.Empty,
            other?.Id ?? string.Empty,
            [.. readings.RuleSets.Select(adopted => new OpelChoice(adopted.Rules.Id, adopted.Rules.Name))],
            errors,
            instant is null,
            reading);
    }

    private OpelRuleSet? RuleSetOf(string? ruleSet, List<FieldError> errors)
    {
        if (string.IsNullOrEmpty(ruleSet))
        {
            return null;
        }

        var found = readings.Find(ruleSet);
        if (found is null)
        {
            errors.Add(new FieldError("ruleSet", "No such rule set was adopted. Choose one of the list."));
        }

        return found;
    }

    private DateTimeOffset? InstantOf(string? at, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(at))
        {
            return null;
        }

        if (Read(at) is not { } instant)
        {
            errors.Add(new FieldError("at", "The time cannot be read. Enter a day and a time, such as 22/11/2026 "
                + "08:00."));
            return null;
        }

        if (instant > clock.GetUtcNow())
        {
            errors.Add(new FieldError("at", "The time lies in the future. Enter a past one, or leave it out for now."));
        }

        return instant;
    }

    /// <summary>
    /// A local time that occurs twice in October is the later one, one that never occurs in March the next.
    /// </summary>
    private DateTimeOffset? Read(string at)
    {
        if (DateTime.TryParseExact(
            at, s_localForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new DateTimeOffset(local, _local.Zone.GetUtcOffset(local)).ToUniversalTime();
        }

        return DateTimeOffset.TryParse(
            at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
    }

    private async Task<OpelReading?> PastAsync(
        DateTimeOffset at, OpelRuleSet? other, List<FieldError> errors, CancellationToken cancellationToken)
    {
        try
        {
            if (await readings.PastAsync(at, other, cancellationToken) is { } reading)
            {
                return reading;
            }

            errors.Add(new FieldError("at", "Nothing had been recorded by then. Enter a later time."));
        }
        catch (TooManyReplaysException exception)
        {
            errors.Add(new FieldError(null, exception.Message));
        }

        return null;
    }
}

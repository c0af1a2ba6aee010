using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>An action as lists show it.</summary>
/// <param name="Action">The action.</param>
/// <param name="CallName">Name of the call in which it was agreed.</param>
/// <param name="Agreed">When, in words.</param>
/// <param name="Owner">Name of who owes it.</param>
/// <param name="Due">By when, in words.</param>
/// <param name="IsOverdue">Whether it is owed and its time has gone by.</param>
/// <param name="Figure">What became of its figure; null when none was named.</param>
/// <param name="Moved">Whether that has moved as it should; null when it cannot be told.</param>
/// <param name="Last">What was said of it last; null when nothing was.</param>
public sealed record CallActionRow(
    CallAction Action,
    string CallName,
    string Agreed,
    string Owner,
    string Due,
    bool IsOverdue,
    string? Figure,
    bool? Moved,
    string? Last)
{
    /// <summary>Where its page is.</summary>
    public string Address => CallAddresses.ActionOf(Action.Call, Action.Number);

    /// <summary>How it stands, in a word or two.</summary>
    public string State => Action.State switch
    {
        CallActionState.Done => "Done",
        CallActionState.GivenUp => "Given up",
        _ => IsOverdue ? "Overdue" : "Owed",
    };

    /// <summary>Whether its figure has moved, in words; null when none was named.</summary>
    public string? MovedWords => Figure is null
        ? null
        : Moved switch
        {
            true => "moved as it should",
            false => "not moved as it should",
            null => "not known",
        };

    /// <summary>An action of a call.</summary>
    /// <param name="action">The action.</param>
    /// <param name="callName">Name of its call.</param>
    /// <param name="network">Names its owner.</param>
    /// <param name="picture">Holds its figure of now; null when the journal is still being read.</param>
    /// <param name="local">Local time of the system.</param>
    /// <param name="now">The time of now (UTC).</param>
    public static CallActionRow Of(
        CallAction action, string callName, NetworkMap network, Picture? picture, LocalTime local, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(local);
        var aim = action.Agreed.Figure;
        var check = action.Checks.Count > 0 ? action.Checks[^1].Told : null;
        var figure = aim is null ? null : picture?.Find(aim.Id);
        var value = figure is { Quality: not (FigureQuality.Stale or FigureQuality.Unknown) } ? figure.Value : null;
        var unit = figure?.Measure.Unit ?? string.Empty;
        return new CallActionRow(
            action,
            callName,
            local.DayAndClock(action.At),
            EscalationPlaces.Find(network, action.Agreed.Owner)?.Name ?? action.Agreed.Owner,
            local.ClockBeside(action.DueAt, now),
            action.IsOverdue(now),
            aim is null
                ? null
                : $"{aim.Name}: was {FigureText.Number(aim.Was, unit)}"
                + (check is null ? string.Empty : $", {FigureText.Number(check.Value, unit)} when due")
                + (action.State is CallActionState.Owed ? $", {FigureText.Number(value, unit)} now" : string.Empty)
                + (aim.Target is { } target
                ? string.Create(CultureInfo.InvariantCulture, $", to be {target:0.#}")
                : string.Empty),
            check is not null ? check.Moved : action.State is CallActionState.Owed ? aim?.IsMetBy(value) : null,
            action.Updates.Count > 0 ? action.Updates[^1].Told.Words : null);
    }
}

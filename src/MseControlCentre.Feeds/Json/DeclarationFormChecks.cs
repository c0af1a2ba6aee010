using System.Globalization;
using System.Text.Json;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// Checks a declaration against its form, whichever door it came through: numbers within their limits, parts no larger
/// than their whole, an expiry that follows the declaration. One without an expiry gets the usual life of its form.
/// </summary>
internal sealed class DeclarationFormChecks(NetworkMap network)
{
    // A figure that nobody confirms for a month is not known any more.
    private static readonly TimeSpan s_longestLife = TimeSpan.FromDays(31);

    /// <summary>The detail, with its expiry; other details as they are.</summary>
    /// <param name="detail">What was read.</param>
    /// <param name="json">What it was read from.</param>
    /// <param name="occurredAt">When it was declared.</param>
    public EventDetail Complete(EventDetail detail, JsonElement json, DateTimeOffset occurredAt)
    {
        if (detail is not Declaration declaration
            || DeclarationForms.OfKind(EventCatalogue.KindOf(detail).Name) is not { } form)
        {
            return detail;
        }

        foreach (var column in form.Own.Where(column => column.Type == ColumnType.Whole))
        {
            CheckNumber(column, form, json);
        }

        if (declaration is CohortClosed)
        {
            return detail;
        }

        return declaration.ExpiresAt is { } expires
            ? CheckExpiry(declaration, expires, occurredAt)
            : form.LifeIn(network) is { } life
                ? declaration with { ExpiresAt = occurredAt.AddHours(life.Value) }
                : detail;
    }

    private static void CheckNumber(DeclarationColumn column, DeclarationForm form, JsonElement json)
    {
        if (NumberOf(column, json) is not { } number)
        {
            return;
        }

        if (number < column.Least || number > column.Most)
        {
            throw new JsonRejectedException("detail." + column.Member, "a number out of range", Limits(column));
        }

        if (column.PartOf is { } whole && form.Find(whole) is { } other && NumberOf(other, json) < number)
        {
            throw new JsonRejectedException(
                "detail." + column.Member,
                "more than the whole it is part of",
                $"at most what '{other.Label}' says was expected");
        }
    }

    /// <summary>What a column of numbers takes, in words.</summary>
    public static string Limits(DeclarationColumn column) => string.Create(
        CultureInfo.InvariantCulture, $"a whole number from {column.Least} to {column.Most} was expected");

    private static Declaration CheckExpiry(Declaration declaration, DateTimeOffset expires, DateTimeOffset occurredAt)
    {
        if (expires <= occurredAt)
        {
            throw new JsonRejectedException(
                "detail.expiresAt", "a time that is not after the declaration", "a later time was expected");
        }

        return expires - occurredAt <= s_longestLife ? declaration : throw new JsonRejectedException(
            "detail.expiresAt",
            "a time more than 31 days after the declaration",
            "at most 31 days was expected; declare it anew when it is confirmed");
    }

    private static int? NumberOf(DeclarationColumn column, JsonElement json) =>
        json.TryGetProperty(column.Member, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number) ? number : null;
}

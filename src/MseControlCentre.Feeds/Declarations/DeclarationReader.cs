using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Json;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>
/// Reads a declaration that somebody wrote, in a row of a file or on the web form. It becomes an event as the JSON door
/// takes it and passes the same checks, so that one rule holds everywhere.
/// </summary>
public sealed class DeclarationReader
{
    private readonly NetworkMap _network;
    private readonly EventReader _events;
    private readonly NetworkCodes _codes;
    private readonly CellReader _cells;

    /// <summary>Creates a reader for a network.</summary>
    public DeclarationReader(NetworkMap network, EventReader events)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _events = events;
        _codes = new NetworkCodes(network);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);
        _cells = new CellReader(_codes, new DeclarationTimes(Zone));
        Feed = network.Feeds.FirstOrDefault(feed => feed.Protocol == FeedProtocol.Declared);
    }

    /// <summary>The network's zone: of times without an offset.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The feed whose events declarations are; null when the network file has none.</summary>
    public Feed? Feed { get; }

    /// <summary>Reads a declaration, and names everything that is wrong with it at once.</summary>
    public ReadDeclaration Read(WrittenDeclaration written, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (Feed is null)
        {
            return new ReadDeclaration(null, [new CellFault(
                "", "a network file without forms", "add a feed with the protocol Declared to it")]);
        }

        var faults = new List<CellFault>();
        var (item, closed) = Written(written, now, faults);
        Require(written, closed, faults);
        if (faults.Count > 0)
        {
            return new ReadDeclaration(null, faults);
        }

        var read = _events.Read(JsonSerializer.SerializeToElement(item), now);
        return read.Rejection is { } rejection
            ? new ReadDeclaration(null, [new CellFault(
                ColumnOf(written.Form, rejection.Field), rejection.Shape, rejection.Expected)])
            : new ReadDeclaration(read.Event, []);
    }

    private (JsonObject Item, bool Closed) Written(
        WrittenDeclaration written, DateTimeOffset now, List<CellFault> faults)
    {
        var form = written.Form;
        var item = new JsonObject
        {
            ["source"] = Feed!.Id,
            ["messageId"] = written.MessageId,
            ["occurredAt"] = now.ToString("O", CultureInfo.InvariantCulture),
        };
        var detail = new JsonObject();
        var closed = false;
        foreach (var column in form.Columns)
        {
            if (TextOf(written, column) is not { } text)
            {
                continue;
            }

            var (value, fault) = _cells.Read(column, text, item["site"]?.GetValue<string>(), now);
            if (fault is not null)
            {
                faults.Add(fault);
            }
            else if (column.Member is "site" or "occurredAt")
            {
                item[column.Member] = value;
            }
            else if (column.Member.Length > 0)
            {
                detail[column.Member] = value;
            }
            else
            {
                closed = !value!.GetValue<bool>();
            }
        }

        if (closed)
        {
            // A closed area holds nobody, and stays closed until it is opened.
            detail.Remove("capacity");
            detail.Remove("expiresAt");
        }

        item["site"] ??= _codes.ProviderOf(
            detail["virtualWard"]?.GetValue<string>(), detail["unit"]?.GetValue<string>());
        item["kind"] = closed ? form.KindWhenClosed : form.Kind;
        item["detail"] = detail;
        return (item, closed);
    }

    private void Require(WrittenDeclaration written, bool closed, List<CellFault> faults)
    {
        var form = written.Form;
        foreach (var column in form.Columns.Where(column => TextOf(written, column) is null))
        {
            var openNeedsIt = form.KindWhenClosed is not null && column.Member is "capacity" && !closed;
            if (column.Required || openNeedsIt)
            {
                faults.Add(new CellFault(column.Name, "nothing", $"'{column.Label}' is required"));
            }
            else if (column.Name is DeclarationForm.ExpiresAt && !closed && form.LifeIn(_network) is null)
            {
                faults.Add(new CellFault(
                    column.Name, "nothing", "a time was expected: the network file gives this form no usual life"));
            }
        }

        if (form.Own.All(column => TextOf(written, column) is null) && !form.Own.Any(column => column.Required))
        {
            faults.Add(new CellFault(
                form.Own[0].Name, "nothing", $"at least one of {string.Join(", ", form.Own.Select(one => one.Name))} "
                    + "was expected"));
        }
    }

    private static string? TextOf(WrittenDeclaration written, DeclarationColumn column) =>
        written.Cells.TryGetValue(column.Name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string ColumnOf(DeclarationForm form, string field)
    {
        var member = field.StartsWith("detail.", StringComparison.Ordinal) ? field["detail.".Length..] : field;
        return form.Columns
            .FirstOrDefault(column => string.Equals(column.Member, member, StringComparison.Ordinal))?.Name ?? "";
    }
}

using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The rows of a pack in a call's file.</summary>
internal static class CallFilePack
{
    public static IEnumerable<CallFileRow> Rows(CallPack pack, CallsContext context) =>
    [
        .. pack.Doubts.Select(one => new CallFileRow("doubt", context.NameOf(one.Scope), "not known")
        {
            Words = one.Words,
        }),
        .. pack.Places.SelectMany(place => Opel(place, context)),
        .. pack.Places.SelectMany(place => place.Standing.Select(one => Row(
            "now", place.Name, one.Name, one.Unit, one.Now, pack, context) with
        {
            Then = CallFileRow.Number(PackText.Known(one.Then)),
        })),
        .. pack.Places.SelectMany(place => place.Flow.Select(one =>
            Row("since", place.Name, one.Name, one.Unit, one.Since, pack, context))),
        .. pack.Places.SelectMany(place => place.Flow.Select(one =>
            Row("overnight", place.Name, one.Name, one.Unit, one.Night, pack, context))),
        .. pack.Places.SelectMany(place => place.Ahead.Select(one =>
            Row("ahead", place.Name, one.Name, one.Unit, one.Value, pack, context) with { Words = one.Basis })),
        .. pack.Constraints.Select((one, rank) => new CallFileRow("constraint", context.NameOf(one.Scope), one.Headline)
        {
            Value = CallFileRow.Number(one.Patients),
            Unit = "patients",
            Quality = one.Severity.ToString().ToLowerInvariant(),
            At = Time(one.Since, context),
            Words = one.Room.Length > 0 ? $"rank {rank + 1}; {one.Room}" : $"rank {rank + 1}",
        }),
        new CallFileRow("delays", "", "patients")
        {
            Value = Told(pack.Delays, pack.Delays.Patients),
            Unit = "patients",
            Then = CallFileRow.Number(pack.Delays.Then),
            Quality = pack.Delays.Quality.ToString().ToLowerInvariant(),
        },
        new CallFileRow("delays", "", "days since ready")
        {
            Value = Told(pack.Delays, pack.Delays.Days),
            Unit = "days",
        },
        new CallFileRow("delays", "", "no date told")
        {
            Value = Told(pack.Delays, pack.Delays.Undated),
            Unit = "patients",
        },
        .. pack.Delays.Owners.SelectMany(owner => Owner(owner, pack, context)),
        .. pack.Delays.Reasons.SelectMany(Reason),
        .. pack.VirtualWards.SelectMany(ward => VirtualWard(ward, pack, context)),
        .. pack.Escalations.Select(one => new CallFileRow("escalation", context.NameOf(one.Scope), one.Headline)
        {
            Value = one.Level ?? "",
            At = Time(one.RaisedAt, context),
            Who = one.Owner ?? "",
        }),
        .. pack.Owed.Select(one => new CallFileRow("action owed", context.WhoOf(one.Owner), one.Words)
        {
            Value = CallsWords.Of(one.State),
            Unit = one.Figure ?? "",
            Then = CallFileRow.Number(one.Was),
            Quality = one.Figure is null ? "" : CallsWords.OfMoved(one.Moved),
            At = Time(one.DueAt, context),
            Who = $"{one.CallName} {context.Local.Written(one.CallAt)}",
            Words = string.Join("; ", new[]
            {
                one.Value is null ? null : "figure " + CallFileRow.Number(one.Value), one.LastWords,
            }.OfType<string>()),
        }),
    ];

    /// <summary>A local time as a spreadsheet reads it; empty for none.</summary>
    public static string Time(DateTimeOffset? at, CallsContext context) =>
        at is { } known ? context.Local.Written(known) : "";

    // While no feed tells of discharges, nobody counted none.
    private static string Told(PackDelays all, int count) =>
        all.Quality is FigureQuality.Unknown ? "" : CallFileRow.Number(count);

    private static IEnumerable<CallFileRow> Opel(PackPlace place, CallsContext context)
    {
        yield return new CallFileRow("opel", place.Name, "calculated")
        {
            Value = CallFileRow.Number(place.Opel.Calculated),
            Unit = "level",
            Then = CallFileRow.Number(place.Opel.CalculatedThen),
            Words = string.Join("; ", new[]
            {
                place.Opel.Least is { } least ? $"provisional, at least {CallFileRow.Number(least)}" : null,
                place.Opel.Points is { } points ? CallFileRow.Number(points) + " points" : null,
            }.OfType<string>()),
        };
        yield return new CallFileRow("opel", place.Name, "declared")
        {
            Value = CallFileRow.Number(place.Opel.Declared),
            Unit = "level",
            At = Time(place.Opel.DeclaredAt, context),
            Who = place.Opel.DeclaredBy ?? "",
            Words = place.Opel.Reason ?? "",
        };
    }

    private static CallFileRow Row(
        string section, string place, string what, string unit, PackValue value, CallPack pack, CallsContext context) =>
        new(section, place, what)
        {
            Value = CallFileRow.Number(PackText.Known(value)),
            Unit = unit,
            Quality = value.Quality.ToString().ToLowerInvariant(),
            At = Time(pack.At, context),
            Words = value.CountedSince is { } from ? "counted since " + Time(from, context) : "",
        };

    private static IEnumerable<CallFileRow> Owner(PackDelayOwner owner, CallPack pack, CallsContext context)
    {
        yield return Of("patients", owner.Patients, "patients") with
        {
            Then = CallFileRow.Number(owner.Then),
            Quality = pack.Delays.Quality.ToString().ToLowerInvariant(),
            Words = owner.TopReason is { } reason ? $"{reason}: {owner.TopReasonPatients}" : "",
        };
        yield return Of("days since ready", owner.Days, "days");
        yield return Of("longest", owner.LongestDays, "days");
        yield return Of("ready for seven days or more", owner.OverSeven, "patients");
        foreach (var row in Pathways(owner.ByPathway))
        {
            yield return Of(row.What, row.Count, "patients");
        }

        foreach (var (site, count) in owner.BySite.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            yield return Of("at " + context.NameOf(site), count, "patients");
        }

        CallFileRow Of(string what, int? value, string unit) =>
            new("delays by owner", owner.Name, what) { Value = CallFileRow.Number(value), Unit = unit };
    }

    private static IEnumerable<CallFileRow> Reason(PackDelayReason reason)
    {
        var name = reason.Reason ?? "Reason not told";
        yield return Of("patients", reason.Patients, "patients");
        yield return Of("days since ready", reason.Days, "days");
        foreach (var row in Pathways(reason.ByPathway))
        {
            yield return Of(row.What, row.Count, "patients");
        }

        CallFileRow Of(string what, int value, string unit) =>
            new("delays by reason", name, what) { Value = CallFileRow.Number(value), Unit = unit };
    }

    private static IEnumerable<CallFileRow> VirtualWard(PackVirtualWard ward, CallPack pack, CallsContext context)
    {
        (string What, PackValue Value)[] values =
        [
            ("capacity", ward.Capacity), ("patients", ward.Patients), ("free", ward.Free), ("waiting", ward.Waiting),
        ];
        return values.Select(one => Row("virtual ward", ward.Name, one.What, "places", one.Value, pack, context));
    }

    private static IEnumerable<(string What, int Count)> Pathways(IReadOnlyList<int> counts) =>
        PackDelaysView.Pathways.Zip(PackDelaysView.InPathways(counts), (pathway, count) => (pathway.Meaning, count));
}

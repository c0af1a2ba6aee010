using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A pack as it is read.</summary>
/// <param name="Since">From when on it looks back, in words.</param>
/// <param name="Doubts">What it does not know, and why.</param>
/// <param name="Table">The system and each site beside each other.</param>
/// <param name="Lost">Handover hours lost at each place.</param>
/// <param name="Constraints">What holds flow up, worst first.</param>
/// <param name="Delays">Patients with no criteria to reside.</param>
/// <param name="VirtualWards">Room on each virtual ward.</param>
/// <param name="Escalations">What is escalated.</param>
/// <param name="Owed">Actions of earlier calls, overdue first.</param>
public sealed record PackView(
    string Since,
    IReadOnlyList<DoubtLine> Doubts,
    PackTable Table,
    IReadOnlyList<LostLine> Lost,
    IReadOnlyList<PackConstraintLine> Constraints,
    PackDelaysView Delays,
    IReadOnlyList<VirtualWardLine> VirtualWards,
    IReadOnlyList<PackEscalationLine> Escalations,
    IReadOnlyList<OwedActionLine> Owed)
{
    /// <summary>Makes the view of a pack; null when there is none.</summary>
    public static PackView? Of(ShownPack shown, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(context);
        if (shown.Pack is not { } pack)
        {
            return null;
        }

        var cells = new PackCells(pack, context, shown.IsKept);
        return new PackView(
            context.Say(pack.Since, pack.At),
            [.. pack.Doubts.Select(doubt => new DoubtLine(context.NameOf(doubt.Scope), doubt.Words))],
            PackTable.Of(pack, context, shown.IsKept),
            [
                .. pack.Places.Select(place => (place, Flow: place.Flow.FirstOrDefault(IsLost)))
                    .Where(one => one.Flow is not null)
                    .Select(one => new LostLine(
                        one.place.Name,
                        cells.Cell(one.Flow!.Figure, one.Flow.Since, one.Flow.Unit),
                        PackText.Of(one.Flow.Night, one.Flow.Unit))),
            ],
            [.. pack.Constraints.Select(one => PackConstraintLine.Of(one, pack, cells, context))],
            PackDelaysView.Of(pack, context),
            [.. pack.VirtualWards.Select(ward => VirtualWardLine.Of(ward, cells))],
            [.. pack.Escalations.Select(one => PackEscalationLine.Of(one, pack, context))],
            OwedActionLine.InOrder(pack.Owed.Select(owed => OwedActionLine.Of(owed, pack, context))));
    }

    private static bool IsLost(PackFlow flow) =>
        flow.Figure.EndsWith(":" + HandoverMeasures.HandoverLostToday.Id, StringComparison.Ordinal);
}

/// <summary>Something that a pack does not know.</summary>
/// <param name="Place">Where.</param>
/// <param name="Words">What, and why.</param>
public sealed record DoubtLine(string Place, string Words);

/// <summary>Handover hours lost at one place.</summary>
/// <param name="Place">Its name.</param>
/// <param name="Since">How many since the pack begins to look back.</param>
/// <param name="Night">How many of them overnight.</param>
public sealed record LostLine(string Place, PackCell Since, string Night);

/// <summary>Something that holds flow up.</summary>
/// <param name="Place">Where.</param>
/// <param name="Headline">What.</param>
/// <param name="Level">How loud.</param>
/// <param name="Since">Since when; null when not known.</param>
/// <param name="Patients">How many are affected; null when not known.</param>
/// <param name="Room">Who has room; null when nobody is known to.</param>
/// <param name="Link">What is behind it.</param>
public sealed record PackConstraintLine(
    string Place, string Headline, Level Level, string? Since, string? Patients, string? Room, string Link)
{
    /// <summary>Makes it.</summary>
    internal static PackConstraintLine Of(
        PackConstraint one, CallPack pack, PackCells cells, CallsContext context) => new(
            context.NameOf(one.Scope),
            one.Headline,
            ConstraintCard.LevelOf(one.Severity),
            one.Since is { } since ? context.Say(since, pack.At) : null,
            one.Patients is { } patients ? PackText.Number(patients, "patients") : null,
            one.Room.Length > 0 ? one.Room : null,
            cells.LinkOf(one.Figure));
}

/// <summary>Room on one virtual ward.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Capacity">Places.</param>
/// <param name="Patients">Patients on it.</param>
/// <param name="Free">Places that are free.</param>
/// <param name="Waiting">Referrals that wait for one.</param>
/// <param name="Note">What must be known of these; null when nothing must.</param>
public sealed record VirtualWardLine(
    string Name, string Capacity, string Patients, string Free, string Waiting, string? Note)
{
    private const string Unit = "places";

    /// <summary>Makes it.</summary>
    internal static VirtualWardLine Of(PackVirtualWard ward, PackCells cells)
    {
        PackValue[] values = [ward.Free, ward.Patients, ward.Waiting];
        var worst = values.MaxBy(
            value => value.Quality is FigureQuality.Declared ? FigureQuality.Live : value.Quality)!;
        return new VirtualWardLine(
            ward.Name,
            PackText.Of(ward.Capacity, Unit),
            PackText.Of(ward.Patients, Unit),
            PackText.Of(ward.Free, Unit),
            PackText.Of(ward.Waiting, Unit),
            cells.Cell(ward.Code, worst, Unit).Note);
    }
}

/// <summary>Something that is escalated.</summary>
/// <param name="Place">Where.</param>
/// <param name="Headline">What was so when it was raised.</param>
/// <param name="LevelName">Who has to answer.</param>
/// <param name="Raised">When it was raised.</param>
/// <param name="Owner">Who owns it; null while nobody does.</param>
/// <param name="Link">Its page.</param>
public sealed record PackEscalationLine(
    string Place, string Headline, string LevelName, string Raised, string? Owner, string Link)
{
    /// <summary>Makes it.</summary>
    public static PackEscalationLine Of(PackEscalation one, CallPack pack, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(context);
        var place = context.NameOf(one.Scope);
        return new PackEscalationLine(
            place,
            Escalations.EscalationWords.Without(place, one.Headline),
            one.Level ?? "No level agreed",
            context.Say(one.RaisedAt, pack.At),
            one.Owner,
            Escalations.EscalationsRoutes.Of(one.Id));
    }
}

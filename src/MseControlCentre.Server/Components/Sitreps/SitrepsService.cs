using System.Globalization;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Sitreps;

/// <summary>
/// What the pages of declared figures know. Nothing on them is about a patient.
/// </summary>
public sealed class SitrepsService(LiveState state, NetworkMap network, IAccess access, TimeProvider clock)
{
    private static readonly ColumnType[] s_subjects =
    [
        ColumnType.Site, ColumnType.Ward, ColumnType.Organisation, ColumnType.VirtualWard, ColumnType.CommunityUnit,
    ];

    private readonly NetworkCodes _codes = new(network);
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>The codes that a column takes from the reader: those for which they may declare.</summary>
    public IReadOnlyList<NamedCode> CodesOf(ColumnType type) =>
        [.. _codes.Of(type, null).Where(one => MayDeclareFor(type, one.Code))];

    /// <summary>The wards of each site for which the reader may declare.</summary>
    public IReadOnlyList<(NamedCode Site, IReadOnlyList<NamedCode> Wards)> Wards() =>
        [.. _codes.Wards().Where(site => MayDeclareFor(ColumnType.Site, site.Site.Code))];

    /// <summary>Whether the reader may fill in a form for anything.</summary>
    public bool MayFill(DeclarationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Own.FirstOrDefault(column => s_subjects.Contains(column.Type)) is not { } subject
            ? access.Actor.May(Operation.Declare, SubjectOf.Code(_codes.ProviderOf(null, null), network))
            : subject.Type is ColumnType.Ward ? Wards().Count > 0 : CodesOf(subject.Type).Count > 0;
    }

    /// <summary>The page as of now.</summary>
    public SitrepsView Current()
    {
        access.Require(Operation.SeeFigures, Subject.System);
        var now = clock.GetUtcNow();
        return new SitrepsView(
            [.. state.DeclaredFigures().Select(one => RowOf(one, now)).OfType<DeclaredRow>()],
            [.. DeclarationForms.All.Select(form => new FormRow(form, LifeOf(form), MayFill(form)))],
            _local.Written(now)[..10],
            access.Actor.May(Operation.ExportReturns, Subject.System));
    }

    /// <summary>A declaration in force by its message, to correct it; null when it is no longer in force.</summary>
    /// <exception cref="NotAllowedException">They may not correct what is declared there.</exception>
    public DeclaredFigures? ToCorrect(string? source, string? message)
    {
        if (Find(source, message) is not { } found)
        {
            return null;
        }

        access.Require(Operation.CorrectDeclaration, SubjectOf.Declaration(found.Event, network));
        return found;
    }

    private bool MayDeclareFor(ColumnType type, string code)
    {
        var who = type switch
        {
            ColumnType.VirtualWard => _codes.ProviderOf(code, null),
            ColumnType.CommunityUnit => _codes.ProviderOf(null, code),
            _ => code,
        };
        return access.Actor.May(Operation.Declare, SubjectOf.Code(who, network));
    }

    private bool MayCorrect(FlowEvent declared) =>
        access.Actor.May(Operation.CorrectDeclaration, SubjectOf.Declaration(declared, network));

    private DeclaredFigures? Find(string? source, string? message) => state.DeclaredFigures().FirstOrDefault(one =>
        string.Equals(one.Event.Source, source, StringComparison.Ordinal)
        && string.Equals(one.Event.MessageId, message, StringComparison.Ordinal));

    /// <summary>The values of a declaration, by column.</summary>
    public IReadOnlyList<DeclaredValue> ValuesOf(DeclaredFigures declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return DeclaredValues.Of(
            DeclarationForms.OfKind(declared.Event.Kind)!,
            declared.Event.Kind,
            DeclaredValues.Json(declared.Event.Detail),
            _local);
    }

    /// <summary>The corrections of a declaration, newest first.</summary>
    public IReadOnlyList<MadeCorrection> CorrectionsOf(DeclaredFigures declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return [.. declared.Corrections.Reverse().Select(CorrectionOf)];
    }

    /// <summary>How long the figures of a form are believed when their maker does not say.</summary>
    public string LifeOf(DeclarationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.LifeIn(network) is { } life
            ? string.Create(CultureInfo.InvariantCulture, $"{life.Value:0.#} hours ({life.Basis})")
            : "no usual life is agreed: each declaration says when it expires";
    }

    /// <summary>Where a declaration is about, in words.</summary>
    public string WhereOf(DeclaredFigures declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        var subject = declared.Declaration.Subject;
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        var place = _codes.NameOf(declared.Event.Site);
        return slash < 0 ? place : $"{place}: {subject[(slash + 1)..]}";
    }

    /// <summary>Where a declaration is corrected.</summary>
    public static string CorrectPathOf(FlowEvent declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return "/sitreps/correct?source=" + Uri.EscapeDataString(declared.Source)
            + "&message=" + Uri.EscapeDataString(declared.MessageId);
    }

    /// <summary>When a declaration was true, in words.</summary>
    public string AtOf(DeclaredFigures declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return _local.DayAndClock(declared.Event.OccurredAt);
    }

    private DeclaredRow? RowOf(DeclaredFigures declared, DateTimeOffset now)
    {
        if (DeclarationForms.OfKind(declared.Event.Kind) is not { } form)
        {
            return null;
        }

        var values = ValuesOf(declared)
            .Where(value => value.Text.Length > 0 && form.Own.Contains(value.Column)
                && value.Column.Type is not (ColumnType.Ward or ColumnType.VirtualWard or ColumnType.CommunityUnit))
            .Select(value => $"{value.Column.Label} {value.Text}");
        return new DeclaredRow(
            form.Title,
            WhereOf(declared),
            string.Join(", ", values),
            declared.Declaration.DeclaredBy ?? "\u2013",
            declared.Event.Source,
            AtOf(declared),
            ExpiryOf(declared, now),
            declared.HasExpiredAt(now),
            declared.Corrections.Count,
            MayCorrect(declared.Event) ? CorrectPathOf(declared.Event) : null);
    }

    private string ExpiryOf(DeclaredFigures declared, DateTimeOffset now)
    {
        if (declared.Declaration.ExpiresAt is not { } at)
        {
            return "\u2013";
        }

        return at < now
            ? "since " + _local.DayAndClock(at)
            : "in " + LocalTime.Wait((int)Math.Ceiling((at - now).TotalMinutes));
    }

    private MadeCorrection CorrectionOf(FlowEvent correction)
    {
        var made = (CorrectionMade)correction.Detail;
        var form = DeclarationForms.OfKind(made.CorrectedKind)!;
        var before = DeclaredValues.Of(form, made.CorrectedKind, made.Before, _local);
        var after = DeclaredValues.Of(form, made.CorrectedKind, made.After, _local);
        return new MadeCorrection(
            _local.DayAndClock(correction.OccurredAt),
            made.CorrectedBy,
            made.Reason,
            [
                .. before.Zip(after)
                    .Where(pair => !string.Equals(pair.First.Text, pair.Second.Text, StringComparison.Ordinal))
                    .Select(pair =>
                        $"{pair.First.Column.Label}: {Shown(pair.First.Text)} \u2192 {Shown(pair.Second.Text)}"),
            ]);
    }

    private static string Shown(string text) => text.Length > 0 ? text : "\u2013";
}

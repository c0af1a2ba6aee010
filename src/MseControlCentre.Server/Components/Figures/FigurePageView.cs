using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>A figure with all that is behind it.</summary>
/// <param name="Now">The figure of now.</param>
/// <param name="TakenAt">The instant of now.</param>
/// <param name="Behind">What it rests on, now or at the instant asked about.</param>
/// <param name="At">The past instant asked about; null for now.</param>
/// <param name="Names">What people call things.</param>
/// <param name="Feeds">The feeds of the picture.</param>
/// <param name="Local">Local time of the system.</param>
public sealed record FigurePageView(
    Figure Now,
    DateTimeOffset TakenAt,
    FigureEvidence Behind,
    DateTimeOffset? At,
    FigureNames Names,
    IReadOnlyList<FeedPicture> Feeds,
    LocalTime Local)
{
    /// <summary>Whether the reader may see the patients that it counts.</summary>
    public bool MaySeePatients { get; init; }

    /// <summary>The figure that is shown large.</summary>
    public Figure Shown => Behind.Figure;

    /// <summary>What it measures.</summary>
    public Measure Measure => Shown.Measure;

    /// <summary>Where it is of.</summary>
    public string Where => Names.Scope(Shown.Scope);

    /// <summary>The instant shown, as local time.</summary>
    public string AtText => Local.DayAndClock(Behind.At);

    /// <summary>Why it cannot be taken as live; null when it can.</summary>
    public TrustNote? Note => Shown.Value is null ? null : TrustNote.On([Shown], Feeds, Local);

    /// <summary>Since when a figure of the day is counted, if not from midnight.</summary>
    public string? CountedSince => Shown.CountedSince is { } since ? Local.Clock(since) : null;

    /// <summary>Which way is better, in words.</summary>
    public string Better => Measure.Better switch
    {
        Domain.Pictures.Better.Lower => "Lower is better",
        Domain.Pictures.Better.Higher => "Higher is better",
        _ => "Neither way: it says how much there is",
    };

    /// <summary>The feeds behind it, and those it lacks.</summary>
    public IReadOnlyList<FeedPicture> FeedsBehind
    {
        get
        {
            var ids = Shown.Source.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Concat(Behind.Lacks.Where(lack => lack.Kind is LackKind.FeedNeverHeard).Select(lack => lack.What))
                .Concat(Behind.Evidence.SelectMany(evidence => evidence.Events).Select(told => told.Source))
                .ToHashSet(StringComparer.Ordinal);
            return [.. Feeds.Where(feed => ids.Contains(feed.Id))];
        }
    }

    /// <summary>What the evidence is, for its heading: patients and stays, declarations, other figures.</summary>
    public string EvidenceTitle => Behind.Evidence.Select(evidence => evidence.Kind).FirstOrDefault() switch
    {
        _ when Behind.Total == 0 => "What is behind it",
        EvidenceKind.Figure => "The figures it is worked out from",
        EvidenceKind.Declaration or EvidenceKind.NetworkFile => "What was declared",
        EvidenceKind.HourlyCounts => "The earlier weeks it is taken from",
        EvidenceKind.Conveyance => "The ambulances behind it",
        EvidenceKind.EmergencyCall => "The 999 calls behind it",
        EvidenceKind.VirtualWardStay => "The virtual-ward stays behind it",
        _ => "The patients behind it",
    };

    /// <summary>How many things are counted, in words.</summary>
    public string CountedText => (Behind.Counted, Behind.Total) switch
    {
        (_, 0) => "nothing",
        var (counted, total) when counted == total => $"{counted:N0}",
        var (counted, total) => $"{counted:N0} of {total:N0}",
    };

    /// <summary>Whether a standard is met, in a word.</summary>
    public static string WordOf(bool? met) => met switch
    {
        true => "met",
        false => "not met",
        null => "not known",
    };

    /// <summary>A level of a standard in words, such as <c>at least 95%</c>.</summary>
    public static string LevelOf(Standard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        var side = standard.Direction is StandardDirection.AtLeast ? "at least " : "at most ";
        return side + FigureText.WithUnit(standard.Level.Value, standard.Level.Unit);
    }

    /// <summary>Why a standard is what it is, and who set it.</summary>
    public static string BasisOf(Standard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        var level = standard.Level;
        var who = level.SetBy is { } by ? $"; set by {by}" : string.Empty;
        return level.Basis + who + (level.SetOn is { } on
            ? ", " + on.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))
            : string.Empty);
    }

    /// <summary>What a figure lacks, in words.</summary>
    public string InWords(Lack lack)
    {
        ArgumentNullException.ThrowIfNull(lack);
        return lack.Kind switch
        {
            LackKind.FeedNeverHeard => $"The feed {Names.Feed(lack.What)} ({lack.What}) has never been heard.",
            LackKind.NoFeed => $"No feed of the network file tells about {lack.What}.",
            LackKind.NothingDeclared => $"Nobody has declared it here ({lack.What}).",
            LackKind.FigureUnknown => $"It rests on a figure that is not known: {Names.Figure(lack.What)}.",
            LackKind.SettingLeftOut => $"The network file leaves out {lack.What}; the program has no number of its "
                + $"own.",
            LackKind.NeverTold => "Its feeds are heard, but have never told of this kind of happening: that is not "
                + "none.",
            _ => "Its feeds are heard, and there is nothing to measure: a mean, longest wait or share of none is not "
                + "zero.",
        };
    }
}

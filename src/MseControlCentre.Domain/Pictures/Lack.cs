namespace MseControlCentre.Domain.Pictures;

/// <summary>Why a figure is not known.</summary>
public enum LackKind
{
    /// <summary>A feed that should tell of it has never been heard.</summary>
    FeedNeverHeard,

    /// <summary>No feed of the network file tells of it here.</summary>
    NoFeed,

    /// <summary>Nobody has declared it here.</summary>
    NothingDeclared,

    /// <summary>It rests on another figure that is not known.</summary>
    FigureUnknown,

    /// <summary>The network file leaves out what it is held against or worked out with.</summary>
    SettingLeftOut,

    /// <summary>Its feeds are heard, and there is nothing to measure: a mean or share of none.</summary>
    NothingToMeasure,
}

/// <summary>Something that a figure would need to be known.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">
/// Which: identity of the feed, subject, kind of declaration, identity of the figure, or name of the setting; empty for
/// <see cref="LackKind.NothingToMeasure"/>.
/// </param>
public sealed record Lack(LackKind Kind, string What);

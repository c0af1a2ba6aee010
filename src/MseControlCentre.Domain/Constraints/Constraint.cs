namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// Something that holds patients up now, at one place: what, how many, since when, and who has room. Made only from
/// figures that are known and current.
/// </summary>
/// <param name="Kind">What holds them up.</param>
/// <param name="Scope">Code of the site or virtual ward, or the network's code for the whole system.</param>
/// <param name="Place">Its name as people say it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Patients">How many are affected now; null when that is not known.</param>
/// <param name="PatientMinutes">
/// Patient-minutes in the last hour: at each of the last twelve five-minute steps at which it was so, the patients
/// affected then, times five. Steps at which it is not known are left out, and the result is then at least that
/// (<see cref="MinutesAtLeast"/>). Null when no step is known.
/// </param>
/// <param name="Since">
/// Since when it has been so without a break: exactly, from the oldest clock behind it, or to within five minutes from
/// what the board showed; null when neither tells.
/// </param>
/// <param name="SinceAtLeast">
/// Whether it may have been so for longer: what the board showed does not reach back to a step at which it was not so.
/// </param>
/// <param name="ChangeInLastHour">
/// Patients affected now less those an hour ago, above zero is worse; null when either is not known.
/// </param>
/// <param name="FigureId">The figure that leads to the evidence.</param>
/// <param name="LongestSince">When the oldest wait behind it began; null when that is not known to the second.</param>
/// <param name="Behind">What stands behind it, in a few words each; at most <see cref="MostFacts"/>.</param>
/// <param name="Rooms">Who has room, best first; at most <see cref="MostRooms"/>.</param>
public sealed record Constraint(
    ConstraintKind Kind,
    string Scope,
    string Place,
    Severity Severity,
    double? Patients,
    double? PatientMinutes,
    DateTimeOffset? Since,
    bool SinceAtLeast,
    double? ChangeInLastHour,
    string FigureId,
    DateTimeOffset? LongestSince,
    IReadOnlyList<string> Behind,
    IReadOnlyList<Room> Rooms)
{
    /// <summary>Facts that fit a card.</summary>
    public const int MostFacts = 3;

    /// <summary>Rooms worth a telephone call.</summary>
    public const int MostRooms = 3;

    /// <summary>What is wrong without saying where, such as <c>7 ambulances over 15 min</c>.</summary>
    public required string What { get; init; }

    /// <summary>
    /// What is wrong and where, such as <c>Basildon: 7 ambulances over 15 min</c>; of the whole system without the
    /// place.
    /// </summary>
    public required string Headline { get; init; }

    /// <summary>Whether <see cref="PatientMinutes"/> leaves out steps that are not known.</summary>
    public bool MinutesAtLeast { get; init; }
}

/// <summary>A place that can take patients, unblock them, or release the crews that wait with them.</summary>
/// <param name="Scope">Code of the site, virtual ward, partner or network.</param>
/// <param name="Words">What it has, such as <c>Southend has 4 majors spaces free</c>.</param>
/// <param name="FigureId">The figure that says so.</param>
public sealed record Room(string Scope, string Words, string FigureId)
{
    /// <summary>Asked of who has a place free.</summary>
    public const string TakePatients = "Take patients";

    /// <summary>Asked of who keeps patients in hospital that could leave it.</summary>
    public const string UnblockDischarges = "Unblock discharges";

    /// <summary>Asked of who holds ambulance crews.</summary>
    public const string ReleaseCrews = "Release crews";

    /// <summary>What can be asked of it, in words.</summary>
    public string Ask { get; init; } = TakePatients;
}

namespace MseControlCentre.Domain.Events;

/// <summary>A community unit's beds or slots were declared.</summary>
/// <param name="Unit">Code of the unit in the network file.</param>
/// <param name="Capacity">Beds or slots open.</param>
/// <param name="Occupied">Beds or slots in use.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record CommunityCapacityDeclared(
    string Unit, int Capacity, int Occupied, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "community/" + Unit;
}

/// <summary>
/// Staff on duty against staff needed were declared for one staff group at the event's site or provider.
/// </summary>
/// <param name="StaffGroup">Staff group, such as <c>registered nurses</c>.</param>
/// <param name="Required">Whole shifts needed.</param>
/// <param name="Filled">Whole shifts filled.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record StaffingDeclared(
    string StaffGroup, int Required, int Filled, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "staffing/" + StaffGroup;
}

/// <summary>An alternative to the emergency department said whether it takes patients.</summary>
/// <param name="Service">Code of the service.</param>
/// <param name="Open">Whether it takes patients.</param>
/// <param name="Capacity">Patients it could take now, when told.</param>
/// <param name="WaitMinutes">Wait in minutes, when told.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record AlternativeServiceDeclared(
    string Service,
    bool Open,
    int? Capacity = null,
    int? WaitMinutes = null,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "alternative/" + Service;
}

/// <summary>NHS 111 demand since midnight was declared.</summary>
/// <param name="CallsOffered">Calls offered.</param>
/// <param name="AnsweredWithin60Seconds">Calls answered within 60 seconds.</param>
/// <param name="Abandoned">Calls abandoned after 30 seconds or more.</param>
/// <param name="EdDispositions">Calls that ended in advice to attend an emergency department.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record Nhs111DemandDeclared(
    int CallsOffered,
    int AnsweredWithin60Seconds,
    int Abandoned,
    int EdDispositions,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "nhs-111";
}

/// <summary>Slots of a home-based intermediate care service (pathway 1) were declared for the day.</summary>
/// <param name="Unit">Code of the unit in the network file.</param>
/// <param name="Offered">Slots offered for the day.</param>
/// <param name="Booked">Of these, booked for a patient.</param>
/// <param name="Used">Of these, used: the patient went.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record IntermediateCareSlotsDeclared(
    string Unit, int Offered, int Booked, int Used, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "slots/" + Unit;
}

/// <summary>Urgent community response referrals since midnight were declared by the event's provider.</summary>
/// <param name="Referrals">Referrals whose two hours have passed or that were seen.</param>
/// <param name="SeenWithinTwoHours">Of these, seen within two hours.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record UrgentCommunityResponseDeclared(
    int Referrals, int SeenWithinTwoHours, DateTimeOffset? ExpiresAt = null, string? DeclaredBy = null)
    : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "urgent-community-response";
}

/// <summary>Out-of-hours primary care since midnight was declared by the event's provider.</summary>
/// <param name="Contacts">Contacts since midnight.</param>
/// <param name="Waiting">Patients waiting for a call back or visit now.</param>
/// <param name="LongestWaitMinutes">Longest of these waits in minutes, when told.</param>
/// <param name="ExpiresAt">When the statement stops being believed.</param>
/// <param name="DeclaredBy">Who declared it.</param>
public sealed record OutOfHoursDemandDeclared(
    int Contacts,
    int Waiting,
    int? LongestWaitMinutes = null,
    DateTimeOffset? ExpiresAt = null,
    string? DeclaredBy = null) : Declaration(ExpiresAt, DeclaredBy)
{
    /// <inheritdoc />
    public override string Subject => "out-of-hours";
}

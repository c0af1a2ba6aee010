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

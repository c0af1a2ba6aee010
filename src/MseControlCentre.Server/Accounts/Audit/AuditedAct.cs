using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>An act that the journal holds.</summary>
/// <param name="Sequence">Its place in the journal.</param>
/// <param name="BoardTime">What the board's clock said (UTC); a simulated day has another time than the server.</param>
/// <param name="Act">Who did what, from where.</param>
public sealed record AuditedAct(long Sequence, DateTimeOffset BoardTime, AccessRecorded Act);

/// <summary>Somebody who did something that is recorded.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Their newest name.</param>
public sealed record AuditedPerson(string Id, string Name);

using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Keeps what commands do at the server itself, beside it or without it: a file for each act, which the server takes
/// into the journal within seconds or at its next start.
/// </summary>
/// <param name="data">Where the files are.</param>
public sealed class CommandAuditTrail(DataDirectory data) : IAuditTrail
{
    /// <summary>Who works at the server's console, by the name that its operating system has for them.</summary>
    public static Actor Console { get; } = new(
        "console:" + Environment.UserName,
        Environment.UserName + " at the server",
        new HashSet<Role>(),
        new HashSet<string>(StringComparer.Ordinal));

    /// <inheritdoc />
    public async Task RecordAsync(
        AuditAct act, Subject subject, string what, Actor? by = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var actor = by ?? Console;
        var recorded = new AccessRecorded(
            TimeProvider.System.GetUtcNow(),
            act.ToString(),
            act is not (AuditAct.Refused or AuditAct.SignInRefused),
            actor.Id,
            actor.Name,
            Site: subject.Site,
            Organisation: subject.Organisation,
            Feed: subject.Source,
            Words: AuditText.Of(what, AuditScribe.LongestWords));
        var file = Path.Combine(Directory.CreateDirectory(data.AuditInbox).FullName, $"{Guid.CreateVersion7():N}");
        await File.WriteAllBytesAsync(file, EventCatalogue.Encode(recorded), cancellationToken);
        // Whole or not there: the server may look at any moment.
        File.Move(file, file + AuditInbox.Suffix);
    }
}

using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Csv;

/// <summary>What became of a file.</summary>
/// <param name="Form">Identity of the form.</param>
/// <param name="Rows">Rows that said something.</param>
/// <param name="Accepted">Declarations that are durable and new.</param>
/// <param name="AlreadyKnown">Declarations of this very file that had been accepted before.</param>
/// <param name="Encoding">How its bytes were read.</param>
public sealed record SitrepReply(string Form, int Rows, int Accepted, int AlreadyKnown, string Encoding);

/// <summary>The door for files of declared figures: a file is durable as a whole, or nothing of it is.</summary>
public sealed partial class SitrepIntake(
    SitrepReader reader,
    DeclarationReader declarations,
    DeclarationIntake intake,
    TimeProvider time,
    ILogger<SitrepIntake> logger)
{
    /// <summary>Takes a file.</summary>
    /// <param name="form">The form it is written on.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="sender">For whom its sender may speak; null for this program itself.</param>
    /// <param name="check">
    /// Called with each declaration before any is taken: throws when whoever sends the file may not make it.
    /// </param>
    /// <returns>The file as read and, when nothing is wrong with it, what became of it.</returns>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing of it was.</exception>
    public async Task<(ReadSitrep Read, SitrepReply? Reply)> ReceiveAsync(
        DeclarationForm form, ReadOnlyMemory<byte> file, FeedSender? sender = null, Action<FlowEvent>? check = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var read = reader.Read(form, file.Span, time.GetUtcNow());
        if (read.FaultCount > 0)
        {
            intake.Refused(declarations.Feed?.Id, $"file {form.Id}");
            LogRefused(form.Id, read.FaultCount);
            return (read, null);
        }

        var refusal = sender is null
            ? null
            : read.Events.Select(one => sender.Refusal(one.Source, one.Site)).FirstOrDefault(one => one is not null);
        if (refusal is not null)
        {
            intake.TurnedAway(declarations.Feed?.Id, refusal.Field);
            return (read with { Refusal = refusal }, null);
        }

        foreach (var declared in read.Events)
        {
            check?.Invoke(declared);
        }

        var (accepted, known) = await intake.TakeAsync(read.Events);
        LogTaken(form.Id, accepted, known);
        return (read, new SitrepReply(form.Id, read.Events.Count, accepted, known, read.Encoding));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A file {Form} with {Faults} faults was refused.")]
    private partial void LogRefused(string form, int faults);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "A file {Form} was taken: {Accepted} new, {Known} known already.")]
    private partial void LogTaken(string form, int accepted, int known);
}

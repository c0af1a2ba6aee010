namespace MseControlCentre.Journal;

/// <summary>Errors that more than one kind of journal reports.</summary>
internal static class JournalErrors
{
    public static JournalUnavailableException Closed() =>
        new("The journal is closed. Nothing was written; send again once the server runs.");
}

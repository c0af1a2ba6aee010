namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>What somebody asked for cannot be recorded now, so that it is not shown.</summary>
/// <param name="reason">Why the journal did not take it.</param>
public sealed class AuditUnavailableException(Exception reason)
    : Exception("It could not be recorded who asks, so that nothing is shown. " + reason?.Message, reason);

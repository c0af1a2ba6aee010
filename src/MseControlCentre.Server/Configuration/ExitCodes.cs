namespace MseControlCentre.Server.Configuration;

/// <summary>What the process ends with, so that a service manager can tell a mistake from an accident.</summary>
public static class ExitCodes
{
    /// <summary>Ended because it was asked to.</summary>
    public const int Ok = 0;

    /// <summary>The node stopped on a fault; a restart reads everything again from the journal.</summary>
    public const int Fault = 1;

    /// <summary>The configuration is wrong; a restart will not help.</summary>
    public const int BadConfiguration = 2;

    /// <summary>A port is in use.</summary>
    public const int AddressInUse = 3;

    /// <summary>The data directory or the journal cannot be used.</summary>
    public const int DataUnusable = 4;
}

using System.Globalization;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Where the pages of calls are.</summary>
public static class CallAddresses
{
    /// <summary>Today's call and what is owed.</summary>
    public const string Path = "/call";

    /// <summary>The form that calls a tactical call or a discharge event.</summary>
    public const string New = Path + "/new";

    /// <summary>Every call that was held.</summary>
    public const string Past = Path + "/past";

    /// <summary>What is owed from every call.</summary>
    public const string Actions = Path + "/actions";

    /// <summary>Pack and record of a call.</summary>
    public static string Of(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    /// <summary>The same as a CSV file.</summary>
    public static string FileOf(string id) => Of(id) + "/file.csv";

    /// <summary>The statement of a place.</summary>
    public static string StatementOf(string id, string place) =>
        $"{Of(id)}/statements/{Uri.EscapeDataString(place)}";

    /// <summary>The screen on which the call is held; of a place, or of the whole system for null.</summary>
    public static string PresentOf(string id, string? place = null) =>
        place is null ? Of(id) + "/present" : $"{Of(id)}/present/{Uri.EscapeDataString(place)}";

    /// <summary>One action of a call.</summary>
    public static string ActionOf(string id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(id)}/actions/{number}");
}

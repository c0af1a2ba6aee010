using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>How the forms of calls answer who sent them.</summary>
internal static class CallAnswers
{
    /// <summary>The journal cannot keep it now.</summary>
    public static FieldError NotDurable => SitrepAnswers.NotDurable;

    /// <summary>The status of an answer.</summary>
    /// <param name="result">What became of what was sent; null when it has errors.</param>
    public static int StatusOf(CallResult? result) => result switch
    {
        CallResult.Taken => StatusCodes.Status200OK,
        CallResult.NotFound => StatusCodes.Status404NotFound,
        null => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>What stands above the errors of something that was not taken.</summary>
    /// <param name="result">What became of what was sent; null when it has errors.</param>
    public static string HeadingOf(CallResult? result) => result switch
    {
        CallResult.SomebodyWasFirst => "Somebody was first: nothing of yours was taken",
        CallResult.PartlyTaken => "Somebody was first: part of yours was not taken",
        _ => "It was not taken",
    };
}

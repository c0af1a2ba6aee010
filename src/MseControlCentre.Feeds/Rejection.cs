namespace MseControlCentre.Feeds;

/// <summary>Why something that was sent cannot be taken. It never holds what was sent, only the shape of it.</summary>
/// <param name="Field">The field as people name it: <c>PV1-3.4</c> in HL7, <c>detail.category</c> in JSON.</param>
/// <param name="Shape">What was found, such as <c>9 digits</c>, <c>14 characters</c> or <c>nothing</c>.</param>
/// <param name="Expected">What was expected, and what to do.</param>
/// <param name="Code">HL7 table 0357 condition code.</param>
public sealed record Rejection(string Field, string Shape, string Expected, RejectionCode Code = RejectionCode.DataType)
{
    /// <summary>The reason in one sentence.</summary>
    public string Text => $"{Field}: found {Shape}; {Expected}";
}

/// <summary>HL7 table 0357, message error condition codes.</summary>
public enum RejectionCode
{
    /// <summary>Segments are missing or in the wrong order.</summary>
    SegmentSequence = 100,

    /// <summary>A required field is missing.</summary>
    RequiredFieldMissing = 101,

    /// <summary>The value has the wrong form.</summary>
    DataType = 102,

    /// <summary>The value is none of those allowed.</summary>
    TableValueNotFound = 103,

    /// <summary>The message type is not supported, or this is no HL7 v2 message.</summary>
    UnsupportedMessageType = 200,

    /// <summary>A key, such as a sender's name, is not known.</summary>
    UnknownKey = 204,

    /// <summary>This end cannot take it now.</summary>
    ApplicationInternalError = 207,
}

using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>A20: <code>NPU|^AMU^07^RAJ12|H</code> Not in ITK, but many bed systems send it.</summary>
internal static class BedStatuses
{
    /// <summary>One bed's status. Unlike a patient, a bed of an unknown ward cannot be counted anywhere.</summary>
    public static void Changed(AdtReading reading)
    {
        var npu = reading.Message.Find("NPU");
        var location = npu.Field(1);
        var places = new PlaceReader(reading);
        var place = places.Read(location, "NPU-1");
        if (place?.Ward is null || place.Bed is null)
        {
            var part = place?.Ward is null ? "NPU-1.2" : "NPU-1.3";
            throw new RejectedException(new Rejection(
                part,
                Shape.Of(location.Raw),
                "a bed of a ward in the network file was expected; add the location to the ward's patterns",
                RejectionCode.UnknownKey));
        }

        reading.Add(places.SiteOf(location, "NPU-1"), new BedStatusChanged(place.Ward, place.Bed,
            StatusOf(npu.Field(2))));
    }

    // HL7 table 0116.
    private static BedStatus StatusOf(Hl7Value status) => status.Code() switch
    {
        "U" or "O" => BedStatus.Open,
        "C" => BedStatus.Closed,
        "H" => BedStatus.Cleaning,
        "K" or "I" => BedStatus.ClosedForInfection,
        _ => throw new RejectedException(new Rejection(
            "NPU-2",
            Shape.Of(status.Raw),
            "one of C, H, O, U, K, I was expected (HL7 table 0116)",
            RejectionCode.TableValueNotFound)),
    };
}

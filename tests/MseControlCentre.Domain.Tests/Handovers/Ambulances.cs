using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Handovers;

/// <summary>What the ambulance service's feed tells, in short.</summary>
internal static class Ambulances
{
    /// <summary>An event of a conveyance.</summary>
    public static FlowEvent Ambulance(string time, ConveyanceEvent detail, string site = "RAJ12") => new()
    {
        Source = "eeast-cad",
        MessageId = $"{time}/{detail.GetType().Name}/{detail.Conveyance}/{site}",
        OccurredAt = Board.Time(time),
        Site = site,
        Detail = detail,
    };

    /// <summary>Tells of an arrival and a handover.</summary>
    public static Board HandedOver(this Board board, string conveyance, string arrived, string handedOver) => board
        .Tell(Ambulance(arrived, new AmbulanceArrived(conveyance)))
        .Tell(Ambulance(handedOver, new HandoverCompleted(conveyance)));

    /// <summary>A figure of the whole system.</summary>
    public static double? System(this Board board, Measure measure, string at = "23:00") =>
        board.At(at).Figures[measure].Value;

    /// <summary>A board that is told things on another day than 22 November 2026.</summary>
    public static Board RecordedAt(string time)
    {
        var board = new Board();
        board.RecordedAt = Board.Time(time);
        return board;
    }
}

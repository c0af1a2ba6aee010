namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>
/// Where links meet the side of a place: one below the other, each with its room, together in the middle of the side.
/// </summary>
/// <param name="box">The place.</param>
/// <param name="rooms">Links and the room that each may fill, from the top.</param>
internal sealed class Ports(Box box, IReadOnlyList<(string Link, double Room)> rooms)
{
    /// <summary>The middle of each link's room.</summary>
    public IEnumerable<(string Link, double Y)> Middles()
    {
        var y = box.MiddleY - (rooms.Sum(port => port.Room) / 2);
        foreach (var (link, room) in rooms)
        {
            yield return (link, y + (room / 2));
            y += room;
        }
    }
}

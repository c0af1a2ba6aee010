using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Clock;

namespace MseControlCentre.Server.Live;

/// <summary>A picture as it goes out to people.</summary>
/// <param name="Version">Number of the publication, from 1 for each start of the server.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Clock">The server's clock when it was taken.</param>
public sealed record PublishedPicture(long Version, Picture Picture, ClockReading Clock);

/// <summary>Somebody who wants each new picture. Called one at a time; never waits for a viewer.</summary>
public interface IPictureSubscriber
{
    /// <summary>Takes a new picture.</summary>
    ValueTask PublishAsync(PublishedPicture published);
}

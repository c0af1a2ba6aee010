using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>Where the picture of now comes from.</summary>
public interface IPictureSource
{
    /// <summary>Sequence of the last journal entry that is applied.</summary>
    long Sequence { get; }

    /// <summary>The picture of an instant; never earlier than the last entry.</summary>
    Picture PictureAt(DateTimeOffset at);
}

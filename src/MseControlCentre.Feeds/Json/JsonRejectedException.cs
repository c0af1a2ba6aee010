namespace MseControlCentre.Feeds.Json;

/// <summary>
/// An event cannot be taken. Thrown while it is read, caught by <see cref="EventReader"/>; never further.
/// </summary>
internal sealed class JsonRejectedException(string field, string shape, string expected) : Exception
{
    public Rejection Rejection { get; } = new(field, shape, expected);
}

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// A message cannot be mapped. Thrown by the trigger's mapping, caught by <see cref="Hl7Mapper"/>; never further.
/// </summary>
internal sealed class RejectedException(Rejection rejection) : Exception(rejection.Text)
{
    public Rejection Rejection { get; } = rejection;
}

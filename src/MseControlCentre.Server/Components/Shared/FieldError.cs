namespace MseControlCentre.Server.Components.Shared;

/// <summary>Something in a form that cannot be used.</summary>
/// <param name="Field">Identity of the field's element on the page; null when it is about the whole form.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldError(string? Field, string Message)
{
    /// <summary>The errors of one field.</summary>
    public static IEnumerable<FieldError> Of(IEnumerable<FieldError> errors, string field) =>
        errors.Where(error => string.Equals(error.Field, field, StringComparison.Ordinal));
}

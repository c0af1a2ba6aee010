namespace MseControlCentre.Server.Hosting;

/// <summary>
/// The cookie that goes with a form: for this server only and never for a script. Over TLS its name begins with
/// <c>__Host-</c>, by which browsers take it from nobody else and send it over TLS only; over plain HTTP on this
/// machine browsers would refuse that name.
/// </summary>
public sealed class FormCookie : CookieBuilder
{
    /// <summary>Its name without TLS.</summary>
    public const string PlainName = "mse-form";

    /// <summary>Its name over TLS.</summary>
    public const string SecureName = "__Host-" + PlainName;

    private readonly IHttpContextAccessor _requests;

    /// <summary>Makes the cookie.</summary>
    public FormCookie(IHttpContextAccessor requests)
    {
        _requests = requests;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        IsEssential = true;
    }

    /// <inheritdoc />
    public override string? Name
    {
        get => _requests.HttpContext is { Request.IsHttps: true } ? SecureName : PlainName;
        set => throw new NotSupportedException("The name follows from the connection.");
    }
}

using Microsoft.AspNetCore.Authentication.Cookies;

namespace MseControlCentre.Server.Accounts.Sessions;

/// <summary>What the cookies of all ways in have in common.</summary>
internal static class SessionCookie
{
    /// <summary>Makes a cookie that no script reads, and that other sites' links carry but not their forms.</summary>
    /// <param name="options">The cookie.</param>
    /// <param name="name">Its name.</param>
    /// <param name="life">How long it lasts when nobody uses it.</param>
    public static void Shape(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        // Lax: a link in a message may lead to a page. What changes anything is a form, which has its own guard.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = true;
    }
}

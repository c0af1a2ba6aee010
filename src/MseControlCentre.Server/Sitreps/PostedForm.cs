using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Feeds;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Sitreps;

/// <summary>What a page of this server posted.</summary>
internal static class PostedForm
{
    // What a form holds besides a file.
    private const int FieldBytes = 64 * 1024;
    private const int LongestText = 400;

    /// <summary>The token of a page's form; its other half is a cookie.</summary>
    public static FormToken TokenOf(HttpContext context, IAntiforgery antiforgery)
    {
        // As the framework would say it: it warns of every page that says it otherwise, and each has such a form.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers.Pragma = "no-cache";
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new FormToken(tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>Reads a form that this server's own page sent; else the answer that refuses it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="antiforgery">Tells whether it did.</param>
    /// <param name="fileBytes">Largest file; 0 for a form without one.</param>
    public static async Task<(IFormCollection? Form, IResult? Refusal)> ReadAsync(
        HttpContext context, IAntiforgery antiforgery, int fileBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = fileBytes + FieldBytes;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return (await context.Request.ReadFormAsync(context.RequestAborted), null);
        }
        catch (AntiforgeryValidationException unread) when (unread.InnerException is BadHttpRequestException tooLarge)
        {
            // The token is read out of the form, so that a form that is too large is first seen here.
            return (null, TooLarge(tooLarge));
        }
        catch (AntiforgeryValidationException)
        {
            return (null, Results.Problem(
                title: "This form did not come from a page of this server, or the page is too old",
                detail: "Open the page anew and send the form again. Nothing was taken.",
                statusCode: StatusCodes.Status400BadRequest));
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (null, TooLarge(tooLarge));
        }
        catch (InvalidDataException)
        {
            return (null, Results.Problem(
                title: "What was sent is no form", statusCode: StatusCodes.Status400BadRequest));
        }
    }

    private static IResult TooLarge(BadHttpRequestException exception) => Results.Problem(
        title: "What was sent is too large",
        detail: "Nothing was taken. Send a file in several parts.",
        statusCode: exception.StatusCode);

    /// <summary>The columns of a form as they were entered. A ward comes with its site: <c>RAJ12/MARY</c>.</summary>
    public static Dictionary<string, string> CellsOf(IFormCollection posted, DeclarationForm form)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in form.Columns)
        {
            if (posted[column.Name].ToString() is { Length: > 0 } text)
            {
                cells[column.Name] = text.Length > LongestText ? text[..LongestText] : text;
            }
        }

        return cells;
    }

    /// <summary>
    /// What a link to the form fills in, such as <c>?unit=CW-1</c>: the form's own subject, never who declares or when,
    /// and never a count: a figure is typed by the one who declares it.
    /// </summary>
    public static Dictionary<string, string> PrefilledOf(IQueryCollection query, DeclarationForm form)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in form.Own.Where(column => column.Type is not ColumnType.Whole))
        {
            if (query[column.Name].ToString() is { Length: > 0 and <= LongestText } text)
            {
                cells[column.Name] = text;
            }
        }

        return cells;
    }

    /// <summary>What may stand in the form when it is shown again: no text that looks like an NHS number.</summary>
    public static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> entered) => entered
        .Where(cell => !NhsNumberPattern.IsIn(cell.Value))
        .ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);

    /// <summary>The cells with a ward's site told apart from it.</summary>
    public static Dictionary<string, string> WithSite(IReadOnlyDictionary<string, string> entered, DeclarationForm form)
    {
        var cells = new Dictionary<string, string>(entered, StringComparer.Ordinal);
        if (form.Columns.FirstOrDefault(column => column.Type == ColumnType.Ward) is { } ward
            && cells.TryGetValue(ward.Name, out var chosen)
            && chosen.Split('/') is [var site, var code])
        {
            cells["site"] = site;
            cells[ward.Name] = code;
        }

        return cells;
    }
}

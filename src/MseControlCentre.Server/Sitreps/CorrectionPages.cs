using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;
using static MseControlCentre.Server.Sitreps.SitrepAnswers;

namespace MseControlCentre.Server.Sitreps;

/// <summary>The page on which a declared figure is corrected.</summary>
internal static class CorrectionPages
{
    /// <summary>Maps the page.</summary>
    public static void MapCorrections(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitreps/correct", Get).Needs(Operation.CorrectDeclaration).ExcludeFromDescription();
        routes.MapPost("/sitreps/correct", PostAsync).Needs(Operation.CorrectDeclaration).ExcludeFromDescription();
    }

    private static IResult Get(
        string? source, string? message, HttpContext context, IAntiforgery antiforgery, SitrepsService service) =>
        service.ToCorrect(source, message) is { } declared && DeclarationForms.OfKind(declared.Event.Kind) is not null
            ? PageOf(declared, new Dictionary<string, string>(StringComparer.Ordinal), [], context, antiforgery)
            : NoLonger();

    private static async Task<IResult> PostAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        SitrepsService service,
        CorrectionReader reader,
        DeclarationIntake intake,
        TimeProvider clock)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        if (service.ToCorrect(posted["source"], posted["message"]) is not { } declared
            || DeclarationForms.OfKind(declared.Event.Kind) is not { } form)
        {
            return NoLonger();
        }

        var entered = PostedForm.CellsOf(posted, form);
        var cells = new Dictionary<string, string>(entered, StringComparer.Ordinal);
        if (form.Columns.FirstOrDefault(column => column.Member is "site") is { } site)
        {
            cells[site.Name] = declared.Event.Site;
        }

        KeepUntouchedExpiry(declared, cells, service);
        var reason = posted[CorrectionReader.Reason].ToString();
        var by = posted[CorrectionReader.CorrectedBy].ToString();
        entered[CorrectionReader.Reason] = reason;
        entered[CorrectionReader.CorrectedBy] = by;
        var read = reader.Read(
            new WrittenCorrection(declared, cells, reason, by, posted["seen"].ToString()), clock.GetUtcNow());
        if (read.Event is not { } correction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return PageOf(declared, entered, ErrorsOf(read.Faults), context, antiforgery);
        }

        try
        {
            await intake.TakeCorrectionAsync(correction);
            return Results.Redirect("/sitreps?corrected=" + form.Id);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PageOf(declared, entered, [NotDurable], context, antiforgery);
        }
    }

    private static RazorComponentResult PageOf(
        DeclaredFigures declared,
        IReadOnlyDictionary<string, string> values,
        IReadOnlyList<FieldError> errors,
        HttpContext context,
        IAntiforgery antiforgery) => Page<CorrectionPage>(
            new(StringComparer.Ordinal)
            {
                ["Declared"] = declared,
                ["Values"] = PostedForm.Shown(values),
                ["Errors"] = errors,
                ["Token"] = PostedForm.TokenOf(context, antiforgery),
            },
            context.Response.StatusCode);

    // The page shows minutes: an expiry that was left alone keeps its seconds.
    private static void KeepUntouchedExpiry(
        DeclaredFigures declared, Dictionary<string, string> cells, SitrepsService service)
    {
        var shown = service.ValuesOf(declared).First(value => value.Column.Name is DeclarationForm.ExpiresAt).Text;
        if (declared.Declaration.ExpiresAt is { } expires
            && cells.TryGetValue(DeclarationForm.ExpiresAt, out var text)
            && string.Equals(text, shown, StringComparison.Ordinal))
        {
            cells[DeclarationForm.ExpiresAt] = expires.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        }
    }

    private static IResult NoLonger() => Results.Problem(
        title: "This declaration is no longer in force",
        detail: "A newer one has replaced it. The page of declared figures shows what is in force.",
        statusCode: StatusCodes.Status404NotFound);
}

using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Components.Sitreps;
using static MseControlCentre.Server.Sitreps.SitrepAnswers;

namespace MseControlCentre.Server.Sitreps;

/// <summary>The pages on which figures are declared: they work without script and take only their own forms.</summary>
public static class SitrepPages
{
    private const int IdentityBytes = 16;

    /// <summary>Adds what the pages need.</summary>
    public static void AddSitrepPages(this IServiceCollection services)
    {
        services.AddSingleton<SitrepsService>();
        services.AddPage("/sitreps", "Declared figures", 50, Operation.SeeFigures);
    }

    /// <summary>Maps the pages.</summary>
    public static void MapSitrepPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitreps", All).Needs(Operation.SeeFigures).ExcludeFromDescription();
        routes.MapPost("/sitreps/upload", UploadAsync).Needs(Operation.Declare).ExcludeFromDescription();
        routes.MapCorrections();
        routes.MapGet("/sitreps/{form}", Form).Needs(Operation.Declare).ExcludeFromDescription();
        routes.MapPost("/sitreps/{form}", DeclareAsync).Needs(Operation.Declare).ExcludeFromDescription();
    }

    private static RazorComponentResult All(
        string? declared, string? corrected, int? accepted, int? known, HttpContext context, IAntiforgery antiforgery)
    {
        var done = DeclarationForms.Find(declared ?? "") is { } form
            ? $"{form.Title}: declared."
            : DeclarationForms.Find(corrected ?? "") is { } mended
                ? $"{mended.Title}: corrected."
                : accepted is { } taken
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"The file was taken: {taken} declared, {known ?? 0} known already.")
                    : null;
        return Page<SitrepsPage>(new(StringComparer.Ordinal)
        {
            ["Done"] = done,
            ["Token"] = PostedForm.TokenOf(context, antiforgery),
        });
    }

    private static IResult Form(string form, string? back, HttpContext context, IAntiforgery antiforgery) =>
        DeclarationForms.Find(form) is { } found
            ? FormPageOf(
                found,
                PostedForm.PrefilledOf(context.Request.Query, found),
                [],
                NewIdentity(),
                back,
                context,
                antiforgery)
            : Results.NotFound();

    private static async Task<IResult> DeclareAsync(
        string form,
        HttpContext context,
        IAntiforgery antiforgery,
        DeclarationReader reader,
        DeclarationIntake intake,
        NetworkMap network,
        IAccess access,
        TimeProvider clock)
    {
        if (DeclarationForms.Find(form) is not { } found)
        {
            return Results.NotFound();
        }

        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var identity = IsIdentity(posted["identity"].ToString()) ? posted["identity"].ToString() : NewIdentity();
        var entered = PostedForm.CellsOf(posted, found);
        var back = network.Sites
            .FirstOrDefault(site => string.Equals(site.Code, posted["back"], StringComparison.Ordinal))?.Code;
        var read = reader.Read(
            new WrittenDeclaration(found, PostedForm.WithSite(entered, found), $"{found.Id}:form:{identity}"),
            clock.GetUtcNow());
        if (read.Event is not { } declared)
        {
            intake.Refused(reader.Feed?.Id, $"form {found.Id}");
            return Again(StatusCodes.Status400BadRequest, ErrorsOf(read.Faults));
        }

        access.Require(Operation.Declare, SubjectOf.Declaration(declared, network));
        try
        {
            await intake.TakeAsync([declared]);
            return Results.Redirect((back is null ? "/sitreps" : SiteRoutes.Of(back)) + "?declared=" + found.Id);
        }
        catch (JournalUnavailableException)
        {
            return Again(StatusCodes.Status503ServiceUnavailable, [NotDurable]);
        }

        IResult Again(int status, IReadOnlyList<FieldError> errors)
        {
            context.Response.StatusCode = status;
            return FormPageOf(found, entered, errors, identity, back, context, antiforgery);
        }
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        SitrepIntake intake,
        FeedLimits limits,
        NetworkMap network,
        IAccess access)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, limits.MaxSitrepBytes);
        if (posted is null)
        {
            return refusal!;
        }

        if (DeclarationForms.Find(posted["form"].ToString()) is not { } form)
        {
            return Again(400, null, [new FieldError("form", "Choose the form that the file is of.")], []);
        }

        if (posted.Files.GetFile("file") is not { Length: > 0 } file || file.Length > limits.MaxSitrepBytes)
        {
            return Again(400, form, [new FieldError("file", string.Create(
                CultureInfo.InvariantCulture, $"Choose a file of 1 to {limits.MaxSitrepBytes} bytes."))], []);
        }

        try
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, context.RequestAborted);
            var (read, reply) = await intake.ReceiveAsync(
                form,
                bytes.ToArray(),
                check: one => access.Require(Operation.Declare, SubjectOf.Declaration(one, network)));
            return reply is null
                ? Again(400, form, [new FieldError("file", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{read.FaultCount} faults in the file; the first {read.Faults.Count} are below."))], read.Faults)
                : Results.Redirect(string.Create(
                    CultureInfo.InvariantCulture, $"/sitreps?accepted={reply.Accepted}&known={reply.AlreadyKnown}"));
        }
        catch (JournalUnavailableException)
        {
            return Again(503, form, [NotDurable], []);
        }

        IResult Again(
            int status, DeclarationForm? chosen, IReadOnlyList<FieldError> errors, IReadOnlyList<SitrepFault> faults)
        {
            context.Response.StatusCode = status;
            return Page<SitrepsPage>(new(StringComparer.Ordinal)
            {
                ["Chosen"] = chosen?.Id,
                ["Errors"] = errors,
                ["Faults"] = faults,
                ["Token"] = PostedForm.TokenOf(context, antiforgery),
            }, status);
        }
    }

    private static RazorComponentResult FormPageOf(
        DeclarationForm form,
        IReadOnlyDictionary<string, string> values,
        IReadOnlyList<FieldError> errors,
        string identity,
        string? back,
        HttpContext context,
        IAntiforgery antiforgery) => Page<FormPage>(
            new(StringComparer.Ordinal)
            {
                ["Form"] = form,
                ["Values"] = PostedForm.Shown(values),
                ["Errors"] = errors,
                ["Identity"] = identity,
                ["Back"] = back,
                ["Token"] = PostedForm.TokenOf(context, antiforgery),
            },
            context.Response.StatusCode);

    private static string NewIdentity() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdentityBytes));

    private static bool IsIdentity(string text) => text.Length == IdentityBytes * 2 && text.All(char.IsAsciiHexDigit);
}

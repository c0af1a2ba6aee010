using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>Where the pages of feeds are.</summary>
public static class FeedsRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/feeds";

    /// <summary>Identities that one form may tick: as many as one part of the list has.</summary>
    private const int MostTicked = FeedsService.RowsInAPart;

    /// <summary>A short replay has ended when its page is shown.</summary>
    private static readonly TimeSpan s_shortWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds the pages and their entry in the navigation.</summary>
    public static void AddFeedsPage(this IServiceCollection services)
    {
        services.AddSingleton<FeedsService>();
        services.AddSingleton<ILivePage>(provider => provider.GetRequiredService<FeedsService>());
        services.AddPage(Path, "Feeds", 60, Operation.SeeFeeds);
    }

    /// <summary>Maps the pages.</summary>
    public static void MapFeedsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context) =>
            Page<FeedsPage>((nameof(FeedsPage.Query), context.Request.Query)))
            .Needs(Operation.SeeFeeds).ExcludeFromDescription();
        routes.MapGet(Path + ".csv", (HttpContext context, FeedsService service) =>
            service.Current() is { } view
                ? ListFile.Answer(service.Feeds(view, context.Request.Query), view.At, service.Local)
                : Problems.NotNow(context, "The journal is still being read; /health/ready says how far."))
            .Needs(Operation.SeeFeeds)
            .ExcludeFromDescription();
        routes.MapGet(QuarantineFilter.ListPath, (string? feed, string? reason, string? day, string? sort, int? part) =>
            Page<QuarantinePage>(
                (nameof(QuarantinePage.Filter), QuarantineFilter.Read(feed, reason, day, sort, part))))
            .Needs(Operation.SeeFeeds)
            .ExcludeFromDescription();
        routes.MapGet(QuarantineFilter.FilePath, FileOf).Needs(Operation.SeeFeeds).ExcludeFromDescription();
        routes.MapGet(QuarantineFilter.ReplayPath, Asked).Needs(Operation.ReplayQuarantine).ExcludeFromDescription();
        routes.MapPost(QuarantineFilter.ReplayPath, ReplayAsync).Needs(Operation.ReplayQuarantine)
            .ExcludeFromDescription();
        routes.MapGet(Path + "/replays/{id}", (string id) =>
            Page<ReplayOutcomePage>((nameof(ReplayOutcomePage.Id), id)))
            .Needs(Operation.SeeFeeds).ExcludeFromDescription();
    }

    private static IResult FileOf(
        string? feed, string? reason, string? day, string? sort, FeedsService service, TimeProvider clock) =>
        Results.File(
            service.File(QuarantineFilter.Read(feed, reason, day, sort, null)),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"quarantine-{clock.GetUtcNow():yyyyMMdd-HHmm}Z.csv"));

    private static RazorComponentResult<ReplayPage> Asked(
        string[] id,
        string? feed,
        string? reason,
        string? day,
        string? sort,
        HttpContext context,
        IAntiforgery antiforgery) =>
        Confirm(id, QuarantineFilter.Read(feed, reason, day, sort, null), [], context, antiforgery);

    private static RazorComponentResult<ReplayPage> Confirm(
        IReadOnlyList<string> ids,
        QuarantineFilter filter,
        IReadOnlyList<FieldError> errors,
        HttpContext context,
        IAntiforgery antiforgery) => Page<ReplayPage>(
            (nameof(ReplayPage.Ids), Ticked(ids)),
            (nameof(ReplayPage.Filter), filter),
            (nameof(ReplayPage.Errors), errors),
            (nameof(ReplayPage.Token), PostedForm.TokenOf(context, antiforgery)));

    private static async Task<IResult> ReplayAsync(
        HttpContext context, IAntiforgery antiforgery, FeedsService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var ids = Ticked([.. posted["id"].OfType<string>()]);
        var filter = QuarantineFilter.Read(posted["feed"], posted["reason"], posted["day"], null, null);
        if (service.Begin(ids, filter) is not { } run)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Confirm(
                ids,
                filter,
                [new FieldError(null, "Too many replays go on. Wait until one has ended, then begin again.")],
                context,
                antiforgery);
        }

        await Task.WhenAny(run.Ended, Task.Delay(s_shortWait, context.RequestAborted));
        return Results.Redirect($"{Path}/replays/{run.Id}");
    }

    private static List<string> Ticked(IReadOnlyList<string> ids) =>
        [.. ids.Where(id => id.Length is > 0 and <= 64).Take(MostTicked)];

    private static RazorComponentResult<TPage> Page<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new(parameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
}

using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Layout;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The pages on which calls are read.</summary>
public static class CallsRoutes
{
    private const int Order = 9;
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>Adds the pages and their entry in the navigation.</summary>
    public static void AddCallPages(this IServiceCollection services)
    {
        services.AddSingleton<CallsService>();
        services.AddSingleton<CallRecordService>();
        services.AddSingleton<NewCallService>();
        services.AddSingleton<PastCallsService>();
        services.AddPage(CallAddresses.Path, "Call", Order, Operation.SeeCalls);
    }

    /// <summary>Maps the pages, their form and their files.</summary>
    public static void MapCallPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(CallAddresses.Path, () => new RazorComponentResult<CallsPage>())
            .Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapNewCall();
        routes.MapGet(CallAddresses.Past, Past).Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapGet(PastCallsQuery.FilePath, PastFileAsync).Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapGet(CallAddresses.Path + "/{id}", RecordAsync).Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapGet(CallAddresses.Path + "/{id}/file.csv", FileAsync)
            .Needs(Operation.SeeCalls).ExcludeFromDescription();
    }

    private static RazorComponentResult<PastCallsPage> Past(HttpContext context) => new(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PastCallsPage.Query)] = context.Request.Query,
            [nameof(PastCallsPage.Aborted)] = context.RequestAborted,
        });

    private static async Task<IResult> PastFileAsync(HttpContext context, PastCallsService service)
    {
        var (name, text, isWhole) = await service.FileAsync(context.Request.Query, context.RequestAborted);
        return isWhole
            ? Results.File(CallFile.BytesOf(text), Csv, name)
            : Problems.NotNow(context, "Old calls are still being read from the journal. Ask again in a moment.");
    }

    private static async Task<IResult> RecordAsync(
        string id, string? pack, HttpContext context, CallRecordService service)
    {
        var (view, isRead) = await service.FindAsync(id, pack, context.RequestAborted);
        return view is not null
            ? new RazorComponentResult<CallRecordPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CallRecordPage.View)] = view,
            })
            : new RazorComponentResult<NoSuchCallPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(NoSuchCallPage.IsRead)] = isRead,
            })
            {
                StatusCode = isRead ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable,
            };
    }

    private static async Task<IResult> FileAsync(
        string id, string? pack, HttpContext context, CallRecordService service)
    {
        var (file, isRead) = await service.FileAsync(id, pack, context.RequestAborted);
        return file is not null
            ? Results.File(CallFile.BytesOf(file.Text), Csv, file.Name)
            : isRead
                ? Problems.NotFound("id", "No call has this identity; /call/past lists every one.")
                : Problems.StillReading(context);
    }
}

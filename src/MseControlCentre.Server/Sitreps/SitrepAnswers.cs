using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Sitreps;

/// <summary>How the pages of declared figures answer.</summary>
internal static class SitrepAnswers
{
    /// <summary>The journal cannot keep it now.</summary>
    public static FieldError NotDurable { get; } =
        new(null, "The journal cannot keep it now. Nothing was taken: send it again in a few seconds.");

    /// <summary>A page with its parameters.</summary>
    public static RazorComponentResult Page<TPage>(Dictionary<string, object?> parameters, int status = 200)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status };

    /// <summary>Faults as errors of the fields they are about.</summary>
    public static IReadOnlyList<FieldError> ErrorsOf(IEnumerable<CellFault> faults) => [.. faults.Select(fault =>
        new FieldError(fault.Column.Length > 0 ? FormPage.FieldOf(fault.Column) : null, fault.Text))];
}

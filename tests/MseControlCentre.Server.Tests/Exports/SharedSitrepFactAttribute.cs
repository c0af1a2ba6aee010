using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Exports;

/// <summary>A test against the published situation reports; skipped where they do not lie beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedSitrepFactAttribute : FactAttribute
{
    public SharedSitrepFactAttribute()
    {
        if (!System.IO.File.Exists(File))
        {
            Skip = "The published situation reports are not beside the checkout.";
        }
    }

    public static string File { get; } = Path.GetFullPath(
        Path.Combine(Repository.Root, "..", "shared", "data", "mse", "uec_sitrep_2223_mse.csv"));
}

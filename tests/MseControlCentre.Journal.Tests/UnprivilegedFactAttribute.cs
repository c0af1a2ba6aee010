namespace MseControlCentre.Journal.Tests;

/// <summary>A test of file permissions, which do not bind root; skipped for root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Skip = "Runs as root, whom file permissions do not bind.";
        }
    }
}

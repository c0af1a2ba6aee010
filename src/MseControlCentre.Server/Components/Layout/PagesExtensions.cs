using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>What every page needs, and how a feature adds one.</summary>
public static class PagesExtensions
{
    /// <summary>Adds the frame around pages and what keeps forms from being sent by other sites.</summary>
    public static void AddPageShell(this IServiceCollection services)
    {
        services.AddSingleton<ShellService>();
        services.AddSingleton<StartingService>();
        services.AddSingleton<ILivePage, ShellPage>();
        services.AddPage("/wall", "Wall", 0, Operation.SeeWall);
        services.AddAntiforgery();
    }

    /// <summary>Adds an entry of the navigation.</summary>
    public static void AddPage(
        this IServiceCollection services,
        string path,
        string label,
        int order,
        Operation operation,
        Subject? subject = null) =>
        services.AddSingleton(new PageLink(path, label, order, operation, subject));
}

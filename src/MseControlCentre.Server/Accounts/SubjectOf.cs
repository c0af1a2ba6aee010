using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts;

/// <summary>What an operation on something is about, by the network file.</summary>
public static class SubjectOf
{
    /// <summary>
    /// A declaration: the site or the provider that it names. One for the whole system is about all of it, so that only
    /// who may declare everywhere may make it.
    /// </summary>
    public static Subject Declaration(FlowEvent declared, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return Code(declared.Site, network);
    }

    /// <summary>A site, the system or a provider, by its code.</summary>
    public static Subject Code(string code, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return IsSite(code, network) ? Subject.OfSite(code)
            : string.Equals(code, network.Code, StringComparison.Ordinal) ? Subject.System
            : Subject.OfOrganisation(code);
    }

    /// <summary>
    /// A figure by its identity, such as <c>RAJ12/AMU:beds.open</c>: its site. The patients of a virtual ward or of the
    /// system are of every site.
    /// </summary>
    public static Subject Figure(string figureId, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(figureId);
        ArgumentNullException.ThrowIfNull(network);
        var site = figureId.Split(':', 2)[0].Split('/', 2)[0];
        return IsSite(site, network) ? Subject.OfSite(site) : Subject.System;
    }

    private static bool IsSite(string code, NetworkMap network) =>
        network.Sites.Any(site => string.Equals(site.Code, code, StringComparison.Ordinal));
}

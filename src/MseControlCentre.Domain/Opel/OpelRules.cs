using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Opel;

/// <summary>The OPEL figures. They read the other figures of their scope and come after all of them.</summary>
internal static class OpelRules
{
    /// <summary>The subject of every declaration of OPEL.</summary>
    private static readonly string s_subject = new OpelDeclared(1).Subject;

    public static IEnumerable<FigureRule> All =>
    [
        new WorkedRule(
            OpelMeasures.Score,
            Scope.SiteAndSystem,
            view => view.Sources.Opel.TotalOf(view) is { } total
                ? (double)Math.Round(total.Points, 2, MidpointRounding.AwayFromZero)
                : null,
            view => view.Sources.Opel.TrustIn(view),
            view => view.Sources.Opel.EvidenceIn(view)),
        new WorkedRule(
            OpelMeasures.Level,
            Scope.SiteAndSystem,
            view => view.Sources.Opel.TotalOf(view)?.Level,
            view => view.Sources.Opel.TrustIn(view),
            view => view.Sources.Opel.EvidenceIn(view)),
        new WorkedRule(
            OpelMeasures.Declared,
            Scope.SiteAndSystem,
            view => (DeclaredIn(view)?.Detail as OpelDeclared)?.Level,
            view => DeclaredIn(view) is { } declared ? Trust.Declared(declared, view.Moment) : Trust.Nothing,
            view => DeclaredIn(view) is { } declared
                ? [Evidence.Of(declared) with { Value = ((OpelDeclared)declared.Detail).Level }]
                : []),
    ];

    /// <summary>What the scope itself declared: the system's level is not the sum of its sites'.</summary>
    public static FlowEvent? DeclaredIn(ScopeView view) => view.Sources.Declarations.Find(view.Code, s_subject);
}

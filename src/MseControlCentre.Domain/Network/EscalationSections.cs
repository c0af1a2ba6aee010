using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Domain.Network;

/// <summary>Reads the plan of escalation in a network file.</summary>
internal static class EscalationSections
{
    public static EscalationPlan Plan(ObjectReader json) => NetworkSections.Closed(json, new EscalationPlan(
        json.Objects("levels", 1, Level),
        json.OptionalObjects("triggers", Trigger),
        json.OptionalObject("standDownAfter", NetworkSections.Threshold),
        json.Object("raiseAgainAfter", NetworkSections.Threshold),
        json.OptionalObjects("actionCards", Card)));

    private static EscalationLevel Level(ObjectReader json) => NetworkSections.Closed(json, new EscalationLevel(
        json.Code("code"),
        json.Text("name"),
        json.OptionalObject("acknowledgeWithin", NetworkSections.Threshold),
        json.OptionalObject("resolveWithin", NetworkSections.Threshold)));

    private static EscalationTrigger Trigger(ObjectReader json) => NetworkSections.Closed(json, new EscalationTrigger(
        json.Choice<EscalationKind>("kind"),
        json.Code("level"),
        json.Object("limit", NetworkSections.Threshold)));

    private static ActionCard Card(ObjectReader json) => NetworkSections.Closed(json, new ActionCard(
        json.Choice<EscalationKind>("kind"),
        json.OptionalTexts("sites"),
        json.Objects("actions", 1, Action),
        json.Text("basis")));

    private static CardAction Action(ObjectReader json) => NetworkSections.Closed(json, new CardAction(
        json.Code("code"), json.Text("words"), json.Text("owner")));
}

namespace MseControlCentre.Domain.Network;

/// <summary>Reads the plan of calls in a network file.</summary>
internal static class CallSections
{
    private const int MostReminders = 24;

    public static CallPlan Plan(ObjectReader json) => NetworkSections.Closed(json, new CallPlan(
        json.OptionalObjects("regular", Regular),
        json.Object("night", Night),
        json.Objects("questions", 1, Question),
        json.OptionalObject("chase", Chase)));

    private static RegularCall Regular(ObjectReader json) => NetworkSections.Closed(json, new RegularCall(
        json.Code("code"),
        json.Text("name"),
        json.Time("packAt"),
        json.Time("statementsBy"),
        json.Time("startsAt"),
        json.OptionalChoices<DayOfWeek>("days"),
        json.OptionalTexts("places"),
        json.Text("basis")));

    private static NightHours Night(ObjectReader json) => NetworkSections.Closed(json, new NightHours(
        json.Time("from"), json.Time("to"), json.Text("basis")));

    private static StatementQuestion Question(ObjectReader json) => NetworkSections.Closed(json, new StatementQuestion(
        json.Code("code"), json.Text("words"), json.OptionalText("hint")));

    private static ActionChase Chase(ObjectReader json) => NetworkSections.Closed(json, new ActionChase(
        json.Object("every", NetworkSections.Threshold), json.Whole("most", 1, MostReminders)));
}

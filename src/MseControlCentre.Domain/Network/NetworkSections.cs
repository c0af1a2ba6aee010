namespace MseControlCentre.Domain.Network;

/// <summary>Reads each section of a network file: which keys it has and what each may hold.</summary>
internal static class NetworkSections
{
    private const int MostBedsOfAWard = 500;
    private const int MostPlaces = 5_000;
    private const int HoursOfADay = 24;
    private const int MostADay = 5_000;
    private const int MostSeconds = 7 * 24 * 60 * 60;

    public static NetworkMap Network(ObjectReader file)
    {
        // Editors find the schema by this key; nothing else reads it.
        _ = file.OptionalText("$schema");
        var map = new NetworkMap(
            file.Code("code"),
            file.Text("name"),
            file.Text("version"),
            file.Text("timeZone"),
            file.Objects("sites", 1, Site),
            file.Objects("virtualWards", 0, VirtualWard),
            file.Objects("communityUnits", 0, CommunityUnit),
            file.Object("ambulanceService", AmbulanceService),
            file.Objects("partners", 0, Partner),
            file.Objects("feeds", 0, Feed),
            file.Object("thresholds", Thresholds),
            file.OptionalText("basis"),
            file.OptionalObjects("standards", Standard),
            file.OptionalObjects("specialties", Specialty),
            file.OptionalObject("demand", UsualDemand),
            file.OptionalObject("dischargeTarget", DischargeTarget),
            file.OptionalObject("reporting", Reporting))
        {
            Declarations = file.OptionalObjects("declarations", DeclarationLife),
            Escalation = file.OptionalObject("escalation", EscalationSections.Plan) ?? EscalationPlan.None,
            Calls = file.OptionalObject("calls", CallSections.Plan) ?? CallPlan.None,
        };
        file.RefuseOthers();
        return map;
    }

    private static Site Site(ObjectReader json) => Closed(json, new Site(
        json.Code("code"),
        json.Text("name"),
        json.Code("organisation"),
        json.Objects("wards", 1, Ward),
        json.OptionalText("basis")));

    private static Ward Ward(ObjectReader json) => Closed(json, new Ward(
        json.Code("code"),
        json.Text("name"),
        json.Text("specialty"),
        json.Choice<WardType>("type"),
        json.Choice<WardPopulation>("population"),
        json.Whole("coreBeds", 0, MostBedsOfAWard),
        json.Whole("escalationBeds", 0, MostBedsOfAWard),
        json.Objects("locations", 1, LocationPattern),
        json.OptionalText("basis"),
        json.OptionalChoice<DepartmentArea>("area"),
        json.OptionalText("departmentType"),
        json.OptionalTexts("divisions")));

    private static Standard Standard(ObjectReader json) => Closed(json, new Standard(
        json.Text("measure"),
        json.Text("name"),
        json.Choice<StandardDirection>("direction"),
        json.Object("level", Threshold)));

    private static Specialty Specialty(ObjectReader json) => Closed(json, new Specialty(
        json.Code("code"), json.Text("name"), json.Text("division")));

    private static UsualDemand UsualDemand(ObjectReader json) => Closed(json, new UsualDemand(
        json.Numbers("arrivalsByHour", HoursOfADay, 0, 100),
        json.Objects("sites", 1, SiteDemand),
        json.Text("basis")));

    private static SiteDemand SiteDemand(ObjectReader json) => Closed(json, new SiteDemand(
        json.Code("site"),
        json.PositiveNumber("attendances", MostADay),
        json.PositiveNumber("emergencyAdmissions", MostADay)));

    private static Reporting Reporting(ObjectReader json) => Closed(json, new Reporting(
        json.Text("region"), json.Text("integratedCareBoard"), json.OptionalText("basis")));

    private static DeclarationLife DeclarationLife(ObjectReader json) => Closed(json, new DeclarationLife(
        json.Text("form"), json.Object("life", Threshold)));

    private static DischargeTarget DischargeTarget(ObjectReader json) => Closed(json, new DischargeTarget(
        json.Numbers("byEndOfHour", HoursOfADay, 0, 100),
        json.Text("basis"),
        json.OptionalText("setBy"),
        json.OptionalDate("setOn")));

    private static LocationPattern LocationPattern(ObjectReader json) => Closed(json, new LocationPattern(
        json.OptionalText("pointOfCare"),
        json.OptionalText("room"),
        json.OptionalText("bed"),
        json.OptionalText("facility")));

    private static VirtualWard VirtualWard(ObjectReader json) => Closed(json, new VirtualWard(
        json.Code("code"),
        json.Text("name"),
        json.Text("specialty"),
        json.Code("provider"),
        json.Whole("capacity", 0, MostPlaces),
        json.OptionalText("basis")));

    private static CommunityUnit CommunityUnit(ObjectReader json) => Closed(json, new CommunityUnit(
        json.Code("code"),
        json.Text("name"),
        json.Code("provider"),
        json.Whole("pathway", 1, 3),
        json.Whole("capacity", 0, MostPlaces),
        json.OptionalText("basis")));

    private static AmbulanceService AmbulanceService(ObjectReader json) => Closed(json, new AmbulanceService(
        json.Code("code"), json.Text("name"), json.OptionalText("basis")));

    private static Partner Partner(ObjectReader json) => Closed(json, new Partner(
        json.Code("code"), json.Text("name"), json.Choice<PartnerType>("type"), json.OptionalText("basis")));

    private static Feed Feed(ObjectReader json) => Closed(json, new Feed(
        json.Code("id"),
        json.Text("name"),
        json.Choice<FeedProtocol>("protocol"),
        json.Choices<FeedSubject>("subjects", 1),
        json.Texts("sites"),
        json.OptionalText("sendingApplication"),
        json.OptionalText("sendingFacility"),
        json.Text("identifierDomain"),
        json.Whole("lateAfterSeconds", 1, MostSeconds),
        json.Whole("staleAfterSeconds", 1, MostSeconds),
        json.OptionalText("basis")));

    private static Thresholds Thresholds(ObjectReader json) => Closed(json, new Thresholds(
        json.Object("handoverStandard", Threshold),
        json.Object("handoverSecond", Threshold),
        json.Object("handoverMaximum", Threshold),
        json.Object("handoverLong", Threshold),
        json.Object("edStandard", Threshold),
        json.Object("edLong", Threshold),
        json.Object("bedOccupancy", Threshold),
        json.Object("virtualWardOccupancy", Threshold),
        json.Object("dischargesBeforeNoon", Threshold),
        json.Object("closedEncounterHours", Threshold),
        json.Object("futureMinutes", Threshold),
        json.OptionalObject("initialAssessment", Threshold),
        json.OptionalObject("mentalHealthWait", Threshold),
        json.OptionalObject("virtualWardLongStay", Threshold),
        json.OptionalObject("crewClear", Threshold)));

    public static Threshold Threshold(ObjectReader json) => Closed(json, new Threshold(
        json.PositiveNumber("value", 100_000),
        json.Text("unit"),
        json.Text("basis"),
        json.OptionalText("setBy"),
        json.OptionalDate("setOn")));

    public static T Closed<T>(ObjectReader json, T read)
    {
        json.RefuseOthers();
        return read;
    }
}

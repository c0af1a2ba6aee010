using System.Text;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

/// <summary>What the sections of a network file must agree on: one fault, one error that names it.</summary>
public sealed class NetworkSectionTests
{
    [Fact]
    public void Read_SoundSections_KeepsWhatTheySay()
    {
        var map = SmallNetwork.Map();

        Assert.Equal(
            new Standard("ed.performance-today", "Four hours", StandardDirection.AtLeast, new Threshold(95, "percent", "made up")),
            map.Standards[0]);
        Assert.Equal(new Specialty("300", "General medicine", "medicine"), map.Specialties[0]);
        Assert.Equal(new SiteDemand("AAA01", 300, 80), map.Demand!.Sites[0]);
        Assert.Equal(24, map.Demand.ArrivalsByHour.Count);
        Assert.Equal(("nobody", new DateOnly(2026, 11, 22)), (map.DischargeTarget!.SetBy, map.DischargeTarget.SetOn));
        Assert.Equal((DepartmentArea.Majors, "01"), (map.Sites[0].Wards[2].Area, map.Sites[0].Wards[2].DepartmentType));
        Assert.Equal(["medicine"], map.Sites[0].Wards[1].Divisions);
    }

    [Theory]
    [InlineData("standards")]
    [InlineData("demand")]
    [InlineData("dischargeTarget")]
    public void Read_SectionLeftOut_IsNoFault(string section) =>
        Assert.Empty(NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With(section, null))).Errors);

    [Theory]
    [InlineData("standards[0].measure", "\"Four hours\"", "text of 10 characters", "the identity of a measure")]
    [InlineData("standards[0].level.unit", "\"beds\"", "text of 4 characters", "one of minutes, hours, percent")]
    [InlineData("standards[0].level.value", "101", "101", "at most 100 percent")]
    [InlineData("standards[0].level.basis", "\"Locally agreed\"", "a level that is locally agreed", "setBy and setOn", "standards[0].level")]
    [InlineData("standards[0].direction", "\"Below\"", "text of 5 characters", "one of AtMost, AtLeast")]
    [InlineData("specialties[1].code", "\"300\"", "the code 300 again", "specialties[0] does not have")]
    [InlineData("sites[0].wards[1].divisions[0]", "\"medecine\"", "text of 8 characters", "a division of the specialties: medicine, surgery")]
    [InlineData("specialties", "[]", "text of 8 characters", "divisions are named there", "sites[0].wards[1].divisions[0]")]
    [InlineData("sites[0].wards[2].departmentType", "\"1\"", "text of 1 character", "one of 01, 02")]
    [InlineData("sites[0].wards[2].area", "\"Corridor\"", "text of 8 characters", "one of Resuscitation")]
    [InlineData("sites[0].wards[2].type", "\"Assessment\"", "an area of a ward of type Assessment", "EmergencyDepartment", "sites[0].wards[2].area")]
    [InlineData("demand.sites[1].site", "\"CCC01\"", "the code CCC01", "one of AAA01, BBB01")]
    [InlineData("demand.sites[1].site", "\"AAA01\"", "the code AAA01 again", "demand.sites[0] does not have")]
    [InlineData("demand.sites[0].attendances", "0", "0", "a number above 0")]
    [InlineData("demand.arrivalsByHour", "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", "a day without arrivals", "at least one hour above 0")]
    [InlineData("demand.arrivalsByHour", "[100]", "a list of 1", "a list of at least 24")]
    [InlineData("demand.arrivalsByHour[3]", "-1", "-1", "a number from 0 to 100")]
    [InlineData("dischargeTarget.byEndOfHour[10]", "9", "9", "at least 10, as the hour before")]
    [InlineData("dischargeTarget.byEndOfHour[23]", "99", "99", "100: all of the day's discharges")]
    [InlineData("dischargeTarget.setOn", null, "a target that is locally agreed", "setBy and setOn", "dischargeTarget")]
    public void Read_OneFault_NamesKeyFoundAndExpected(
        string path, string? value, string found, string expected, string? reportedAt = null)
    {
        var result = NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With(path, value)));

        Assert.Null(result.Map);
        var error = Assert.Single(result.Errors, error => error.Key == (reportedAt ?? path));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DayWithTooManyHours_IsOneError()
    {
        var hours = "[" + string.Join(',', Enumerable.Repeat("1", 25)) + "]";

        var error = Assert.Single(
            NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With("demand.arrivalsByHour", hours))).Errors);

        Assert.Equal(("a list of 25", "a list of 24"), (error.Found, error.Expected));
    }

    [Fact]
    public void MidAndSouthEssex_DemandAndAreas_CoverEverySite()
    {
        var map = ShippedNetworks.Map("mid-and-south-essex.json");

        Assert.Equal(map.Sites.Select(site => site.Code).Order(), map.Demand!.Sites.Select(site => site.Site).Order());
        Assert.All(map.Sites, site => Assert.Contains(site.Wards, ward => ward.Area == DepartmentArea.Majors));
        Assert.All(
            map.Sites.SelectMany(site => site.Wards).Where(ward => ward.Type == WardType.EmergencyDepartment),
            ward => Assert.NotNull(ward.DepartmentType));
    }
}

using System.Text;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

public sealed class NetworkFileTests
{
    [Fact]
    public void Read_SoundFile_KeepsWhatItSays()
    {
        var map = SmallNetwork.Map();
        var ward = map.Sites[0].Wards[1];

        Assert.Equal(("SYS", "Small system", "1", "Europe/London"), (map.Code, map.Name, map.Version, map.TimeZone));
        Assert.Equal(
            ("W1", "Ward 1", "Geriatric medicine", WardType.GeneralAndAcute, WardPopulation.Adult, 28, 0),
            (ward.Code, ward.Name, ward.Specialty, ward.Type, ward.Population, ward.CoreBeds, ward.EscalationBeds));
        Assert.Equal([new LocationPattern(Room: "W1", Facility: "AAA01"), new LocationPattern(Room: "W1*")], ward.Locations);
        Assert.Equal(new VirtualWard("VW1", "Frailty", "Frailty", "prov", 10), map.VirtualWards[0]);
        Assert.Equal(new CommunityUnit("CU1", "Community ward", "AAA", 2, 26), map.CommunityUnits[0]);
        Assert.Equal(new Partner("prov", "Provider", PartnerType.CommunityProvider), map.Partners[0]);
        Assert.Equal(
            new Threshold(92, "percent", "locally agreed", "nobody", new DateOnly(2026, 11, 22)), map.Thresholds.BedOccupancy);
        Assert.Equal([FeedSubject.Beds], map.Feeds[0].Subjects);
        Assert.Null(map.Feeds[1].SendingFacility);
    }

    [Theory]
    [InlineData("timeZone", null, "nothing", "may not be left out")]
    [InlineData("code", "\"a b\"", "text of 3 characters", "letters, digits")]
    [InlineData("code", "\"a/b\"", "text of 3 characters", "letters, digits")]
    [InlineData("name", "\"  \"", "text of 2 characters", "not all spaces")]
    [InlineData("name", "17", "17", "text of 1 to")]
    [InlineData("timeZone", "\"Europe/Lundon\"", "text of 13 characters", "IANA time zone")]
    [InlineData("timeZone", "\"GMT Standard Time\"", "text of 17 characters", "IANA time zone")]
    [InlineData("sites", "[]", "a list of 0", "a list of at least 1")]
    [InlineData("sites", "{}", "an object", "a list of at least 1")]
    [InlineData("sites[1]", "\"South\"", "text of 5 characters", "an object")]
    [InlineData("sites[0].code", "\"bbb01\"", "", "", "sites[1].code")]
    [InlineData("sites[1].wards[0].coreBeds", "-1", "-1", "a whole number from 0 to 500")]
    [InlineData("sites[1].wards[0].coreBeds", "20.5", "20.5", "a whole number from 0 to 500")]
    [InlineData("sites[1].wards[0].coreBeds", "\"20\"", "text of 2 characters", "a whole number from 0 to 500")]
    [InlineData("sites[1].wards[0].escalationBeds", "501", "501", "a whole number from 0 to 500")]
    [InlineData("sites[1].wards[0].type", "\"Ward\"", "text of 4 characters", "GeneralAndAcute, CriticalCare, EmergencyDepartment")]
    [InlineData("sites[1].wards[0].type", "0", "0", "one of GeneralAndAcute")]
    [InlineData("sites[1].wards[0].population", "\"adult\"", "text of 5 characters", "one of Adult, Paediatric, Neonatal")]
    [InlineData("sites[1].wards[0].locations", "[]", "a list of 0", "a list of at least 1")]
    [InlineData("sites[1].wards[0].locations", null, "nothing", "may not be left out")]
    [InlineData("sites[1].wards[0].locations[0]", "{\"facility\":\"X\"}", "no pointOfCare, room or bed", "at least one")]
    [InlineData("sites[0].wards[1].code", "\"amu\"", "the code amu again", "sites[0].wards[0].code does not have")]
    [InlineData("virtualWards[0].code", "\"AAA01\"", "the code AAA01 again", "sites[0].code does not have")]
    [InlineData("virtualWards[0].provider", "\"nobody\"", "the code nobody", "a partner or the organisation")]
    [InlineData("virtualWards[0].capacity", "-5", "-5", "a whole number from 0")]
    [InlineData("communityUnits[0].provider", "\"nobody\"", "the code nobody", "a partner or the organisation")]
    [InlineData("communityUnits[0].pathway", "4", "4", "a whole number from 1 to 3")]
    [InlineData("ambulanceService", null, "nothing", "may not be left out")]
    [InlineData("ambulanceService.code", "\"SYS\"", "the code SYS again", "code does not have")]
    [InlineData("partners[0].type", "\"Councils\"", "text of 8 characters", "one of Council,")]
    [InlineData("feeds[0].sites[0]", "\"AAA02\"", "text of 5 characters", "one of AAA01, BBB01")]
    [InlineData("feeds[0].subjects[0]", "\"Bed\"", "text of 3 characters", "one of Beds,")]
    [InlineData("feeds[0].subjects", "[]", "a list of 0", "a list of at least 1")]
    [InlineData("feeds[0].id", "\"control-centre\"", "control-centre", "another name")]
    [InlineData("feeds[2].id", "\"north-pas\"", "the id north-pas again", "feeds[0] does not have")]
    [InlineData("feeds[0].staleAfterSeconds", "900", "900", "more than lateAfterSeconds")]
    [InlineData("feeds[0].lateAfterSeconds", "0", "0", "a whole number from 1")]
    [InlineData("feeds[0].identifierDomain", "\"{ward}\"", "a brace or a bar", "{site}")]
    [InlineData("feeds[2].sendingFacility", "\"X\"", "sendingApplication or sendingFacility", "neither", "feeds[2]")]
    [InlineData("thresholds.edLong", null, "nothing", "may not be left out")]
    [InlineData("thresholds.edLong.unit", "\"minutes\"", "text of 7 characters", "'hours'")]
    [InlineData("thresholds.edLong.value", "4", "4", "more than edStandard, which is 4")]
    [InlineData("thresholds.handoverSecond.value", "50", "45", "more than handoverSecond, which is 50", "thresholds.handoverMaximum.value")]
    [InlineData("thresholds.edLong.value", "0", "0", "a number above 0")]
    [InlineData("thresholds.bedOccupancy.value", "120", "120", "at most 100 percent")]
    [InlineData("thresholds.bedOccupancy.setBy", null, "locally agreed", "setBy and setOn", "thresholds.bedOccupancy")]
    [InlineData("thresholds.bedOccupancy.setOn", "\"22.11.2026\"", "text of 10 characters", "a date such as 2026-11-22")]
    [InlineData("thresholds.bedOccupancy.basis", null, "nothing", "may not be left out")]
    public void Read_OneFault_NamesKeyFoundAndExpected(
        string path, string? value, string found, string expected, string? reportedAt = null)
    {
        var result = NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With(path, value)));

        Assert.Null(result.Map);
        var error = Assert.Single(result.Errors, error => error.Key == (reportedAt ?? path));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sites[0].wards[0].corebed", "sites[0].wards[0].corebed", "'coreBeds'")]
    [InlineData("feeds[0].sendingApp", "feeds[0].sendingApp", "only id, name, protocol")]
    [InlineData("comment", "comment", "only $schema, code, name")]
    public void Read_UnknownKey_IsRefusedAndTheNearestNamed(string path, string key, string expected)
    {
        var result = NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With(path, "1")));

        var error = Assert.Single(result.Errors);
        Assert.Equal(key, error.Key);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeyTwice_IsRefused()
    {
        var json = SmallNetwork.Json.Replace(
            "\"code\": \"SYS\",", "\"code\": \"SYS\", \"code\": \"SYS2\",", StringComparison.Ordinal);

        var error = Assert.Single(NetworkFile.Read(Encoding.UTF8.GetBytes(json)).Errors);

        Assert.Equal(("code", "the key twice"), (error.Key, error.Found));
    }

    [Fact]
    public void Read_SeveralFaults_NamesAllAtOnce()
    {
        var json = SmallNetwork.With("sites[1].wards[0].coreBeds", "-1");
        json = SmallNetwork.With("timeZone", "\"Mars/Olympus\"", json);
        json = SmallNetwork.With("virtualWards[0].provider", "\"nobody\"", json);
        json = SmallNetwork.With("feeds[1].name", null, json);
        json = SmallNetwork.With("thresholds.edLong.value", "3", json);

        var result = NetworkFile.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal(
            ["sites[1].wards[0].coreBeds", "feeds[1].name", "timeZone", "virtualWards[0].provider", "thresholds.edLong.value"],
            result.Errors.Select(error => error.Key));
    }

    [Fact]
    public void Read_OneMissingSection_IsOneErrorNotOneForEachOfItsKeys()
    {
        var result = NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With("thresholds", null)));

        Assert.Equal(["thresholds"], result.Errors.Select(error => error.Key));
    }

    [Theory]
    [InlineData("", "no JSON in line 1")]
    [InlineData("[]", "a list of 0")]
    [InlineData("{\n  \"code\": \"A\",\n}", "no JSON in line 3")]
    [InlineData("{} {}", "no JSON in line 1")]
    [InlineData("// comment\n{}", "no JSON in line 1")]
    [InlineData("{\"code\":\"\\ud800\"}", "no Unicode")]
    public void Read_WhatIsNoNetworkFile_IsOneErrorOfTheFile(string text, string found)
    {
        var error = NetworkFile.Read(Encoding.UTF8.GetBytes(text)).Errors[0];

        Assert.Equal("file", error.Key);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_IsOneErrorOfTheFile()
    {
        byte[] latin1 = [.. "{\"name\":\""u8, 0xE9, .. "\"}"u8];

        Assert.Contains("no Unicode", Assert.Single(NetworkFile.Read(latin1).Errors).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SmallNetwork.Json)];

        Assert.NotNull(NetworkFile.Read(marked).Map);
    }

    [Fact]
    public void Read_FileOverTheLimit_IsRefusedBeforeItIsParsed()
    {
        var large = new byte[NetworkFile.LargestBytes + 1];

        var error = Assert.Single(NetworkFile.Read(large).Errors);

        Assert.Equal(("file", $"{NetworkFile.LargestBytes + 1} bytes"), (error.Key, error.Found));
    }

    [Fact]
    public void Read_WrongValues_AreNeverRepeated()
    {
        const string Secret = "Mrs Example 943 476 5919";
        var json = SmallNetwork.With("sites[0].wards[0].type", $"\"{Secret}\"");
        json = SmallNetwork.With("timeZone", $"\"{Secret}\"", json);
        json = SmallNetwork.With("feeds[0].sites[0]", $"\"{Secret}\"", json);
        json = SmallNetwork.With("partners[0].code", $"\"{Secret}\"", json);

        var errors = NetworkFile.Read(Encoding.UTF8.GetBytes(json)).Errors;

        Assert.True(errors.Count >= 4);
        Assert.All(errors, error => Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void NetworkFileError_ToString_IsOneLineForPeople() => Assert.Equal(
        "sites[1].wards[3].coreBeds: found -1; expected a whole number from 0 to 500.",
        new NetworkFileError("sites[1].wards[3].coreBeds", "-1", "a whole number from 0 to 500").ToString());
}

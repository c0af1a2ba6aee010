using System.Reflection;
using System.Text.Json;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Tests.Events;

public sealed class EventCatalogueTests
{
    [Fact]
    public void Catalogue_EveryEventOfTheDomain_IsInIt()
    {
        var records = typeof(EventDetail).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(EventDetail)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(records, EventCatalogue.Kinds.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>What is null is not written; so what may be null must not be asked for when it is read.</summary>
    [Fact]
    public void Catalogue_EveryNullableMember_MayBeLeftOut()
    {
        var nullability = new NullabilityInfoContext();
        var asked = EventCatalogue.Kinds.Values
            .Select(kind => kind.Json.Type)
            .Append(typeof(Place))
            .SelectMany(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
            .Where(parameter => !parameter.HasDefaultValue && MayBeNull(nullability, parameter))
            .Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Name}");

        Assert.Empty(asked);
    }

    [Theory]
    [InlineData("AmbulanceArrived", """{"conveyance":"c_1","category":"C2"}""")]
    [InlineData("PatientAdmitted", """{"encounter":"v_1","place":{"unmapped":"X"},"class":"Inpatient"}""")]
    [InlineData("FeedSilenced", """{"feed":"basildon-pas","reason":"Disconnected"}""")]
    [InlineData("CriteriaToResideAssessed", """{"encounter":"v_1","met":false,"pathway":"P1","owner":"ESSEX"}""")]
    public void Decode_ThenEncode_IsTheSameEvent(string kind, string json)
    {
        var detail = EventCatalogue.Decode(kind, System.Text.Encoding.UTF8.GetBytes(json));

        Assert.Equal(detail, EventCatalogue.Decode(kind, EventCatalogue.Encode(detail)));
        Assert.Equal(kind, EventCatalogue.KindOf(detail).Name);
    }

    [Theory]
    [InlineData("AmbulanceArrived", """{"conveyance":"c_1","patientName":"x"}""", "patientName")]
    [InlineData("AmbulanceArrived", """{"category":"C2"}""", "conveyance")]
    [InlineData("AmbulanceArrived", """{"conveyance":"c_1","category":"C9"}""", "category")]
    [InlineData("AmbulanceFlew", "{}", "AmbulanceFlew")]
    public void Decode_WhatDoesNotFit_NamesTheMember(string kind, string json, string named)
    {
        var error = Assert.Throws<JsonException>(
            () => EventCatalogue.Decode(kind, System.Text.Encoding.UTF8.GetBytes(json)));

        Assert.Contains(named, error.Message + error.Path, StringComparison.Ordinal);
    }

    private static bool MayBeNull(NullabilityInfoContext context, ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType
            && context.Create(parameter).WriteState == NullabilityState.Nullable);
}

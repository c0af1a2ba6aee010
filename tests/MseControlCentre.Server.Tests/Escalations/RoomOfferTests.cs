using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>Who is offered for help, and that they are asked for what they can give.</summary>
public sealed class RoomOfferTests
{
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<RoomOffer> s_rooms =
    [
        new("RAJ01", Room.TakePatients, "Southend has 4 majors spaces free", "RAJ01:ed.majors-resus-occupancy"),
        new("RAJ01", Room.ReleaseCrews, "Southend has 3 crews to release", "RAJ01:ambulance.release"),
        new("essex-council", Room.UnblockDischarges, "Essex County Council can unblock 12", "RAJ12:discharge.owner"),
    ];

    [Theory]
    [InlineData("RAJ01:ed.majors-resus-occupancy", "RAJ01", "Take patients: Southend has 4 majors spaces free")]
    [InlineData("RAJ01:ambulance.release", "RAJ01", "Release crews: Southend has 3 crews to release")]
    [InlineData("RAJ12:discharge.owner", "essex-council", "Unblock discharges: Essex County Council can unblock 12")]
    public void AskedInOneTap_IsWhatTheyCanGive_WhateverTheBrowserSays(string target, string of, string request)
    {
        var reader = ReaderOf(target, ("of", "RAJ32"), ("for", "Something else"));

        var asked = Assert.IsType<EscalationHelpAsked>(reader.Read(By)!(2));

        Assert.Equal((of, request), (asked.Of, asked.For));
        Assert.EndsWith(asked.Room!, request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RAJ01")]
    [InlineData("RAJ01:beds.available")]
    public void AskedInOneTap_WhenTheyAreNotOfferedAnyMore_IsNotTaken(string target)
    {
        var reader = ReaderOf(target, ("for", "Two beds"));

        Assert.Null(reader.Read(By));
        Assert.Contains("choose another", Assert.Single(reader.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AskedInWords_OfAPlaceWithRoom_NeedsTheWords_AndKeepsTheRoom()
    {
        var wordless = ReaderOf(string.Empty, ("of", "RAJ01"));
        var worded = ReaderOf(string.Empty, ("of", "RAJ01"), ("for", "Two nurses"));

        Assert.Null(wordless.Read(By));
        var asked = Assert.IsType<EscalationHelpAsked>(worded.Read(By)!(2));
        Assert.Equal(("Two nurses", "Southend has 4 majors spaces free"), (asked.For, asked.Room));
    }

    [Theory]
    [InlineData(EscalationKind.WardClosed)]
    [InlineData(EscalationKind.Staffing)]
    [InlineData(EscalationKind.OpelChange)]
    [InlineData(EscalationKind.DischargeDeficit)]
    public async Task PlacesOutsideHospital_ThatShareACode_AreEachOffered_AlthoughNoLimitIsPassedThere(EscalationKind kind)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync();
        var picture = Free(PictureOf(server), FigureQuality.Live);

        var offers = RoomOffer.Of(Escalated(kind, Basildon), picture, server.Network, TrailOf(server));
        var ofSystem = RoomOffer.Of(Escalated(kind, server.Network.Code), picture, server.Network, TrailOf(server));
        var stale = RoomOffer.Of(
            Escalated(kind, Basildon), Free(picture, FigureQuality.Stale), server.Network, TrailOf(server));

        Assert.Equal(
            ["12 virtual-ward places free", "2 community beds free"], offers.Select(offer => offer.Words));
        Assert.All(offers, offer => Assert.Equal((server.Network.Code, "Take patients"), (offer.Code, offer.Ask)));
        Assert.Empty(ofSystem);
        Assert.Empty(stale);
    }

    [Fact]
    public async Task Page_WhenNobodyIsKnownToHaveRoom_SaysThat()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server);
        using var browser = Browser(server);

        var page = await PageAsync(browser, $"escalations/{id}");

        Assert.Contains("No other place is known to have room now.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<li id=\"room-", page, StringComparison.Ordinal);
    }

    private static StaffMember By => new("p_test", "Test", "Site manager");

    private static StepReader ReaderOf(string target, params (string Name, string Value)[] fields)
    {
        var so = Escalated(EscalationKind.HandoverDelay, Basildon);
        var asked = new AskedStep(
            so.Id,
            1,
            EscalationActs.Ask,
            target,
            fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
        var context = new EscalationContext(s_network, [so], null, [], LocalTime.Of(s_network.TimeZone), s_now);
        return new StepReader(so, asked, context, s_rooms);
    }

    private static Escalation Escalated(EscalationKind kind, string scope)
    {
        var id = $"{scope}-{kind}-20261123-1";
        return new Escalation(id, scope, kind, "Said", s_now, new EscalationRaised(id, 1, kind, "Said"));
    }

    private static Picture PictureOf(RunningServer server) =>
        server.Application.Services.GetRequiredService<PictureFeed>().Current!.Picture;

    private static IFigureTrail TrailOf(RunningServer server) =>
        server.Application.Services.GetRequiredService<IFigureTrail>();

    // Twelve places on virtual wards and two community beds in the system.
    private static Picture Free(Picture picture, FigureQuality quality) => picture with
    {
        Figures = new FigureSet(
        [
            .. picture.Figures.Select(figure => ValueOf(figure.Measure) is { } value
                ? figure with { Value = value, Quality = quality }
                : figure),
        ]),
    };

    private static double? ValueOf(Measure measure) =>
        measure.Id == VirtualWardMeasures.VirtualWardAvailable.Id ? 12
        : measure.Id == CommunityMeasures.Free.Id ? 2
        : null;
}

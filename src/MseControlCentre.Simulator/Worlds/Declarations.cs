using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>What partners declare: community beds and slots, urgent community response, NHS 111, out-of-hours care, the
/// ambulance service's levels.</summary>
public sealed class Declarations
{
    private const int Hour = 3600;
    private readonly WorldContext _world;
    private readonly RandomStream _random;
    private readonly EventWriter _community;
    private readonly EventWriter _calls;
    private readonly EventWriter _ambulance;
    private readonly string _callProvider;
    private readonly string _communityProvider;
    private int _offered;
    private int _answered;
    private int _abandoned;
    private int _toDepartment;
    private int _referrals;
    private int _seen;
    private int _contacts;
    private int _reap = 3;

    /// <summary>Speaks for the partners of a world.</summary>
    public Declarations(WorldContext world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _random = new RandomStream(world.Seed, "declarations");
        _community = new EventWriter(world.Outbox, world.Feed("Json", "Community", null)?.Id);
        _ambulance = new EventWriter(world.Outbox, world.Feed("Json", "Ambulance", null)?.Id);
        var calls = world.Network.Feeds.FirstOrDefault(feed => feed.Id.Contains("111", StringComparison.Ordinal));
        _calls = new EventWriter(world.Outbox, calls?.Id);
        _callProvider = Partner("UrgentCareProvider");
        _communityProvider = world.Network.CommunityUnits.FirstOrDefault(unit => unit.Pathway == 1)?.Provider
            ?? Partner("CommunityProvider");
    }

    private string System => _world.Network.Code;

    private long Now => _world.Now;

    /// <summary>Starts now and goes on for ever.</summary>
    public void Start()
    {
        _world.Agenda.At(Now + 60, DeclareCommunity);
        _world.Agenda.At(Now + 70, DeclareSlots);
        _world.Agenda.At(Now + 90, DeclareReap);
        _world.Agenda.At(Now + Hour - (Now % Hour), DeclareHourly);
    }

    private void DeclareCommunity()
    {
        foreach (var unit in _world.Network.CommunityUnits)
        {
            var drawn = Math.Min(unit.Capacity, _random.Round(unit.Capacity * (0.9 + (0.05 * _random.Normal()))));
            var occupied = Math.Max(0, drawn);
            _world.Declared.Set("community", unit.Code, "", unit.Capacity, occupied);
            _community.Write(
                System,
                "CommunityCapacityDeclared",
                Now,
                ("unit", unit.Code),
                ("capacity", unit.Capacity),
                ("occupied", occupied),
                ("expiresAt", new Moment(Now + (6 * Hour))),
                ("declaredBy", "community bed bureau"));
        }

        _world.Agenda.At(Now + (4 * Hour), DeclareCommunity);
    }

    // Slots of the day: booked in the morning, used in the afternoon.
    private void DeclareSlots()
    {
        var hour = _world.Calendar.Hour(Now);
        foreach (var unit in _world.Network.CommunityUnits.Where(unit => unit.Pathway == 1))
        {
            var offered = Math.Max(2, unit.Capacity / 4);
            var booked = Math.Min(offered, _random.Round(offered * (hour < 10 ? 0.4 : 0.85)));
            var used = Math.Min(booked, _random.Round(booked * Math.Clamp((hour - 10) / 8.0, 0, 0.9)));
            _world.Declared.Set("slots", unit.Code, "", offered, booked, used);
            _community.Write(
                System,
                "IntermediateCareSlotsDeclared",
                Now,
                ("unit", unit.Code),
                ("offered", offered),
                ("booked", booked),
                ("used", used),
                ("expiresAt", new Moment(Now + (6 * Hour))),
                ("declaredBy", "care transfer hub"));
        }

        _world.Agenda.At(Now + (4 * Hour), DeclareSlots);
    }

    private void DeclareHourly()
    {
        if (_world.Calendar.Midnight(Now) > Now - Hour)
        {
            (_offered, _answered, _abandoned, _toDepartment) = (0, 0, 0, 0);
            (_referrals, _seen, _contacts) = (0, 0, 0);
        }

        var hour = _world.Calendar.Hour(Now);
        DeclareCalls(hour);
        DeclareUrgentResponse(hour);
        DeclareOutOfHours(hour);
        _calls.Write(
            System,
            "AlternativeServiceDeclared",
            Now,
            ("service", "urgent-community-response"),
            ("open", hour is >= 8 and < 20),
            ("capacity", _random.Below(9)),
            ("waitMinutes", 30 + _random.Below(90)));
        _world.Agenda.At(Now + Hour, DeclareHourly);
    }

    private void DeclareCalls(int hour)
    {
        var calls = _random.Poisson(1100 * _world.Figures.AttendanceHour.Value[hour] / 100 * _world.Demand(Now));
        _offered += calls;
        _abandoned += _random.Round(calls * 0.04);
        _answered = Math.Min(_offered - _abandoned, _answered + _random.Round(calls * 0.78));
        _toDepartment += _random.Round(calls * 0.11);
        _world.Declared.Set("nhs-111", _callProvider, "", _offered, _answered, _abandoned, _toDepartment);
        _calls.Write(
            _callProvider,
            "Nhs111DemandDeclared",
            Now,
            ("callsOffered", _offered),
            ("answeredWithin60Seconds", _answered),
            ("abandoned", _abandoned),
            ("edDispositions", _toDepartment),
            ("expiresAt", new Moment(Now + (2 * Hour))));
    }

    private void DeclareUrgentResponse(int hour)
    {
        var referrals = hour is >= 8 and < 20 ? _random.Poisson(4) : 0;
        _referrals += referrals;
        _seen = Math.Min(_referrals, _seen + _random.Round(referrals * 0.82));
        _world.Declared.Set("urgent-response", _communityProvider, "", _referrals, _seen);
        _community.Write(
            _communityProvider,
            "UrgentCommunityResponseDeclared",
            Now,
            ("referrals", _referrals),
            ("seenWithinTwoHours", _seen),
            ("expiresAt", new Moment(Now + (2 * Hour))));
    }

    private void DeclareOutOfHours(int hour)
    {
        var isOpen = hour is < 8 or >= 18 || _world.Calendar.Weekday(Now) >= 5;
        _contacts += isOpen ? _random.Poisson(18) : 0;
        var waiting = isOpen ? _random.Poisson(14) : 0;
        int? longest = waiting == 0 ? null : 20 + _random.Below(200);
        _world.Declared.Set("out-of-hours", _callProvider, "", _contacts, waiting, longest);
        _calls.Write(
            _callProvider,
            "OutOfHoursDemandDeclared",
            Now,
            ("contacts", _contacts),
            ("waiting", waiting),
            ("longestWaitMinutes", longest),
            ("expiresAt", new Moment(Now + (2 * Hour))));
    }

    // REAP is considered at least weekly; the clinical safety plan follows the day.
    private void DeclareReap()
    {
        if (_world.Calendar.Weekday(Now) == 0)
        {
            _reap = 2 + _random.Weighted([0.3, 0.5, 0.2]);
        }

        var plan = 1 + _random.Weighted([0.35, 0.4, 0.2, 0.05]);
        _world.Declared.Set("ambulance-service", System, "", _reap, plan);
        _ambulance.Write(
            System,
            "AmbulanceServiceDeclared",
            Now,
            ("reapLevel", _reap),
            ("clinicalSafetyPlanLevel", plan),
            ("expiresAt", new Moment(Now + (26 * Hour))),
            ("declaredBy", "ambulance strategic commander"));
        _world.Agenda.At(_world.Calendar.OnDay(_world.Calendar.NextMidnight(Now), 9), DeclareReap);
    }

    private string Partner(string type) => _world.Network.Partners
        .FirstOrDefault(partner => string.Equals(partner.Type, type, StringComparison.OrdinalIgnoreCase))?.Code
        ?? System;
}

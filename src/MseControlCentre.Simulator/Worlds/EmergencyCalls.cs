using System.Globalization;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;
using MseControlCentre.Simulator.Truth;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// 999 calls from the people of the system: answered, given a category, allocated, reached, closed. They are made to
/// have the published response times; they are not tied one by one to the conveyances that reach the hospitals.
/// </summary>
public sealed class EmergencyCalls
{
    private const int SlotSeconds = 900;
    private const int LeastResponse = 90;
    private readonly WorldContext _world;
    private readonly RandomStream _random;
    private readonly EventWriter _writer;
    private readonly List<EmergencyCall> _open = [];
    private long _numbers;

    /// <summary>Answers for a world.</summary>
    public EmergencyCalls(WorldContext world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _random = new RandomStream(world.Seed, "emergency-calls");
        _writer = new EventWriter(world.Outbox, world.Feed("Json", "Ambulance", null)?.Id);
    }

    /// <summary>Calls that are not closed; bounded by the calls of some hours.</summary>
    public IReadOnlyList<EmergencyCall> Open => _open;

    /// <summary>Responses that reached the scene: category and seconds since the clock started.</summary>
    public DayBook<(int Category, long Seconds)> Responses { get; private set; } = new();

    private long Now => _world.Now;

    /// <summary>Starts at the present second and goes on for ever.</summary>
    public void Start() => _world.Agenda.At(Now - (Now % SlotSeconds) + SlotSeconds, Slot);

    /// <summary>Tells of every open call as far as it has come; the day book starts again from that.</summary>
    public void WriteCensus()
    {
        Responses = new();
        foreach (var call in _open)
        {
            Write("EmergencyCallAnswered", call, call.AnsweredAt);
            WriteCategory(call);
            if (call.AllocatedAt is { } allocated)
            {
                Write("AmbulanceAllocated", call, allocated);
            }

            if (call.AtSceneAt is { } reached)
            {
                Write("AmbulanceArrivedAtScene", call, reached);
                Responses.Add(reached, (call.Category!.Value, reached - call.ClockStartedAt!.Value));
            }
        }
    }

    private void Slot()
    {
        var figures = _world.Figures;
        var hours = figures.AmbulanceHour.Value;
        var share = hours[_world.Calendar.Hour(Now)] / hours.Sum();
        var calls = _random.Poisson(
            figures.EmergencyCallsPerDay.Value * share * _world.Demand(Now) * SlotSeconds / 3600);
        for (var i = 0; i < calls; i++)
        {
            _world.Agenda.At(Now + _random.Below(SlotSeconds), Answer);
        }

        _world.Agenda.At(Now + SlotSeconds, Slot);
    }

    private void Answer()
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"I{7000000 + ++_numbers}");
        var call = new EmergencyCall(number) { AnsweredAt = Now, LastEventAt = Now };
        _open.Add(call);
        Write("EmergencyCallAnswered", call, Now);
        var category = 1 + _random.Weighted(_world.Figures.EmergencyCallCategories.Value);
        var told = Now + (category == 1 ? _random.Between(15, 60) : _random.Between(40, 240));
        _world.Agenda.At(told, call, () => Categorise(call, category));
    }

    private void Categorise(EmergencyCall call, int category)
    {
        call.Category = category;
        call.CategorisedAt = Now;
        call.ClockStartedAt ??= Now;
        call.LastEventAt = Now;
        WriteCategory(call);
        if (category == 5)
        {
            var advised = Now + (long)(_random.LogNormal(25, 0.6) * 60);
            _world.Agenda.At(advised, call, () => Close(call, _random.Chance(0.9) ? "HearAndTreat" : "Cancelled"));
            return;
        }

        var figures = _world.Figures;
        var minutes = _random.LogNormal(
            figures.ResponseMedianMinutes.Value[category - 1], figures.ResponseSigma.Value[category - 1]);
        var response = Math.Clamp((long)(minutes * 60), LeastResponse, 14 * 3600);
        var travel = Math.Min(response * 3 / 4, (long)(_random.LogNormal(10, 0.4) * 60));
        if (category >= 3 && _random.Chance(0.2))
        {
            _world.Agenda.At(Now + (response / 2), call, () => Close(call, "HearAndTreat"));
            return;
        }

        // A clinician who calls back finds some to be more urgent; the clock goes on.
        if (category is 3 or 4 && _random.Chance(0.1))
        {
            _world.Agenda.At(Now + (response / 4), call, () => Recategorise(call, category - 1));
        }

        _world.Agenda.At(Now + response - travel, call, () => Allocate(call));
        _world.Agenda.At(Now + response, call, () => Reach(call));
    }

    private void Recategorise(EmergencyCall call, int category)
    {
        call.Category = category;
        call.CategorisedAt = Now;
        call.LastEventAt = Now;
        WriteCategory(call);
    }

    private void Allocate(EmergencyCall call)
    {
        call.AllocatedAt = Now;
        call.LastEventAt = Now;
        Write("AmbulanceAllocated", call, Now);
    }

    private void Reach(EmergencyCall call)
    {
        call.AtSceneAt = Now;
        call.LastEventAt = Now;
        Responses.Add(Now, (call.Category!.Value, Now - call.ClockStartedAt!.Value));
        Write("AmbulanceArrivedAtScene", call, Now);
        var conveyed = _random.Chance(_world.Figures.ConveyedShareOfResponses.Value);
        _world.Agenda.At(
            Now + (long)(_random.LogNormal(conveyed ? 75 : 50, 0.3) * 60),
            call,
            () => Close(call, conveyed ? "SeeAndConvey" : "SeeAndTreat"));
    }

    private void Close(EmergencyCall call, string outcome)
    {
        call.IsClosed = true;
        call.LastEventAt = Now;
        _open.Remove(call);
        _writer.Write(
            _world.Network.Code, "EmergencyCallClosed", Now, ("incident", call.Number), ("outcome", outcome));
    }

    private void WriteCategory(EmergencyCall call)
    {
        if (call.CategorisedAt is { } at)
        {
            _writer.Write(
                _world.Network.Code,
                "EmergencyCallCategorised",
                at,
                ("incident", call.Number),
                ("category", string.Create(CultureInfo.InvariantCulture, $"C{call.Category}")),
                ("clockStartedAt", new Moment(call.ClockStartedAt!.Value)));
        }
    }

    private void Write(string kind, EmergencyCall call, long at) =>
        _writer.Write(_world.Network.Code, kind, at, ("incident", call.Number));
}

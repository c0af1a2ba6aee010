using MseControlCentre.Simulator.Calibration;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Truth;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// The simulated system: hospitals, ambulances, virtual wards and partners, from an origin on. The same network, seed,
/// origin and surges make the same world to the second, on any machine.
/// </summary>
public sealed class World
{
    private const int WarmUpDays = 8;
    private readonly WorldContext _context;
    private readonly IReadOnlyList<Hospital> _hospitals;
    private readonly IReadOnlyList<VirtualWardState> _virtualWards;
    private readonly EmergencyCalls _calls;
    private readonly GroundTruth _truth;

    /// <summary>Builds the world at its origin; the census is the first to be drained.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Seed of all randomness.</param>
    /// <param name="origin">Instant of the census, cut to the whole second.</param>
    /// <param name="surges">Hours of higher demand; they change nothing before the origin.</param>
    public World(NetworkFile network, ulong seed, DateTimeOffset origin, IReadOnlyList<Surge> surges)
    {
        ArgumentNullException.ThrowIfNull(network);
        Origin = DateTimeOffset.FromUnixTimeSeconds(origin.ToUnixTimeSeconds());
        var start = Origin.ToUnixTimeSeconds();
        _context = new WorldContext(
            network, CalibrationFigures.Load(), seed, start - (WarmUpDays * 86400), start, surges);
        _hospitals = network.Sites.Select((site, index) => new Hospital(_context, site, index)).ToList();
        _virtualWards = network.VirtualWards.Select(ward => new VirtualWardState(_context, ward)).ToList();
        _calls = new EmergencyCalls(_context);
        _truth = new GroundTruth(_context, _hospitals, _virtualWards, _calls);
        Begin(start);
    }

    /// <summary>Instant of the census.</summary>
    public DateTimeOffset Origin { get; }

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now => LocalCalendar.Instant(_context.Now);

    /// <summary>Its hospitals, for calibration and tests.</summary>
    public IReadOnlyList<Hospital> Hospitals => _hospitals;

    /// <summary>Its virtual wards, for calibration and tests.</summary>
    public IReadOnlyList<VirtualWardState> VirtualWards => _virtualWards;

    /// <summary>Messages made so far.</summary>
    public long MessagesMade => _context.Outbox.Made;

    /// <summary>Entries on the agenda.</summary>
    public int AgendaCount => _context.Agenda.Count;

    /// <summary>Lets the world go on to an instant: what is due at that very second has happened.</summary>
    public void AdvanceTo(DateTimeOffset instant) => _context.Agenda.AdvanceTo(instant.ToUnixTimeSeconds());

    /// <summary>Takes the messages made since the last time, in the order in which they were made.</summary>
    public IReadOnlyList<OutgoingMessage> Drain() => _context.Outbox.Drain();

    /// <summary>
    /// The ground truth of the present instant: figure identity (<c>scope:measure</c>) to value, null where there is
    /// nothing to measure.
    /// </summary>
    public IReadOnlyDictionary<string, double?> Truth() => _truth.Read();

    private void Begin(long origin)
    {
        var parts = _hospitals.Select(hospital => new Parts(hospital)).ToList();
        foreach (var part in parts)
        {
            part.Ambulances.Others = parts.Where(other => other != part).Select(other => other.Ambulances).ToList();
            part.Start();
        }

        foreach (var ward in _virtualWards)
        {
            ward.Start();
        }

        _calls.Start();

        _context.Agenda.AdvanceTo(origin);
        _context.Outbox.IsMuted = false;
        _context.Outbox.CensusAt = origin;
        foreach (var part in parts)
        {
            Census.Take(part.Hospital, part.Ambulances, part.Beds);
        }

        foreach (var ward in _virtualWards)
        {
            ward.WriteCensus();
        }

        _context.Outbox.CensusAt = null;
        foreach (var part in parts)
        {
            part.WardLife.Start();
            part.Cohort.Start();
        }

        _calls.WriteCensus();
        new Declarations(_context).Start();
        new SiteDeclarations(_context, _hospitals).Start();
    }

    /// <summary>What works in one hospital.</summary>
    private sealed class Parts
    {
        private readonly Arrivals _arrivals;
        private readonly Admissions _admissions;

        public Parts(Hospital hospital)
        {
            Hospital = hospital;
            Beds = new BedOffice(hospital);
            _admissions = new Admissions(hospital, Beds);
            var department = new EmergencyDepartment(hospital, Beds, _admissions);
            Ambulances = new Ambulances(hospital, department);
            Cohort = new CohortArea(hospital, Ambulances);
            _arrivals = new Arrivals(hospital, department, Ambulances, Beds, _admissions);
            WardLife = new WardLife(hospital, Beds, _admissions);
        }

        public Hospital Hospital { get; }

        public BedOffice Beds { get; }

        public Ambulances Ambulances { get; }

        public WardLife WardLife { get; }

        public CohortArea Cohort { get; }

        public void Start()
        {
            new WarmStart(Hospital, Beds).Fill(_admissions.EndOfShortStay);
            _arrivals.Start();
            new DischargeRounds(Hospital, _admissions, _arrivals.OvernightEmergenciesPerDay).Start();
            new CriticalCare(Hospital, Beds, _admissions).Start();
        }
    }
}

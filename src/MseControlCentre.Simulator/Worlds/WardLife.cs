using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// What else happens on wards: moves, bed swaps (A17), leave (A21, A22), updates (A08, A31), merges (A40), beds closed
/// and opened (A20), part of a ward closed.
/// </summary>
public sealed class WardLife
{
    private readonly Hospital _hospital;
    private readonly BedOffice _beds;
    private readonly Admissions _admissions;
    private readonly (double PerDay, Action Happen)[] _happenings;

    /// <summary>Works for a hospital.</summary>
    public WardLife(Hospital hospital, BedOffice beds, Admissions admissions)
    {
        _hospital = hospital;
        _beds = beds;
        _admissions = admissions;
        var mistakes = new Mistakes(hospital, beds, admissions);

        // How often in the whole system; a hospital has its share. Assumptions: enough of each that a day shows all.
        _happenings =
        [
            (150, Update), (60, UpdatePerson), (30, MoveToAnotherWard), (6, Swap), (9, GoOnLeave), (6, Merge),
            (6, CloseBed), (2, ClosePartOfWard), (9, mistakes.WrongRegistration), (5, mistakes.WrongAdmission),
            (6, mistakes.WrongTransfer), (5, mistakes.WrongDischarge),
        ];
    }

    private RandomStream Random => _hospital.Random;

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    /// <summary>Starts now and goes on for ever.</summary>
    public void Start() => World.Agenda.At(Now + 1800, EveryHalfHour);

    private void EveryHalfHour()
    {
        var hour = World.Calendar.Hour(Now);
        var byDay = hour is >= 8 and < 20 ? 1.7 : 0.3;
        foreach (var (perDay, happen) in _happenings)
        {
            var count = Random.Poisson(perDay * _hospital.Share.Admissions * byDay / 48);
            for (var i = 0; i < count; i++)
            {
                World.Agenda.At(Now + Random.Below(1800), happen);
            }
        }

        if (hour == 10)
        {
            _beds.StandDown();
        }

        if (hour % 6 == 1)
        {
            _beds.Restate();
        }

        World.Agenda.At(Now + 1800, EveryHalfHour);
    }

    private void Update() => WithAnyone(visit =>
    {
        visit.LastEventAt = Now;
        visit.Specialty = visit.Specialty is "300" && Random.Chance(0.3) ? "430" : visit.Specialty;
        _hospital.Adt.Write("A08", "ADT_A01", visit, Now);
    });

    private void UpdatePerson() => WithAnyone(visit =>
    {
        visit.LastEventAt = Now;
        _hospital.Adt.WritePersonUpdate(visit.Person, Now);
    });

    private void MoveToAnotherWard() => WithAnyone(visit =>
    {
        if (_beds.Find(_hospital.AdultWards, visit.Specialty) is { } bed && bed.Ward != visit.Ward)
        {
            _admissions.Move(visit, bed);
        }
    });

    private void Swap()
    {
        if (Anyone() is { } first && Anyone() is { } second && first != second)
        {
            World.Agenda.At(Now, first, second, () => SwapNow(first, second));
        }
    }

    private void SwapNow(Visit first, Visit second)
    {
        if (!IsSettled(first) || !IsSettled(second))
        {
            return;
        }

        var (one, two) = (first.Bed!, second.Bed!);
        one.Release(first);
        two.Release(second);
        one.Take(second);
        two.Take(first);
        (first.Bed, first.Ward) = (two, two.Ward);
        (second.Bed, second.Ward) = (one, one.Ward);
        first.LastEventAt = Now;
        second.LastEventAt = Now;
        _hospital.Adt.WriteSwap(
            first,
            new AdtExtras { Prior = (one.Ward, one) },
            second,
            new AdtExtras { Prior = (two.Ward, two) },
            Now);
    }

    private void GoOnLeave() => WithAnyone(visit =>
    {
        visit.OnLeave = true;
        visit.LastEventAt = Now;
        _hospital.Adt.Write("A21", "ADT_A21", visit, Now);
        if (Random.Chance(0.1))
        {
            // Entered in error: the patient never left.
            World.Agenda.At(Now + Random.Between(300, 1800), visit,
                () => EndLeave(visit, "A52", "ADT_A52", mayBeTakenBack: false));
        }
        else
        {
            World.Agenda.At(Now + Random.Between(4 * 3600, 30 * 3600), visit,
                () => EndLeave(visit, "A22", "ADT_A21", mayBeTakenBack: true));
        }
    });

    private void EndLeave(Visit visit, string trigger, string structure, bool mayBeTakenBack)
    {
        visit.OnLeave = false;
        visit.LastEventAt = Now;
        _hospital.Adt.Write(trigger, structure, visit, Now);
        if (mayBeTakenBack && Random.Chance(0.05))
        {
            World.Agenda.At(Now + Random.Between(120, 1200), visit, () => TakeBackReturn(visit));
        }
    }

    private void TakeBackReturn(Visit visit)
    {
        if (IsSettled(visit))
        {
            visit.OnLeave = true;
            visit.LastEventAt = Now;
            _hospital.Adt.Write("A53", "ADT_A52", visit, Now);
            World.Agenda.At(Now + Random.Between(3600, 4 * 3600), visit,
                () => EndLeave(visit, "A22", "ADT_A21", mayBeTakenBack: false));
        }
    }

    private void Merge() => WithAnyone(visit =>
    {
        var givenUp = visit.Person.LocalNumber;
        visit.Person.LocalNumber = _hospital.NewLocalNumber();
        visit.LastEventAt = Now;
        _hospital.Adt.WriteMerge(visit.Person, givenUp, Now);
    });

    private void CloseBed()
    {
        if (_beds.Find(_hospital.AdultWards) is not { IsEscalation: false } bed || bed.Ward.DeclaredClosed > 0)
        {
            return;
        }

        var closure = new object();
        bed.Take(closure);
        bed.Release(closure);
        bed.IsOpen = false;
        bed.Ward.SinglyClosed++;
        _hospital.Adt.WriteBedStatus(bed, "C", Now);
        World.Agenda.At(Now + Random.Between(2 * 3600, 20 * 3600), () =>
        {
            bed.IsOpen = true;
            bed.Ward.SinglyClosed--;
            _hospital.Adt.WriteBedStatus(bed, "U", Now);
            _beds.Serve();
        });
    }

    private void ClosePartOfWard()
    {
        var wards = _hospital.AdultWards
            .Where(ward => ward is { DeclaredClosed: 0, SinglyClosed: 0 }
                && ward.Beds.Any(bed => bed.IsFree && !bed.IsEscalation))
            .ToList();
        if (wards.Count == 0)
        {
            return;
        }

        var closing = Random.Pick(wards);
        var beds = closing.Beds.Where(bed => bed.IsFree && !bed.IsEscalation).Take(4).ToList();
        beds.ForEach(bed => bed.IsOpen = false);
        closing.CoreOpen -= beds.Count;
        closing.DeclaredClosed = beds.Count;
        closing.ClosedReason = _hospital.Side.Chance(0.7) ? "infection prevention and control" : "staffing";
        _beds.Declare(closing, closing.ClosedReason);
        World.Agenda.At(Now + Random.Between(18 * 3600, 60 * 3600), () =>
        {
            beds.ForEach(bed => bed.IsOpen = true);
            closing.CoreOpen += beds.Count;
            closing.DeclaredClosed = 0;
            closing.ClosedReason = null;
            _beds.Declare(closing, null);
            _beds.Serve();
        });
    }

    private void WithAnyone(Action<Visit> act)
    {
        if (Anyone() is { } visit)
        {
            World.Agenda.At(Now, visit, () =>
            {
                if (IsSettled(visit))
                {
                    act(visit);
                }
            });
        }
    }

    private Visit? Anyone()
    {
        var candidates = _hospital.Present.Where(IsSettled).ToList();
        return candidates.Count == 0 ? null : Random.Pick(candidates);
    }

    private static bool IsSettled(Visit visit) =>
        visit is { Kind: StayKind.Overnight, IsInpatient: true, IsBusy: false, OnLeave: false, Bed: not null }
        && visit.Ward!.Entry.IsGeneralAndAcute;
}

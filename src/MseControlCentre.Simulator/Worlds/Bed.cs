using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>One bed.</summary>
public sealed class Bed
{
    /// <summary>Puts a bed in a ward.</summary>
    public Bed(WardState ward, string name, bool isEscalation)
    {
        Ward = ward;
        Name = name;
        IsEscalation = isEscalation;
        IsOpen = !isEscalation;
    }

    /// <summary>The ward.</summary>
    public WardState Ward { get; }

    /// <summary>Its name within the ward.</summary>
    public string Name { get; }

    /// <summary>Whether it opens only for pressure.</summary>
    public bool IsEscalation { get; }

    /// <summary>Whether patients can be put into it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Who or what has it: a patient, a wrong entry that will be taken back, cleaning; null when it is
    /// free.</summary>
    public object? Holder { get; private set; }

    /// <summary>Whether a patient can be put into it now.</summary>
    public bool IsFree => IsOpen && Holder is null;

    /// <summary>Gives it to a holder.</summary>
    /// <exception cref="InvalidOperationException">Somebody has it: two patients in one bed is a mistake of the
    /// world.</exception>
    public void Take(object holder)
    {
        if (!IsFree)
        {
            throw new InvalidOperationException($"Bed {Name} of ward {Ward.Entry.Code} is not free.");
        }

        Holder = holder;
        Ward.Taken++;
    }

    /// <summary>Hands it from one holder to another.</summary>
    public void Pass(object from, object to)
    {
        Release(from);
        Take(to);
    }

    /// <summary>Frees it.</summary>
    /// <exception cref="InvalidOperationException">Another has it.</exception>
    public void Release(object holder)
    {
        if (!ReferenceEquals(Holder, holder))
        {
            throw new InvalidOperationException($"Bed {Name} of ward {Ward.Entry.Code} is held by another.");
        }

        Holder = null;
        Ward.Taken--;
    }
}

/// <summary>A ward with its beds.</summary>
public sealed class WardState
{
    /// <summary>Builds the beds that the network file gives the ward.</summary>
    public WardState(NetworkWard entry)
    {
        Entry = entry;
        var beds = new List<Bed>(entry.CoreBeds + entry.EscalationBeds);
        for (var i = 0; i < entry.CoreBeds + entry.EscalationBeds; i++)
        {
            var name = $"{(char)('A' + (i / 6 % 26))}{(i % 6) + 1}{(i >= 156 ? "X" : "")}";
            beds.Add(new Bed(this, name, i >= entry.CoreBeds));
        }

        Beds = beds;
        CoreOpen = entry.CoreBeds;
    }

    /// <summary>The ward in the network file.</summary>
    public NetworkWard Entry { get; }

    /// <summary>Its beds: core beds first, then those for escalation.</summary>
    public IReadOnlyList<Bed> Beds { get; }

    /// <summary>Beds that somebody has.</summary>
    public int Taken { get; internal set; }

    /// <summary>Core beds open, as last declared.</summary>
    public int CoreOpen { get; set; }

    /// <summary>Escalation beds open, as last declared.</summary>
    public int EscalationOpen { get; set; }

    /// <summary>Beds closed, as last declared.</summary>
    public int DeclaredClosed { get; set; }

    /// <summary>Why they are closed, as last declared.</summary>
    public string? ClosedReason { get; set; }

    /// <summary>Beds closed one by one (HL7 A20).</summary>
    public int SinglyClosed { get; set; }

    /// <summary>Beds patients can be put into now.</summary>
    public int Free => Math.Max(0, CoreOpen + EscalationOpen - SinglyClosed - Taken);

    /// <summary>Whether patients of a division belong in it; a ward without divisions is for any.</summary>
    public bool IsFor(string division) =>
        Entry.Divisions.Count == 0 || Entry.Divisions.Contains(division, StringComparer.Ordinal);

    /// <summary>A free bed, or null.</summary>
    public Bed? FirstFree() => Beds.FirstOrDefault(bed => bed.IsFree);
}

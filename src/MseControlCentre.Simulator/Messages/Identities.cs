using System.Globalization;
using MseControlCentre.Simulator.Randomness;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Messages;

/// <summary>
/// What an HL7 message says about a person: made up, and plainly so. NHS numbers start with 999 (the range kept for
/// tests, with a true check digit), surnames with ZZTEST, postcodes with ZZ99, telephone numbers lie in the range that
/// Ofcom keeps for drama.
/// </summary>
public static class Identities
{
    private const int YearOfAges = 2026;

    private static readonly string[] s_surnames =
    [
        "Appleyard", "Birdwhistle", "Cloudesley", "Dandelion", "Elderflower", "Fernsby", "Gooseberry", "Hollyhock",
        "Ivywood", "Juniper", "Kettlewell", "Larkspur", "Marigold", "Nettlefold", "Oakenshaw", "Primrose",
        "Quillfeather", "Rosehip", "Snowdrop", "Thistlewood", "Umbrella", "Violet", "Wintergreen", "Yarrow",
    ];

    private static readonly string[] s_givenNames =
    [
        "Zebedee", "Zinnia", "Zephyr", "Zelda", "Zachary", "Zara", "Zeno", "Zoe", "Zebulon", "Zuleika",
            "Ziggy", "Zenobia",
    ];

    private static readonly string[] s_streets =
        ["Madeup Lane", "Pretend Road", "Imaginary Avenue", "Makebelieve Close", "Fable Street", "Notreal Drive"];

    private static readonly string[] s_towns = ["FICTIONVILLE", "INVENTED-ON-SEA", "NOWHERE MAGNA", "PRETENDING"];

    /// <summary>The ten digits of a person's NHS number.</summary>
    public static string NhsNumber(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var number = (long)(StableHash.Of(person.Number, 11) % 1_000_000);
        while (true)
        {
            var digits = "999" + number.ToString("D6", CultureInfo.InvariantCulture);
            var check = CheckDigit(digits);
            if (check < 10)
            {
                return digits + check.ToString(CultureInfo.InvariantCulture);
            }

            number = (number + 1) % 1_000_000;
        }
    }

    /// <summary>PID-5: surname, given name, title.</summary>
    public static string Name(Person person)
    {
        var hash = StableHash.Of(person.Number, 12);
        var surname = s_surnames[hash % (ulong)s_surnames.Length];
        var given = s_givenNames[(hash >> 20) % (ulong)s_givenNames.Length];
        return $"ZZTEST-{surname}^{given}^^^{(IsFemale(person) ? "Mrs" : "Mr")}";
    }

    /// <summary>PID-8: F or M.</summary>
    public static bool IsFemale(Person person) => StableHash.Of(person.Number, 13) % 2 == 0;

    /// <summary>PID-7: a birth date that fits the age.</summary>
    public static string BirthDate(Person person)
    {
        var hash = StableHash.Of(person.Number, 14);
        return string.Create(
            CultureInfo.InvariantCulture,
                $"{YearOfAges - person.Age - 1:D4}{(hash % 12) + 1:D2}{((hash >> 8) % 28) + 1:D2}");
    }

    /// <summary>PID-11: an address.</summary>
    public static string Address(Person person)
    {
        var hash = StableHash.Of(person.Number, 15);
        var street = s_streets[hash % (ulong)s_streets.Length];
        var town = s_towns[(hash >> 8) % (ulong)s_towns.Length];
        return string.Create(
            CultureInfo.InvariantCulture,
                $"{((hash >> 16) % 180) + 1} {street}^^{town}^ESSEX^ZZ99 {(hash >> 24) % 9}VZ^^H");
    }

    /// <summary>PID-13: a telephone number.</summary>
    public static string Telephone(Person person) =>
        string.Create(CultureInfo.InvariantCulture, $"01632 960{StableHash.Of(person.Number, 16) % 1000:D3}^PRN");

    // The sum of the digits times 10 down to 2; eleven less its remainder by eleven (NHS Data Dictionary, NHS number).
    private static int CheckDigit(string nineDigits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (nineDigits[i] - '0') * (10 - i);
        }

        var check = 11 - (sum % 11);
        return check == 11 ? 0 : check;
    }
}

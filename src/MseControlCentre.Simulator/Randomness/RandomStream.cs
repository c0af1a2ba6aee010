namespace MseControlCentre.Simulator.Randomness;

/// <summary>
/// A stream of random numbers that is the same for a seed and a name on every machine and in every run: PCG32
/// (XSH-RR, 64-bit state; M. E. O'Neill, 2014). The runtime's own generator promises no sequence.
/// </summary>
public sealed class RandomStream
{
    private const ulong Multiplier = 6364136223846793005UL;
    private readonly ulong _increment;
    private ulong _state;

    /// <summary>Opens the stream of a name, so that one part of the world drawing more leaves the others as they
    /// were.</summary>
    public RandomStream(ulong seed, string name)
    {
        _increment = (StableHash.Of(name) << 1) | 1;
        Next();
        _state += StableHash.Of(seed, StableHash.Of(name));
        Next();
    }

    /// <summary>The next 32 random bits.</summary>
    public uint Next()
    {
        var old = _state;
        _state = unchecked((old * Multiplier) + _increment);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        var turn = (int)(old >> 59);
        return (shifted >> turn) | (shifted << (-turn & 31));
    }

    /// <summary>A number from 0 (included) to 1 (excluded), of 53 random bits.</summary>
    public double Unit()
    {
        var high = (ulong)(Next() >> 5);
        var low = (ulong)(Next() >> 6);
        return ((high << 26) | low) / 9007199254740992.0;
    }

    /// <summary>Whether something of the given probability happens.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A whole number from 0 to one below the limit.</summary>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(((ulong)Next() * (ulong)limit) >> 32);
    }

    /// <summary>A whole number between two, both included.</summary>
    public long Between(long lowest, long highest) => lowest + (long)(Unit() * (highest - lowest + 1));

    /// <summary>One item of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Below(items.Count)];
    }

    /// <summary>The index of a weight, drawn in proportion to the weights.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = 0.0;
        for (var i = 0; i < weights.Count; i++)
        {
            total += weights[i];
        }

        var draw = Unit() * total;
        for (var i = 0; i < weights.Count - 1; i++)
        {
            draw -= weights[i];
            if (draw < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }

    /// <summary>A waiting time whose mean is given, from the exponential distribution.</summary>
    public double Exponential(double mean) => -mean * ExactMath.Ln(1 - Unit());

    /// <summary>A number from the standard normal distribution (Marsaglia's polar method).</summary>
    public double Normal()
    {
        while (true)
        {
            var x = (2 * Unit()) - 1;
            var y = (2 * Unit()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * ExactMath.Ln(square) / square);
            }
        }
    }

    /// <summary>A positive number from the log-normal distribution of the given median.</summary>
    public double LogNormal(double median, double sigma) => median * ExactMath.Exp(sigma * Normal());

    /// <summary>How many things happen when <paramref name="mean"/> are expected (Poisson distribution).</summary>
    public int Poisson(double mean)
    {
        var count = 0;
        for (var rest = mean; rest > 0; rest -= 30)
        {
            // In steps of 30, so that the starting product never falls below what a double holds well.
            var floor = ExactMath.Exp(-Math.Min(rest, 30));
            var product = Unit();
            while (product > floor)
            {
                count++;
                product *= Unit();
            }
        }

        return count;
    }

    /// <summary>A whole number near a fraction: the fraction decides how often it is rounded up.</summary>
    public int Round(double value)
    {
        var whole = (int)Math.Floor(value);
        return Chance(value - whole) ? whole + 1 : whole;
    }
}

namespace MseControlCentre.Simulator.Randomness;

/// <summary>
/// Logarithm and exponential from the four basic operations only. The platform's own differ in the last bit between
/// processors and C libraries; one differing bit would make another day of the same seed.
/// </summary>
public static class ExactMath
{
    private const double LnTwo = 0.693147180559945309417232121458;

    /// <summary>Natural logarithm of a positive, normal number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive and finite.</exception>
    public static double Ln(double value)
    {
        if (!(value > 0) || double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A positive, finite number is expected.");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);

        // ln m = 2 artanh((m - 1) / (m + 1)); for m in [1, 2) the ratio is below 1/3 and the series is short.
        var ratio = (mantissa - 1) / (mantissa + 1);
        var square = ratio * ratio;
        var power = ratio;
        var sum = 0.0;
        for (var n = 1; n <= 41; n += 2)
        {
            sum += power / n;
            power *= square;
        }

        return (2 * sum) + (exponent * LnTwo);
    }

    /// <summary>e to the power of a number; 0 below -700, and 700 is the most it takes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is above 700 or not a number.</exception>
    public static double Exp(double value)
    {
        if (!(value <= 700))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A number up to 700 is expected.");
        }

        if (value < -700)
        {
            return 0;
        }

        var twos = (int)Math.Floor((value / LnTwo) + 0.5);
        var rest = value - (twos * LnTwo);
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; n <= 20; n++)
        {
            term *= rest / n;
            sum += term;
        }

        return sum * BitConverter.Int64BitsToDouble((long)(twos + 1023) << 52);
    }

    /// <summary>A positive number to a power.</summary>
    public static double Power(double value, double exponent) => Exp(exponent * Ln(value));
}

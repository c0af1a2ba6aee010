using System.Globalization;
using System.Net;

namespace MseControlCentre.Saturation;

/// <summary>Named options of the command line, such as <c>--connections 16</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal); // bound: the command line

    public Arguments(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal) || index + 1 == arguments.Count)
            {
                throw new FormatException(
                    $"'{arguments[index]}': an option and its value were expected, such as --connections 16.");
            }

            _values[arguments[index][2..]] = arguments[index + 1];
        }
    }

    /// <summary>An option that must be given.</summary>
    public string Text(string name) => _values.GetValueOrDefault(name)
        ?? throw new FormatException($"--{name} is missing.");

    /// <summary>An option that may be left out.</summary>
    public string? OptionalText(string name) => _values.GetValueOrDefault(name);

    /// <summary>A whole number above zero, with what is taken when it is left out.</summary>
    public int Number(string name, int otherwise) => (int)(OptionalNumber(name) ?? otherwise);

    /// <summary>A number above zero, or null when it is left out.</summary>
    public double? OptionalNumber(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"--{name}: '{text}' is no number above zero.");
    }

    /// <summary>A loopback address with its port; any other host is refused.</summary>
    public IPEndPoint Loopback(string name)
    {
        var text = Text(name);
        return IPEndPoint.TryParse(text, out var target) && IPAddress.IsLoopback(target.Address) && target.Port > 0
            ? target
            : throw new FormatException(
                $"--{name}: '{text}' is no loopback address with a port, such as 127.0.0.1:2575.");
    }
}

using System.Globalization;
using System.Text;
using QRCoder;

namespace MseControlCentre.Server.Components.Own;

/// <summary>A QR code as one path: each row's runs of dark squares.</summary>
public static class QrDrawing
{
    /// <summary>Draws a text, with the light border that readers need.</summary>
    /// <returns>Squares along a side, and the path in a box of that size.</returns>
    public static (int Size, string Path) Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            var squares = code.ModuleMatrix[row];
            for (var start = 0; start < squares.Length; start++)
            {
                var end = start;
                while (end < squares.Length && squares[end])
                {
                    end++;
                }

                if (end > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{end - start}v1h{start - end}z");
                    start = end;
                }
            }
        }

        return (code.ModuleMatrix.Count, path.ToString());
    }
}

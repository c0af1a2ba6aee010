using System.Text;
using System.Text.Unicode;

namespace MseControlCentre.Feeds.Csv;

/// <summary>
/// The text of a file's bytes. UTF-8, with or without a byte-order mark; bytes that are no UTF-8 are read as
/// Windows-1252, in which spreadsheets on Windows save "CSV (comma delimited)", and the answer says so. UTF-16 is
/// refused.
/// </summary>
internal static class CsvText
{
    public const string Utf8Name = "utf-8";
    public const string WindowsName = "windows-1252";

    private static readonly Encoding s_windows =
        CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("This runtime has no Windows-1252.");

    /// <summary>Reads the bytes; null when they are no text that is taken.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="encoding">How it was read.</param>
    public static string? Read(ReadOnlySpan<byte> bytes, out string encoding)
    {
        encoding = Utf8Name;
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]) || bytes.Contains((byte)0))
        {
            return null;
        }

        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        encoding = WindowsName;
        return s_windows.GetString(bytes);
    }
}

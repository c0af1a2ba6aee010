using System.Text;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Parsing;

public sealed class Hl7CharactersTests
{
    [Theory]
    [InlineData("", "utf-8", "Wörd")]
    [InlineData("", "iso-8859-1", "Wörd")]
    [InlineData("UNICODE UTF-8", "utf-8", "Wörd €")]
    [InlineData("ASCII", "us-ascii", "Ward")]
    [InlineData("8859/1", "iso-8859-1", "Wörd")]
    [InlineData("8859/2", "iso-8859-2", "Łódź")]
    [InlineData("8859/7", "iso-8859-7", "Ωμέγα")]
    [InlineData("8859/15", "iso-8859-15", "Wörd €")]
    [InlineData("8859/1~UNICODE UTF-8", "iso-8859-1", "Wörd")]
    [InlineData("SOMETHING ELSE", "utf-8", "Wörd")]
    public void Read_DeclaredCharacterSet_IsHonoured(string declared, string written, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);

        var read = Hl7Characters.Read(encoding.GetBytes(Message(declared, text)));

        Assert.Contains(text, read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_Utf16WithOrWithoutMark_IsRead(bool withMark)
    {
        foreach (var bigEndian in new[] { true, false })
        {
            var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
            byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Message("UNICODE UTF-16",
                "“Łódź”"))];

            var read = Hl7Characters.Read(bytes);

            Assert.StartsWith("MSH|", read.Text, StringComparison.Ordinal);
            Assert.Contains("“Łódź”", read.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_Utf8ByteOrderMark_IsRemoved() =>
        Assert.StartsWith("MSH", Hl7Characters.Read([0xEF, 0xBB, 0xBF, .. "MSH|^~\\&|"u8]).Text,
            StringComparison.Ordinal);

    [Fact]
    public void Read_BytesThatAreNoUtf8_AreReadAsLatin1() =>
        Assert.EndsWith("é", Hl7Characters.Read([.. "MSH|^~\\&|"u8, 0xE9]).Text, StringComparison.Ordinal);

    // Found by the fuzz test: the header ended where its separator was looked for.
    [Theory]
    [InlineData("MSH")]
    [InlineData("MSH\r^~\\&|PAS|RAJ12|x")]
    [InlineData("MSH|\r")]
    public void Read_HeaderCutShort_IsRead(string text) => Assert.Equal(text,
        Hl7Characters.Read(Encoding.UTF8.GetBytes(text)).Text);

    private static string Message(string declared, string text) =>
        $"MSH|^~\\&|PAS|RAJ12|||20261122||ADT^A01|42|P|2.4||||||{declared}\rPV1|1|I|{text}\r";
}

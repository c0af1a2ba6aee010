using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Parsing;

public sealed class Hl7EscapesTests
{
    [Theory]
    [InlineData(@"a\F\b", "a|b")]
    [InlineData(@"a\S\b", "a^b")]
    [InlineData(@"a\T\b", "a&b")]
    [InlineData(@"a\R\b", "a~b")]
    [InlineData(@"a\E\b", @"a\b")]
    [InlineData(@"\X0D\", "\r")]
    [InlineData(@"\X414243\", "ABC")]
    [InlineData(@"\XC3A9\", "é")]
    [InlineData(@"\XE9\", "é")]
    [InlineData(@"a\.br\b", "a\nb")]
    [InlineData(@"\H\bold\N\", @"\H\bold\N\")]
    [InlineData(@"\Zlocal\", @"\Zlocal\")]
    [InlineData(@"\XZZ\", @"\XZZ\")]
    [InlineData(@"\X0\", @"\X0\")]
    [InlineData(@"C:\dir", @"C:\dir")]
    [InlineData(@"\", @"\")]
    [InlineData(@"\\", @"\\")]
    [InlineData("plain", "plain")]
    public void Unescape_EachEscape_GivesItsText(string raw, string text) =>
        Assert.Equal(text, Hl7Escapes.Unescape(raw, Hl7Delimiters.Standard));

    [Theory]
    [InlineData(@"a|b^c&d~e\f", @"a\F\b\S\c\T\d\R\e\E\f")]
    [InlineData("a\rb", "a b")]
    public void Escape_Delimiters_AreEscapedAndLineEndsReplaced(string text, string escaped) =>
        Assert.Equal(escaped, Hl7Escapes.Escape(text, Hl7Delimiters.Standard));

    [Fact]
    public void Unescape_OfEscaped_IsTheText()
    {
        var delimiters = new Hl7Delimiters('#', '@', '!', '$', '%');

        Assert.Equal("a#b@c!d$e%f|", Hl7Escapes.Unescape(Hl7Escapes.Escape("a#b@c!d$e%f|", delimiters), delimiters));
    }
}

using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Parsing;

public sealed class Hl7ReaderTests
{
    private const string Header = @"MSH|^~\&|PAS|RAJ12|SCC|QH8|20261122100100||ADT^A01^ADT_A01|42|P|2.4";

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    [InlineData("\n\n\n")]
    [InlineData("\r  ")]
    [InlineData("\n\t ")]
    public void Read_AnyLineEnd_FindsTheSegments(string lineEnd)
    {
        var message = One(string.Join(lineEnd, Header, "EVN|A01|20261122", "PV1|1|I|^MARY^07^RAJ12", ""));

        Assert.Equal(3, message.SegmentCount);
        Assert.Equal("MARY", message.Find("PV1").Field(3).Component(2).Text());
    }

    [Theory]
    [InlineData("|^~\\&")]
    [InlineData("#@!$%")]
    [InlineData("*:;,=")]
    [InlineData("^|~\\&")]
    public void Read_DeclaredDelimiters_AreHonoured(string delimiters)
    {
        var (f, c, r, s) = (delimiters[0], delimiters[1], delimiters[2], delimiters[4]);
        var message = One($"MSH{f}{delimiters[1..]}{f}PAS{f}RAJ12\rPID{f}1{f}{f}1{s}x{c}b{r}2{c}d");

        Assert.Equal("PAS", message.Header.Field(3).Text());
        var identifiers = message.Find("PID").Field(3);
        Assert.Equal(2, identifiers.Repetitions);
        Assert.Equal("x", identifiers.Component(1).SubComponent(2).Text());
        Assert.Equal("d", identifiers.Repetition(2).Component(2).Text());
    }

    [Theory]
    [InlineData("MSH")]
    [InlineData("MSH|")]
    [InlineData("MSH||||PAS")]
    [InlineData("MSH|^^^^|PAS")]
    [InlineData("MSH|^~|PAS")]
    [InlineData("MSH|^~\\&#|PAS")]
    public void Read_OddHeader_NeverThrows(string header) => Assert.Single(Hl7Reader.Read(header, 10, out _));

    [Theory]
    [InlineData("MSH")]
    [InlineData("MSH|||| PAS")]
    [InlineData("MSH|^^^^|PAS")]
    [InlineData("MSH|ab|PAS")]
    [InlineData("MSH|^~\\|\\&|PAS")]
    public void Read_DelimitersThatClash_AreNoMessageOrFallBack(string header)
    {
        var found = Hl7Reader.Read(header, 10, out _)[0];

        Assert.True(found.Message is null || found.Message.Delimiters.Component == '^');
    }

    [Fact]
    public void Read_FewerDelimiters_TakesTheUsualOnes()
    {
        var message = One("MSH|^|PAS\rPID|1||a~b");

        Assert.Equal(Hl7Delimiters.Standard, message.Delimiters);
        Assert.Equal(2, message.Find("PID").Field(3).Repetitions);
    }

    [Fact]
    public void Read_DoubledEscape_IsUnderstood() =>
        Assert.Equal(Hl7Delimiters.Standard, One(@"MSH|^~\\&|PAS|RAJ12").Delimiters);

    [Fact]
    public void Field_OfHeader_CountsTheSeparatorAsTheFirst()
    {
        var header = One(Header).Header;

        Assert.Equal("|", header.Field(1).ToString());
        Assert.Equal(@"^~\&", header.Field(2).ToString());
        Assert.Equal("PAS", header.Field(3).Text());
        Assert.Equal("2.4", header.Field(12).Text());
        Assert.True(header.Field(18).IsOmitted);
    }

    [Fact]
    public void Field_OmittedAndNull_AreToldApart()
    {
        var pv1 = One(Header + "\rPV1|1||\"\"|").Find("PV1");

        Assert.True(pv1.Field(2).IsOmitted);
        Assert.True(pv1.Field(3).IsNull);
        Assert.False(pv1.Field(3).HasValue);
        Assert.True(pv1.Field(50).IsOmitted);
        Assert.True(One(Header).Find("PV1").Field(3).IsOmitted);
    }

    [Fact]
    public void Find_ContinuationLine_IsNoSegment()
    {
        var message = One(Header + "\rOBX|1|TX|||a note\nPV1 is not a segment here\rPV1|1|E");

        Assert.Equal("E", message.Find("PV1").Field(2).Text());
    }

    [Fact]
    public void Find_ZSegment_IsRead() => Assert.Equal("c", One(Header + "\rZU1|a|b|c").Find("ZU1").Field(3).Text());

    [Fact]
    public void Read_BatchFile_FindsEachMessage()
    {
        var text = $"FHS|^~\\&|x\rBHS|^~\\&|x\r{Header}\rPID|1\r{Header}\rPV1|1\rBTS|2\rFTS|1\r";

        var found = Hl7Reader.Read(text, 10, out var more);

        Assert.False(more);
        Assert.Equal([2, 2], found.Select(one => one.Message!.SegmentCount));
    }

    [Fact]
    public void Read_SeveralMessagesWithTheirOwnDelimiters_ReadsEach()
    {
        var found = Hl7Reader.Read($"{Header}\rMSH#@!$%#OTHER#X\r", 10, out _);

        Assert.Equal(["PAS", "OTHER"], found.Select(one => one.Message!.Header.Field(3).Text()));
    }

    [Fact]
    public void Read_MoreMessagesThanTheLimit_SaysSo()
    {
        var found = Hl7Reader.Read(string.Concat(Enumerable.Repeat(Header + "\r", 4)), 3, out var more);

        Assert.True(more);
        Assert.Equal(3, found.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("PID|1||123")]
    [InlineData("FHS|^~\\&|x\rFTS|0")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n")]
    public void Read_NoHeader_FindsNothing(string text) => Assert.Empty(Hl7Reader.Read(text, 10, out _));

    private static Hl7Message One(string text) => Assert.Single(Hl7Reader.Read(text, 10, out _)).Message!;
}

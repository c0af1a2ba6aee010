using System.Text;
using MseControlCentre.Server.Api;

namespace MseControlCentre.Server.Tests.Api;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Mary ward", "Mary ward")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+441268", "'+441268")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void Cell_OfAnyText_IsNoFormulaAndNoOtherCell(string? value, string cell)
    {
        Assert.Equal(cell, CsvText.Cell(value));
    }

    [Fact]
    public void Row_EndsWithItsOwnLine()
    {
        var csv = new StringBuilder();

        CsvText.AppendRow(csv, "a", null, "b,c");
        CsvText.AppendRow(csv, "d");

        Assert.Equal("a,,\"b,c\"\r\nd\r\n", csv.ToString());
    }
}

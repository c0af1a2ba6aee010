namespace MseControlCentre.Feeds.Tests;

public sealed class PatternTests
{
    // 943 476 5919 and 987 654 3210 are the examples of the NHS Data Dictionary and of test data: both pass the check.
    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943 476 5919", true)]
    [InlineData("943-476-5919", true)]
    [InlineData("ward 9434765919.", true)]
    [InlineData("9876543210", true)]
    [InlineData("9434765918", false)]
    [InlineData("94347659190", false)]
    [InlineData("943476591", false)]
    [InlineData("20261122095800", false)]
    [InlineData("", false)]
    public void NhsNumber_WithValidCheckDigit_IsFound(string text, bool expected) =>
        Assert.Equal(expected, NhsNumberPattern.IsIn(text));

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("  ", "nothing")]
    [InlineData("123456789", "9 digits")]
    [InlineData("7", "1 digit")]
    [InlineData("abc", "3 letters")]
    [InlineData("SMITH^JOHN 1", "12 characters")]
    [InlineData("\"\"", "two quotation marks")]
    public void Shape_OfAValue_DoesNotHoldTheValue(string value, string shape) => Assert.Equal(shape, Shape.Of(value));
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Tests.Lists;

/// <summary>What a list makes of its address: filters, order, pages, file, and what cannot be used.</summary>
public sealed class ListShapeTests
{
    private static readonly Fruit[] s_fruit =
    [
        new("apple", 3, "red"), new("pear", null, "green"), new("plum", 3, "red"), new("cherry", 9, "red"),
        new("melon", 1, "green"), new("lime", 3, "green"),
    ];

    [Fact]
    public void Order_OfEqualRows_IsTheirOwnBothWays()
    {
        Assert.Equal(["melon", "apple", "plum", "lime", "cherry", "pear"], NamesOf("sort", "count"));
        Assert.Equal(["cherry", "apple", "plum", "lime", "melon", "pear"], NamesOf("sort", "-count"));
    }

    [Fact]
    public void Order_OfTexts_IgnoresCase() =>
        Assert.Equal(["apple", "cherry", "lime", "melon", "pear", "plum"], NamesOf("sort", "name"));

    [Fact]
    public void Rows_ByTwoFilters_FulfilBoth() =>
        Assert.Equal(["cherry", "apple", "plum"], NamesOf("colour", "red", "count", "3"));

    [Fact]
    public void Rows_ByAtLeast_LeaveOutWhatIsNotKnown() =>
        Assert.DoesNotContain("pear", NamesOf("count", "0"));

    [Theory]
    [InlineData("colour", "blue", "Colour: found 4 characters, expected one of the 2 choices offered here.")]
    [InlineData("count", "-3", "At least: found 2 characters, expected a whole number from 0 to 99.")]
    [InlineData("count", "12345", "At least: found 5 digits, expected a whole number from 0 to 99.")]
    [InlineData("sort", "weight", "Order: found 6 characters, expected a column of the list.")]
    [InlineData("page", "two", "Page: found 3 characters, expected a whole number from 1 on.")]
    [InlineData("<script>", "x", "One part of the address is no filter of this list.")]
    public void Address_WithWhatCannotBeUsed_IgnoresItAndSaysSoWithoutRepeatingIt(string name, string value, string note)
    {
        var list = Ask(name, value);

        Assert.Equal(note, Assert.Single(list.Asked.Ignored));
        Assert.Equal(s_fruit.Length, list.All.Count);
        Assert.Equal("cherry", list.All[0].Key);
    }

    [Fact]
    public void Address_WithAFilterTwice_TakesTheFirstAndSaysSo()
    {
        var list = Shape().Of(s_fruit, Shape().Ask(new QueryCollection(new Dictionary<string, StringValues>
        {
            ["colour"] = new(["red", "green"]),
        })));

        Assert.Equal(3, list.All.Count);
        Assert.Contains("2 times; the first counts", Assert.Single(list.Asked.Ignored), StringComparison.Ordinal);
    }

    [Fact]
    public void Address_OfEmptyAnswers_IsOfTheWholeListAndNothingIsNoted()
    {
        var list = Ask("colour", "", "count", "", "sort", "");

        Assert.Empty(list.Asked.Ignored);
        Assert.Equal(s_fruit.Length, list.All.Count);
    }

    [Fact]
    public void Heads_OfASortedList_LeadTheOtherWayAndKeepTheFilters()
    {
        var list = Ask("colour", "red", "sort", "count");

        var head = list.Heads.Single(one => one.Id == "count");
        Assert.Equal(ListOrder.Ascending, head.Order);
        Assert.Equal("/fruit?colour=red&sort=-count#by-count", head.Link);
        Assert.Equal("/fruit?colour=red&sort=name#by-name", list.Heads[0].Link);
        Assert.Equal(ListOrder.None, list.Heads[0].Order);
    }

    [Fact]
    public void Pages_TogetherAreTheFile()
    {
        var shape = Shape() with { RowsOnPage = 4 };
        var pages = new[] { "1", "2" }.Select(page => shape.Of(s_fruit, shape.Ask(Query("page", page)))).ToList();

        Assert.Equal(2, pages[0].Pages);
        Assert.Equal("1 to 4 of 6 pieces", pages[0].Count("piece", "pieces"));
        Assert.Equal(
            pages[0].All.Select(row => row.Key), pages.SelectMany(page => page.Rows).Select(row => row.Key));
        Assert.Equal(1 + s_fruit.Length, ListFile.Text(pages[1]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Page_BeyondTheLast_IsTheLast()
    {
        var shape = Shape() with { RowsOnPage = 4 };

        Assert.Equal(2, shape.Of(s_fruit, shape.Ask(Query("page", "9"))).Page);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+44", "+44")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("@now", "'@now")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a \"quoted\", word", "\"a \"\"quoted\"\", word\"")]
    [InlineData("=1,2", "\"'=1,2\"")]
    public void File_OfHostileWords_HoldsNoFormula(string words, string cell)
    {
        var shape = Shape();

        var text = ListFile.Text(shape.Of([new Fruit(words, 1, "red")], shape.Ask(Query())));

        Assert.Equal($"Name,Count,Colour\r\n{cell},1,red\r\n", text);
    }

    [Fact]
    public void File_OfWhatIsNotKnown_HasAnEmptyCell()
    {
        var text = ListFile.Text(Ask("colour", "green", "sort", "-count"));

        Assert.EndsWith("pear,,green\r\n", text, StringComparison.Ordinal);
    }

    private static ListShape<Fruit> Shape() => new(
        "/fruit",
        [
            new("name", "Name", fruit => ListCell.Words(fruit.Name)),
            new("count", "Count", fruit => ListCell.Number(fruit.Count)) { IsNumber = true, MostFirst = true },
            new("colour", "Colour", fruit => ListCell.Words(fruit.Colour)),
            new("eat", "Eat", _ => ListCell.Words("now")) { IsSortable = false, IsInFile = false },
        ],
        [
            new("colour", "Colour", "Any", [new Choice("red", "Red"), new Choice("green", "Green")],
                (fruit, answer) => fruit.Colour == answer),
            ListFilters.AtLeast<Fruit>("count", "At least", 99, fruit => fruit.Count),
        ],
        "-count",
        fruit => fruit.Name);

    private static ListView Ask(params string[] query) => Shape().Of(s_fruit, Shape().Ask(Query(query)));

    private static IEnumerable<string> NamesOf(params string[] query) => Ask(query).All.Select(row => row.Key);

    private static QueryCollection Query(params string[] query) => new(
        query.Chunk(2).ToDictionary(pair => pair[0], pair => new StringValues(pair[1])));

    private sealed record Fruit(string Name, int? Count, string Colour);
}

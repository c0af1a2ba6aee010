using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Declarations;

/// <summary>The forms against the events they become: a form that forgot a member could not declare it.</summary>
public sealed class DeclarationFormTests
{
    [Fact]
    public void Forms_CoverEveryDeclarationOfTheCatalogueOnce() => Assert.Equal(
        typeof(Declaration).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Declaration)))
            .Select(type => type.Name)
            .Order(),
        DeclarationForms.All
            .SelectMany(form => new[] { form.Kind, form.KindWhenClosed })
            .OfType<string>()
            .Order());

    [Fact]
    public void Columns_OfEveryForm_AreTheMembersOfItsEvent()
    {
        foreach (var form in DeclarationForms.All)
        {
            var members = EventCatalogue.Kinds[form.Kind].Json.Properties
                .Where(property => property.AssociatedParameter is not null)
                .Select(property => property.Name);
            var columns = form.Columns
                .Select(column => column.Member)
                .Where(member => member.Length > 0 && member is not ("site" or "occurredAt"));

            Assert.Equal(members.Order(), columns.Order());
        }
    }

    [Fact]
    public void RequiredMembers_OfEveryEvent_AreRequiredColumns()
    {
        foreach (var form in DeclarationForms.All)
        {
            var required = EventCatalogue.Kinds[form.Kind].Json.Properties
                .Where(property => property.IsRequired)
                .Select(property => property.Name);

            Assert.All(required, member => Assert.Contains(form.Columns, column => column.Member == member
                && (column.Required || form.KindWhenClosed is not null)));
        }
    }

    [Fact]
    public void Names_AreOnceInAForm_AndWholesExist() => Assert.All(DeclarationForms.All, form =>
    {
        Assert.Equal(form.Columns.Count, form.Columns.Select(column => column.Name).Distinct().Count());
        Assert.All(form.Columns, column => Assert.True(column.PartOf is null || form.Find(column.PartOf) is not null));
    });

    [Theory]
    [InlineData("ward-capacity", 24)]
    [InlineData("ambulance-service", 168)]
    public void Life_IsWhatTheNetworkFileSays(string form, double hours) => Assert.Equal(
        hours, DeclarationForms.Find(form)!.LifeIn(ShippedNetworks.Map("mid-and-south-essex.json"))?.Value);
}

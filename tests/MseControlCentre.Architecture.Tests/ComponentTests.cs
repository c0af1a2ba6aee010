using Microsoft.AspNetCore.Components;
using MseControlCentre.Domain;
using MseControlCentre.Journal;

namespace MseControlCentre.Architecture.Tests;

/// <summary>
/// A wall between pages and engine: what is under Components talks to a <c>*Service</c> of its feature, which decides
/// who may see what, and never to the journal or the live state.
/// </summary>
public sealed class ComponentTests
{
    private const string Components = "MseControlCentre.Server.Components";

    private static readonly Type[] s_engine = [typeof(IJournal), typeof(ControlCentre)];

    [Fact]
    public void Components_NeverTakeTheJournalOrTheLiveState()
    {
        var components = UnderComponents().ToList();

        Assert.NotEmpty(components);
        Assert.Empty(components.SelectMany(EngineTaken));
    }

    [Fact]
    public void Components_AreInjectedOnlyServicesOfTheirOwnServer()
    {
        var injected = UnderComponents()
            .SelectMany(type => type.GetProperties(
                System.Reflection.BindingFlags.Instance
                | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(property => property.IsDefined(typeof(InjectAttribute), inherit: true))
            .ToList();

        Assert.NotEmpty(injected);
        Assert.DoesNotContain(injected, property => IsOurs(property.PropertyType) && !IsForPages(property.PropertyType));
    }

    [Theory]
    [InlineData(typeof(TakesJournalInConstructor))]
    [InlineData(typeof(TakesJournalInField))]
    [InlineData(typeof(TakesStateInProperty))]
    [InlineData(typeof(TakesJournalInDisguise))]
    public void Check_TypeThatTakesTheEngine_IsCaught(Type type) => Assert.NotEmpty(EngineTaken(type));

    [Fact]
    public void Check_TypeThatTakesAService_Passes() => Assert.Empty(EngineTaken(typeof(TakesService)));

    private static IEnumerable<Type> UnderComponents() => Rooms.Load("Server").GetTypes().Where(type =>
        type.Namespace is { } space
        && (space.Equals(Components, StringComparison.Ordinal) || space.StartsWith(Components + ".", StringComparison.Ordinal)));

    private static IEnumerable<string> EngineTaken(Type type) =>
        from taken in Members.TypesTaken(type)
        where s_engine.Any(engine => engine.IsAssignableFrom(taken))
        select $"{type.FullName} takes {taken.Name}: let a *Service of its feature do it";

    private static bool IsOurs(Type type) => Rooms.RoomOf(type.Assembly.GetName().Name) is not null;

    /// <summary>A feature's service, or what renders the page itself (paths of its script and style).</summary>
    private static bool IsForPages(Type type) => type.Name.EndsWith("Service", StringComparison.Ordinal)
        || string.Equals(type.Namespace, "MseControlCentre.Server.Rendering", StringComparison.Ordinal);

    private sealed class TakesJournalInConstructor
    {
        public TakesJournalInConstructor(IJournal journal) => ArgumentNullException.ThrowIfNull(journal);
    }

    private sealed class TakesJournalInField
    {
        public readonly IJournal? Kept = Nothing();

        private static IJournal? Nothing() => null;
    }

    private sealed class TakesStateInProperty
    {
        [Inject]
        public ControlCentre State { get; set; } = null!;
    }

    private sealed class TakesJournalInDisguise
    {
        public Lazy<IReadOnlyList<IJournal>>? Journals { get; set; }
    }

    private sealed class TakesService
    {
        public IServiceProvider? Provider { get; set; }
    }
}

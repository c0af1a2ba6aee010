using System.Reflection;
using System.Text.Json.Serialization;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Tests.Events;

/// <summary>What the journal has taken can be read again, whatever of it was not known.</summary>
public sealed class WrittenFormTests
{
    public static TheoryData<Type> Written() => [.. Reached(EventCatalogue.Kinds.Values.Select(kind => kind.Json.Type))];

    [Theory]
    [MemberData(nameof(Written))]
    public void AMemberThatMayBeNull_HasADefaultOrIsAlwaysWritten(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var lost = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!.GetParameters()
            .Where(parameter => !parameter.HasDefaultValue
                && nullability.Create(parameter).WriteState is NullabilityState.Nullable
                && type.GetProperty(parameter.Name!)?.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition
                    is not JsonIgnoreCondition.Never);

        Assert.Empty(lost.Select(parameter => parameter.Name));
    }

    private static HashSet<Type> Reached(IEnumerable<Type> first)
    {
        var reached = new HashSet<Type>();
        var open = new Queue<Type>(first);
        while (open.TryDequeue(out var type))
        {
            foreach (var argument in type.GetGenericArguments())
            {
                open.Enqueue(argument);
            }

            if (type is { IsClass: true, IsAbstract: false } && type.Assembly == typeof(EventDetail).Assembly && reached.Add(type))
            {
                foreach (var property in type.GetProperties().Where(IsWritten))
                {
                    open.Enqueue(property.PropertyType);
                }
            }
        }

        return reached;
    }

    private static bool IsWritten(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always };
}

using System.Reflection;

namespace MseControlCentre.Architecture.Tests;

/// <summary>What a type is given or keeps: its fields, properties and constructor parameters.</summary>
internal static class Members
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The types given or kept, with the arguments of generic ones (<c>Lazy&lt;IJournal&gt;</c> is a journal).</summary>
    public static IEnumerable<Type> TypesTaken(Type type) =>
        type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(type.GetConstructors(All).SelectMany(made => made.GetParameters()).Select(given => given.ParameterType))
            .SelectMany(Unfolded)
            .Distinct();

    private static IEnumerable<Type> Unfolded(Type type)
    {
        if (type.HasElementType && type.GetElementType() is { } element)
        {
            return Unfolded(element);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfolded).Append(type) : [type];
    }
}

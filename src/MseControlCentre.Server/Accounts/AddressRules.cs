using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts;

/// <summary>The rule that an address carries. An address without one does not start.</summary>
/// <param name="Operation">What it does; null for what anybody may ask, such as whether the server lives.</param>
/// <param name="Why">Why anybody may ask; null when an operation is asked for.</param>
public sealed record AddressRule(Operation? Operation, string? Why);

/// <summary>Gives addresses their rule.</summary>
public static class AddressRules
{
    /// <summary>The address does an operation: who may do it nowhere is refused before it is run.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Operation operation)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AddressRule(operation, null));

    /// <summary>Anybody may ask, signed in or not.</summary>
    /// <param name="builder">The address.</param>
    /// <param name="why">Why that harms nobody.</param>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder builder, string why)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AddressRule(null, why));
}

using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Freshness;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>The state that a picture is made of, and the instant it is made for.</summary>
/// <param name="Moment">The instant.</param>
/// <param name="Stays">Every virtual-ward stay that is kept.</param>
/// <param name="EmergencyCalls">Every 999 call that is kept.</param>
/// <param name="SystemLog">Marks that belong to no site: 999 calls.</param>
/// <param name="Declarations">What was declared.</param>
/// <param name="FindFeed">What is known of a feed; null when it was never heard.</param>
/// <param name="FindEncounter">An encounter by any of its identities; null when it is no longer kept.</param>
/// <param name="FindConveyance">A conveyance; null when it is no longer kept.</param>
/// <param name="FindEmergencyCall">A 999 call; null when it is no longer kept.</param>
/// <param name="Opel">The OPEL scores of the picture.</param>
internal sealed record PictureSources(
    Moment Moment,
    IReadOnlyList<Story<VirtualWardStanding>> Stays,
    IReadOnlyList<Story<EmergencyCallStanding>> EmergencyCalls,
    MarkLog SystemLog,
    DeclarationBoard Declarations,
    Func<string, FeedLog?> FindFeed,
    Func<string, Encounter?> FindEncounter,
    Func<string, Story<ConveyanceStanding>?> FindConveyance,
    Func<string, Story<EmergencyCallStanding>?> FindEmergencyCall,
    OpelAssessment Opel)
{
    private readonly Dictionary<object, object> _once = [];

    /// <summary>What was listed of a site, whichever scopes ask.</summary>
    public Dictionary<object, object> ListsOf(string site) => Once(site, static () => new Dictionary<object, object>());

    /// <summary>How far what the feeds tell of a subject at a site can be trusted.</summary>
    public Trust TrustOf(FeedSubject subject, string site) => Once(
        (subject, site), () => Trust.Of(subject, site, Moment.Network, FindFeed, Moment.At));

    /// <summary>Something that is the same for every scope of the picture, worked out once.</summary>
    public T Once<T>(object what, Func<T> work)
        where T : notnull
    {
        if (!_once.TryGetValue(what, out var known))
        {
            _once.Add(what, known = work());
        }

        return (T)known;
    }
}

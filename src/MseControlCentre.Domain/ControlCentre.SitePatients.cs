using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    /// <summary>
    /// The patients behind a site's figures: in its emergency department, and delayed in its beds. Both of one instant,
    /// and the same that the figures of that instant count.
    /// </summary>
    /// <param name="site">Site code.</param>
    /// <param name="at">The instant.</param>
    /// <returns>Null when there is no such site.</returns>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public SitePatients? PatientsAt(string site, DateTimeOffset at)
    {
        var (network, _) = InForce();
        var moment = new Moment(at, network);
        var found = network.Sites.FirstOrDefault(one => string.Equals(one.Code, site, StringComparison.Ordinal));
        if (found is null)
        {
            return null;
        }

        var view = new ScopeView(Scope.Site, found.Code, [ViewSite(found, moment)], SourcesAt(moment));
        return new SitePatients(moment.At, DepartmentList.Of(view), DelaysIn(view, new DelayedDischargeFilter()));
    }
}

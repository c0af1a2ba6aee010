using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>What builds on beds and discharges together: it comes after both in the list of rules.</summary>
internal static class BedOutlookRules
{
    public static IEnumerable<FigureRule> For(BedPopulations populations) =>
    [
        new DerivedRule(
            BedMeasures.PredictedMidnight,
            Scope.SiteAndSystem,
            [
                BedMeasures.BedsAvailable,
                DischargeMeasures.DefiniteDischarges,
                DischargeMeasures.PotentialDischarges,
                BedMeasures.ExpectedAdmissions,
            ],
            (values, _) => values[0] + values[1] + values[2] - values[3]),
        new ShareRule<WardPatient>(
            BedMeasures.NoCriteriaShare,
            Scope.SiteAndSystem,
            populations.InAcuteBeds,
            (patient, _) => patient.Standing.MeetsCriteriaToReside == false,
            view => Trust.Combine([view.TrustIn(FeedSubject.Beds), view.TrustIn(FeedSubject.Discharge)])),
    ];
}

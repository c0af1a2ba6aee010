using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Domain.Network;

/// <summary>A plan of calls names each call once, in the order of its morning, and knows whom it asks.</summary>
internal static class CallRules
{
    private const string Plan = "calls";

    // Calls of both would have the same identities.
    private static readonly string[] s_ofKinds =
        [CallIdentity.CodeOf(CallKind.Tactical), CallIdentity.CodeOf(CallKind.DischargeEvent)];

    public static void Check(NetworkMap map, List<NetworkFileError> errors)
    {
        CheckOnce(map.Calls.Regular.Select(call => call.Code), "regular", "call", errors);
        CheckOnce(map.Calls.Questions.Select(question => question.Code), "questions", "question", errors);
        CheckNight(map.Calls.Night, errors);
        var places = PlacesOf(map);
        foreach (var (index, call) in map.Calls.Regular.Index())
        {
            if (s_ofKinds.Contains(call.Code))
            {
                errors.Add(new NetworkFileError(
                    $"{Plan}.regular[{index}].code", $"the code {call.Code}", "a code that no other kind of call has"));
            }

            CheckTimes($"{Plan}.regular[{index}]", call, errors);
            foreach (var code in call.Places.Where(code => !places.Contains(code)))
            {
                errors.Add(new NetworkFileError(
                    $"{Plan}.regular[{index}].places", $"the code {code}", "codes of sites, partners or the network"));
            }
        }

        if (map.Calls.Chase is { Every: var every })
        {
            if (every.Unit is not ("minutes" or ""))
            {
                errors.Add(new NetworkFileError(
                    $"{Plan}.chase.every.unit", JsonShape.OfText(every.Unit), "'minutes'"));
            }

            LocalAgreement.Check($"{Plan}.chase.every", "a limit", every.Basis, every.SetBy, every.SetOn, errors);
        }
    }

    private static HashSet<string> PlacesOf(NetworkMap map) =>
    [
        map.Code, .. map.Sites.Select(site => site.Code), .. map.Partners.Select(partner => partner.Code),
    ];

    private static void CheckNight(NightHours night, List<NetworkFileError> errors)
    {
        if (night.Basis.Length > 0 && night.From <= night.To)
        {
            errors.Add(new NetworkFileError(
                $"{Plan}.night", "a night that ends before midnight", "from in the evening, to on the next morning"));
        }
    }

    private static void CheckTimes(string key, RegularCall call, List<NetworkFileError> errors)
    {
        if (call.PackAt > call.StatementsBy || call.StatementsBy > call.StartsAt)
        {
            errors.Add(new NetworkFileError(
                key, "times out of order", "packAt, then statementsBy, then startsAt, on one day"));
        }
    }

    private static void CheckOnce(
        IEnumerable<string> codes, string key, string what, List<NetworkFileError> errors)
    {
        foreach (var twice in codes.Where(code => code.Length > 0)
            .GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            errors.Add(new NetworkFileError($"{Plan}.{key}", $"the code {twice.Key} again", $"each {what} once"));
        }
    }
}

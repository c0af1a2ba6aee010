using System.Text;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests;

/// <summary>
/// Sends identifiers through every door, in messages that are taken and in messages that are not, and then looks for
/// each of them in everything that was kept: the journal's entries, the log, the files of the data directory.
/// </summary>
public sealed class PrivacyTests
{
    private static readonly string[] s_secrets =
    [
        "9434765919", "943 476 5919", "9876543210", "987 654 3210", "HOSP4711", "HOSP4712", "VISIT4711", "ACCT4711",
        "ALTV4711", "SURNAMEX", "GIVENX", "19400131", "1940-01-31", "17 THE STREET", "SS16 5NL", "01268999999",
            "DOCTORX",
        "KINX", "CONV4711", "STAY4711", "STAY4712", "GPX", "DIAGNOSISX",
    ];

    [Fact]
    public async Task Identifiers_SentThroughEveryDoor_AreKeptNowhere()
    {
        var setup = new FeedsSetup();
        await using var host = await FeedsHost.StartAsync(setup);
        using var client = await MllpSender.ConnectAsync(host.MllpPort);
        var answers = new StringBuilder();

        foreach (var message in Hl7())
        {
            // The header and MSA echo the sender's own header, as the standard asks; the rest is ours.
            var answer = await client.SendAsync(message);
            answers.AppendJoin('\n', answer.Split('\r').Where(line => line.StartsWith("ERR",
                StringComparison.Ordinal)));
        }

        await client.SendRawAsync(Encoding.UTF8.GetBytes("SURNAMEX 9434765919 without framing\v" + Hl7().First()));
        client.FinishSending();
        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));
        foreach (var body in Json())
        {
            var response = await host.PostAsync(body);
            answers.Append(await response.Content.ReadAsStringAsync());
        }

        Assert.NotEmpty(await host.EventsAsync());
        Assert.NotEmpty(host.Quarantine.Waiting());
        host.Quarantine.Dispose();
        var kept = new StringBuilder(string.Join('\n', setup.Log.Lines)).Append(answers);
        foreach (var one in await host.EventsAsync())
        {
            kept.Append(one.MessageId).Append(Encoding.UTF8.GetString(EventCatalogue.Encode(one.Detail)));
        }

        foreach (var file in Directory.EnumerateFiles(host.DataDirectory, "*", SearchOption.AllDirectories))
        {
            kept.Append(file).Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        }

        var text = kept.ToString();
        Assert.All(s_secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Hl7()
    {
        const string Pid =
            "PID|1|9434765919|HOSP4711^^^RAJ12^PI~9434765919^^^NHS^NH|9876543210|SURNAMEX^GIVENX^^^MR|SURNAMEX|19400131|M||W|17 THE STREET^^BASILDON^^SS16 5NL||01268999999|01268999999||M|C|ACCT4711|943 476 5919";
        const string Visit =
            "PV1|1|I|^MARY^07^RAJ12|21|||C1^DOCTORX^A|C2^DOCTORX|C3^DOCTORX|300|||||||C4^DOCTORX|IP|VISIT4711||||||||||||||||||||||||20261122095500||||||ALTV4711";
        const string Others = "NK1|1|KINX^GIVENX|SPOUSE|17 THE STREET|01268999999\rPD1||||GPX\rDG1|1||DIAGNOSISX\rOBX|1|TX|||SURNAMEX 9434765919\rZZ1|SURNAMEX|9434765919";
        const string Mrg = "MRG|HOSP4712^^^RAJ12^PI~987 654 3210^^^NHS^NH||ACCT4711||VISIT4711|ALTV4711|SURNAMEX^GIVENX";
        var number = 0;
        foreach (var trigger in Feeds.Hl7v2.Mapping.Triggers.Mapped.Concat(["A28", "A31", "A99"]))
        {
            var good = Messages.Basildon(trigger, $"P{++number}", Pid, Mrg, Visit, Others, "NPU|^MARY^07^RAJ12|H");
            yield return good;
            yield return good.Replace("|PAS|", "|OTHER|", StringComparison.Ordinal);
            yield return good.Replace("EVN||20261122100100||||20261122095800", "EVN||||||SURNAMEX 19400131",
                StringComparison.Ordinal);
            yield return good.Replace("^MARY^07^RAJ12", "^9434765919^943 476 5919^RAJ12", StringComparison.Ordinal)
                .Replace("|300|", "|9434765919|", StringComparison.Ordinal);
            yield return good.Replace($"|P{number}|", "|9434765919|", StringComparison.Ordinal)
                .Replace("|RAJ12|SCC", "|SURNAMEX OTHER|SCC", StringComparison.Ordinal)
                .Replace("|SURNAMEX OTHER|SCC", "|9434765919|SCC", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Json()
    {
        string[] details =
        [
            """ "eeast-cad","X","kind":"AmbulanceArrived","detail":{"conveyance":"CONV4711","category":"C2"} """,
            """ "eeast-cad","X","kind":"HandoverCompleted","detail":{"conveyance":"CONV4711","encounter":"VISIT4711"} """,
            """ "eeast-cad","X","kind":"AmbulanceArrived","detail":{"conveyance":"CONV4711","category":"C2","surname":"SURNAMEX"} """,
            """ "eeast-cad","X","kind":"AmbulanceArrived","detail":{"conveyance":"CONV4711","category":"SURNAMEX"} """,
            """ "eeast-cad","X","kind":"Unknown","detail":{"conveyance":"CONV4711","name":"SURNAMEX"} """,
            """ "nobody","X","kind":"AmbulanceArrived","detail":{"conveyance":"CONV4711"} """,
            """ "SURNAMEX GIVENX","X","kind":"AmbulanceArrived","detail":{"conveyance":"CONV4711"} """,
            """ "eeast-cad","X","kind":"PatientCohorted","detail":{"conveyance":"CONV4711","area":"943 476 5919"} """,
            """ "eeast-cad","X","kind":"EmergencyCallAnswered","detail":{"incident":"CONV4711","category":"C2"} """,
            """ "virtual-wards","X","kind":"VirtualWardReferred","detail":{"stay":"STAY4711","virtualWard":"VW-FRAILTY","route":"StepUp","referredBy":"GP"} """,
            """ "virtual-wards","X","kind":"VirtualWardReferred","detail":{"stay":"STAY4712","virtualWard":"VW-FRAILTY","route":"StepUp","referredBy":"943 476 5919"} """,
            """ "care-transfer-hub","X","kind":"CriteriaToResideAssessed","detail":{"encounter":"VISIT4711","met":false,"delayReason":"9434765919"} """,
            """ "care-transfer-hub","X","kind":"PatientAdmitted","detail":{"encounter":"VISIT4711","patient":"HOSP4711","place":{"ward":"9434765919"}} """,
            """ "care-transfer-hub","X","kind":"EncountersMerged","detail":{"from":"VISIT4711","to":"ACCT4711"} """,
            """ "care-transfer-hub","X","kind":"EncountersMerged","detail":{"from":"VISIT4711","to":""} """,
        ];
        for (var index = 0; index < details.Length; index++)
        {
            var rest = details[index].Replace(
                ",\"X\",",
                $",\"messageId\":\"j{index}\",\"occurredAt\":\"2026-11-22T10:01:00Z\",\"site\":\"RAJ12\",",
                StringComparison.Ordinal);
            yield return $"{{\"source\":{rest}}}";
        }

        yield return $"{{\"source\":{details[0].Replace(",\"X\",",
            ",\"messageId\":\"m\",\"occurredAt\":\"SURNAMEX 1940-01-31\",\"site\":\"SURNAMEX GIVENX\",",
            StringComparison.Ordinal)}}}";
        yield return "SURNAMEX 9434765919";
        yield return """[{"name":"SURNAMEX"},"9434765919"]""";
    }
}

using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>
/// A call that was signed once, as the journal has it: <c>Golden/signed-call.jsonl</c>, an event a line. Its signature
/// has to fit for ever. A member that is added to what calls keep, and written though the old events never told it,
/// would make every signature ever given look forged.
/// </summary>
public sealed class SignedRecordGoldenTests
{
    private static readonly string s_golden = Repository.PathOf(
        "tests", "MseControlCentre.Domain.Tests", "Calls", "Golden", "signed-call.jsonl");

    [Fact]
    public void ASignatureOfThePast_StillFits()
    {
        var call = GivenCall.Told([.. Lines().Select(line => GivenCall.At(line.At, line.Told))]);

        Assert.NotNull(call.Closed);
        Assert.Equal(call.Closed.Record, CallRecord.HashOf(call));
    }

    [Fact]
    public void AnEventOfThePast_IsWrittenAgainAsItWas() => Assert.All(
        Lines(), line => Assert.Equal(line.Written, Encoding.UTF8.GetString(EventCatalogue.Encode(line.Told))));

    private static IEnumerable<(string At, CallEvent Told, string Written)> Lines()
    {
        foreach (var line in File.ReadLines(s_golden))
        {
            using var json = JsonDocument.Parse(line);
            var written = json.RootElement.GetProperty("detail").GetRawText();
            var told = EventCatalogue.Decode(
                json.RootElement.GetProperty("kind").GetString()!, Encoding.UTF8.GetBytes(written));
            yield return (json.RootElement.GetProperty("at").GetString()!, (CallEvent)told, written);
        }
    }
}

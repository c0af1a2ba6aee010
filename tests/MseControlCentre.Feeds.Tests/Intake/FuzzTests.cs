using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Tests.Support;

namespace MseControlCentre.Feeds.Tests.Intake;

/// <summary>Whatever bytes come, the doors answer and go on.</summary>
public sealed class FuzzTests
{
    private static readonly string[] s_codes = ["AA", "AE", "AR"];

    // FsCheck prints the seed of a failure; put it here to see it again.
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void Hl7_RandomBytes_AreAnswered()
    {
        using var bench = new Bench();

        Prop.ForAll<byte[]>(bytes => IsAnswered(bench, bytes ?? [])).Check(s_config);

        AssertNoFault(bench);
    }

    [Fact]
    public void Hl7_MutatedMessages_AreAnsweredEach()
    {
        using var bench = new Bench();
        var golden = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.hl7")
            .Select(File.ReadAllBytes).ToArray();

        Prop.ForAll(Mutated(golden).ToArbitrary(), bytes => IsAnswered(bench, bytes)).Check(s_config);

        AssertNoFault(bench);
    }

    [Fact]
    public void Json_RandomText_IsAnswered()
    {
        using var bench = new Bench();
        int[] statuses = [202, 207, 400];

        Prop.ForAll<string?, bool>((text, isNdjson) =>
            statuses.Contains(bench.PostAsync(text ?? "", isNdjson).GetAwaiter().GetResult().Status)).Check(s_config);
    }

    [Fact]
    public void Json_MutatedEvents_AreAnswered()
    {
        using var bench = new Bench();
        int[] statuses = [202, 207, 400];
        var one = Encoding.UTF8.GetBytes(
            $"[{Messages.Hub(
                "PatientAdmitted",
                """{"encounter":"V1","place":{"ward":"MARY","bed":"7"},"class":"Inpatient"}""")}]");

        Prop.ForAll(Mutated([one]).ToArbitrary(), bytes =>
            statuses.Contains(bench.Json.ReceiveAsync(bytes, false,
                null).GetAwaiter().GetResult().Status)).Check(s_config);
    }

    private static bool IsAnswered(Bench bench, byte[] bytes)
    {
        var messages = Hl7Reader.Read(Hl7Characters.Read(bytes).Text, 5_000, out _).Count;
        var answer = Hl7Characters.Read(bench.Hl7.ReceiveAsync(bytes, null, _ =>
            { }).GetAwaiter().GetResult().Span[1..]).Text;
        var verdicts = answer.Split('\r').Where(line => line.StartsWith("MSA", StringComparison.Ordinal)).ToArray();
        return verdicts.Length == Math.Max(1, messages) && verdicts.All(line => s_codes.Contains(line.Substring(4, 2),
            StringComparer.Ordinal));
    }

    private static void AssertNoFault(Bench bench) =>
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains("because of a fault", StringComparison.Ordinal));

    // Some bytes replaced, some cut out, some doubled.
    private static Gen<byte[]> Mutated(byte[][] originals) =>
        from original in Gen.Elements(originals)
        from changes in Gen.Choose(1, 8)
        from seeds in Gen.Choose(0, int.MaxValue - 1).ArrayOf(changes * 2)
        select Mutate(original, seeds);

    private static byte[] Mutate(byte[] original, int[] seeds)
    {
        var bytes = original.ToList();
        for (var index = 0; index + 1 < seeds.Length && bytes.Count > 1; index += 2)
        {
            var at = seeds[index] % bytes.Count;
            switch (seeds[index + 1] % 4)
            {
                case 0:
                    bytes[at] = (byte)(seeds[index + 1] >> 8);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, (seeds[index + 1] >> 8) % 20));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(at).Take((seeds[index + 1] >> 8) % 40).ToArray());
                    break;
                default:
                    bytes[at] = (byte)"|^~\\&\r\n\"\v\u001C"[(seeds[index + 1] >> 8) % 10];
                    break;
            }
        }

        return [.. bytes];
    }
}

using MseControlCentre.Feeds.Pseudonyms;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Pseudonyms;

public sealed class PseudonymTests
{
    // Computed once with: printf 'visit|RAJ12|V1001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0102...20
    [Fact]
    public void Of_SameIdentifier_IsTheSameInEveryVersion() =>
        Assert.Equal("v_w9pNL-IT4E3eXQSqwOwdRw", Bench.Pseudonymiser.Of(IdentifierKind.Visit, "RAJ12", "V1001"));

    [Fact]
    public void Of_OtherKindDomainOrIdentifier_IsAnother()
    {
        var one = Bench.Pseudonymiser;
        string[] all =
        [
            one.Of(IdentifierKind.Visit, "RAJ12", "1"),
            one.Of(IdentifierKind.Visit, "RAJ01", "1"),
            one.Of(IdentifierKind.Visit, "RAJ12", "2"),
            "v_" + one.Of(IdentifierKind.Patient, "RAJ12", "1")[2..],
            "v_" + one.Of(IdentifierKind.Conveyance, "RAJ12", "1")[2..],
            "v_" + one.Of(IdentifierKind.Stay, "RAJ12", "1")[2..],
        ];

        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, pseudonym => Assert.Equal(24, pseudonym.Length));
    }

    [Fact]
    public void Of_LongIdentifier_IsTaken() =>
        Assert.Equal(24, Bench.Pseudonymiser.Of(IdentifierKind.Visit, "RAJ12", new string('9', 5000)).Length);

    [Fact]
    public void Of_WhiteSpaceAround_DoesNotCount() =>
        Assert.Equal(Bench.Visit("V1"), Bench.Visit(" V1 "));

    [Fact]
    public void LoadOrCreate_NoFile_MakesOneForItsOwnerOnlyAndKeepsIt()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "pseudonym.key");

        var key = PseudonymKey.LoadOrCreate(path);

        Assert.Equal(32, key.Length);
        Assert.Equal(key, PseudonymKey.LoadOrCreate(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void LoadOrCreate_ShortKey_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "pseudonym.key");
        File.WriteAllBytes(path, [1, 2, 3]);

        var error = Assert.Throws<IOException>(() => PseudonymKey.LoadOrCreate(path));

        Assert.Contains("3 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadOrCreate_KeyThatOthersCanRead_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "pseudonym.key");
        PseudonymKey.LoadOrCreate(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.Contains("chmod 600", Assert.Throws<IOException>(() => PseudonymKey.LoadOrCreate(path)).Message,
            StringComparison.Ordinal);
    }
}

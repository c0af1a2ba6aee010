using System.Text.Json;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;

namespace MseControlCentre.Server.Configuration;

/// <summary>The OPEL rule sets of a folder, read and found right.</summary>
/// <param name="All">The rule sets, in the order of their files' names.</param>
public sealed record AdoptableRuleSets(IReadOnlyList<AdoptableRuleSet> All)
{
    /// <summary>
    /// Most files that are read from a folder: it bounds what the journal and the state keep of them.
    /// </summary>
    public const int MostFiles = 64;

    private const string Schema = ".schema.json";

    /// <summary>The folder that is shipped beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "opel");

    /// <summary>Reads every rule-set file of a folder; <c>*.schema.json</c> are none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="network">The network they must fit; null when it could not be read itself.</param>
    /// <exception cref="StartRefusedException">Something is wrong; names every error of every file.</exception>
    public static AdoptableRuleSets Read(string folder, NetworkMap? network)
    {
        var files = FilesOf(Path.GetFullPath(folder));
        var errors = new List<ConfigurationError>();
        var all = new List<AdoptableRuleSet>();
        foreach (var file in files)
        {
            if (Read(file, network, errors) is not { } rules)
            {
                continue;
            }

            if (all.Find(other => string.Equals(other.Rules.Id, rules.Rules.Id, StringComparison.Ordinal)) is { } first)
            {
                errors.Add(new(
                    $"--opel {file}",
                    $"id: found {rules.Rules.Id}, which {Path.GetFileName(first.File)} has too; give another."));
            }

            all.Add(rules);
        }

        return errors.Count == 0
            ? new AdoptableRuleSets(all)
            : throw new StartRefusedException(ExitCodes.BadConfiguration, errors);
    }

    /// <summary>Reads one rule-set file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="network">The network it must fit; null when that does not matter.</param>
    /// <param name="errors">Takes everything that is wrong.</param>
    /// <returns>Null when something is wrong.</returns>
    public static AdoptableRuleSet? Read(string file, NetworkMap? network, ICollection<ConfigurationError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            var bytes = Bytes(file);
            var read = OpelRuleSetFile.Read(bytes.Span);
            var found = read.Rules is { } rules && network is not null
                ? OpelRuleSetFit.Errors(rules, network)
                : read.Errors;
            if (read.Rules is not null && found.Count == 0)
            {
                var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
                return new AdoptableRuleSet(file, read.Rules, JsonElement.Parse(json.Span));
            }

            foreach (var error in found)
            {
                errors.Add(new($"--opel {file}", error.ToString()));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new($"--opel {file}", $"cannot be read ({exception.Message})."));
        }

        return null;
    }

    private static List<string> FilesOf(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*.json")
                .Where(file => !file.EndsWith(Schema, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Take(MostFiles + 1)
                .ToList();
            return files.Count is > 0 and <= MostFiles
                ? files
                : throw Refuse(folder, files.Count == 0
                    ? "holds no rule-set file; expected at least one *.json. The program ships two in its folder opel."
                    : $"holds more than {MostFiles} rule-set files; take away what no longer counts.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refuse(
                folder, $"cannot be read ({exception.Message}). Give a folder of OPEL rule-set files.", exception);
        }
    }

    /// <summary>At most one byte more than may be read, which is enough to be refused.</summary>
    private static ReadOnlyMemory<byte> Bytes(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, OpelRuleSetFile.LargestBytes + 1)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static StartRefusedException Refuse(string folder, string message, Exception? inner = null) =>
        new(ExitCodes.BadConfiguration, $"--opel {folder}", message, inner);
}

/// <summary>A rule-set file that has been read and found right.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Rules">What it says.</param>
/// <param name="Content">The file itself, as the journal keeps it.</param>
public sealed record AdoptableRuleSet(string File, OpelRuleSet Rules, JsonElement Content);

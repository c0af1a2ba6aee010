using System.Text;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary><c>docs/access.md</c> says who may do what: it is written from the grants and the running server.</summary>
public sealed class AccessDocumentTests
{
    [Fact]
    public async Task Document_SaysWhatTheServerDoes()
    {
        await using var server = await RunningServer.StartAsync();
        var path = Path.Combine(Repository.Root, "docs", "access.md");
        var written = Document(server);
        if (Environment.GetEnvironmentVariable("WRITE_ACCESS") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.True(
            string.Equals(written, File.ReadAllText(path), StringComparison.Ordinal),
            "docs/access.md is not of this server. Run docs/write-access.");
    }

    private static string Document(RunningServer server)
    {
        var text = new StringBuilder(
            "# Who may see and do what\n\n"
            + "Written by `docs/write-access` from the grants and the addresses of the running server. What is not granted"
            + " is refused; an address without a rule is refused to all.\n\n");
        var roles = Enum.GetValues<Role>();
        Row(text, roles.Select(AccessWords.Of).Prepend(""));
        Row(text, roles.Select(_ => "---").Prepend("---"));
        foreach (var operation in Enum.GetValues<Operation>())
        {
            Row(text, roles.Select(role => AccessWords.Of(Grants.Of(role, operation))).Prepend(AccessWords.Of(operation)));
        }

        text.Append("\n## Roles\n\n");
        foreach (var role in roles)
        {
            text.Append("- **").Append(AccessWords.Of(role)).Append("**: ").Append(AccessWords.MeaningOf(role)).Append('\n');
        }

        var addresses = ServedEndpoints.Of(server)
            .Select(endpoint => (endpoint.Method, endpoint.Route, Rule: endpoint.Metadata.GetMetadata<AddressRule>()!))
            .OrderBy(one => one.Route, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal)
            .ToList();
        text.Append("\n## Addresses\n\n| Address | Needs |\n| --- | --- |\n");
        foreach (var (method, route, rule) in addresses.Where(one => one.Rule.Operation is not null))
        {
            Row(text, [$"`{method} {route}`", AccessWords.Of(rule.Operation!.Value)]);
        }

        text.Append("\n## Open to all\n\n| Address | Why |\n| --- | --- |\n");
        foreach (var (method, route, rule) in addresses.Where(one => one.Rule.Operation is null))
        {
            Row(text, [$"`{method} {route}`", rule.Why!]);
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}

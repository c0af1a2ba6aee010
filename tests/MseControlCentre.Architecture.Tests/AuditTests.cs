using System.Diagnostics;
using System.Runtime.Versioning;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Architecture.Tests;

/// <summary>Dependencies are audited in continuous integration, and what cannot be told is said and not passed over.</summary>
public sealed class AuditTests
{
    private const string Clean = """{"metadata":{"vulnerabilities":{"high":0,"critical":0,"total":2}}}""";
    private const string Holes = """{"metadata":{"vulnerabilities":{"high":1,"critical":1,"total":5}}}""";
    private const string NoPackages = "The given project has no vulnerable packages";

    [Fact]
    public void Audit_IsPartOfTheTest()
    {
        var properties = File.ReadAllText(Repository.PathOf("Directory.Build.props"));

        Assert.Contains("<NuGetAudit>true</NuGetAudit>", properties, StringComparison.Ordinal);
        Assert.Contains("<NuGetAuditMode>all</NuGetAuditMode>", properties, StringComparison.Ordinal);
        Assert.Contains(".ci/audit", File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
    }

    [UnsupportedOSPlatform("windows")]
    [Theory]
    [InlineData(Clean, NoPackages, 0, "none of high severity (2 lesser)")]
    [InlineData(Holes, NoPackages, 1, "2 dependencies with holes")]
    [InlineData("", NoPackages, 0, "the npm registry cannot tell")]
    [InlineData("""{"error":{"code":"E404"}}""", NoPackages, 0, "the npm registry cannot tell")]
    [InlineData(Clean, "The project has the following vulnerable packages", 1, "vulnerable packages")]
    [InlineData(Clean, "error: unreachable", 0, "NuGet: the registry cannot tell")]
    public void Audit_WhateverTheRegistriesAnswer_SaysSo_AndFailsForHolesOnly(
        string npm, string nuget, int status, string said)
    {
        using var tools = new TemporaryDirectory();
        Answer(tools.Path, "npm", npm);
        Answer(tools.Path, "dotnet", nuget);
        var start = new ProcessStartInfo("bash", Repository.PathOf(".ci", "audit"))
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["PATH"] = tools.Path + ":" + Environment.GetEnvironmentVariable("PATH") },
        };

        using var audit = Process.Start(start)!;
        var output = audit.StandardOutput.ReadToEnd();
        audit.WaitForExit();

        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(status, audit.ExitCode);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Answer(string folder, string tool, string text)
    {
        var file = Path.Combine(folder, tool);
        File.WriteAllText(file, $"#!/bin/sh\ncat <<'END'\n{text}\nEND\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

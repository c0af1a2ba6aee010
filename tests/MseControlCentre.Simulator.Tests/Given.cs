using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Tests;

/// <summary>What most tests start from.</summary>
internal static class Given
{
    /// <summary>A Sunday morning at the end of November.</summary>
    public static readonly DateTimeOffset Origin = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<NetworkFile> s_network =
        new(() => NetworkFileReader.ReadFile(InRepository("deploy/networks/mid-and-south-essex.json")));

    /// <summary>The network file of the repository.</summary>
    public static NetworkFile Network => s_network.Value;

    /// <summary>A network of one hospital with a department, two wards and one virtual ward.</summary>
    public static NetworkFile SmallNetwork => NetworkFileReader.Read(
        """
        {
          "code": "TINY", "name": "Tiny", "version": "1", "timeZone": "Europe/London",
          "sites": [{
            "code": "TINY1", "name": "Hamlet", "organisation": "TINY",
            "wards": [
              {"code":"ED","name":"ED","specialty":"Emergency medicine","type":"EmergencyDepartment",
               "population":"Adult",
               "coreBeds":4,"escalationBeds":0,"locations":[{"room":"ED","facility":"TINY1"}]},
              {"code":"W1","name":"Ward 1","specialty":"General medicine","type":"GeneralAndAcute","population":"Adult",
               "coreBeds":24,"escalationBeds":4,"locations":[{"room":"W1","facility":"TINY1"}]},
              {"code":"W2","name":"Ward 2","specialty":"General medicine","type":"GeneralAndAcute","population":"Adult",
               "coreBeds":16,"escalationBeds":0,"locations":[{"room":"W2","facility":"TINY1"}]}
            ]}],
          "virtualWards": [{"code":"VW","name":"VW","specialty":"Frailty","provider":"TINY","capacity":10}],
          "communityUnits": [], "ambulanceService": {"code":"A","name":"A"}, "partners": [],
          "feeds": [
            {"id":"pas","protocol":"Hl7v2","subjects":["Beds"],"sites":["TINY1"],
             "sendingApplication":"PAS","sendingFacility":"TINY1"},
            {"id":"ed","protocol":"Json","subjects":["EmergencyDepartment"],"sites":["TINY1"]},
            {"id":"cad","protocol":"Json","subjects":["Ambulance"],"sites":[]},
            {"id":"hub","protocol":"Json","subjects":["Discharge"],"sites":[]},
            {"id":"vw","protocol":"Json","subjects":["VirtualWards"],"sites":[]}
          ],
          "thresholds": {
            "handoverStandard":{"value":15}, "handoverSecond":{"value":30}, "handoverMaximum":{"value":45},
            "handoverLong":{"value":60}, "edStandard":{"value":4}, "edLong":{"value":12}
          }
        }
        """);

    /// <summary>A simulated system.</summary>
    public static SimulatedSystem System(ulong seed = 1, Faults faults = Faults.None, NetworkFile? network = null) =>
        new(network ?? Network, seed, Origin, faults);

    /// <summary>A path in the repository.</summary>
    public static string InRepository(string path)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "MseControlCentre.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName
            ?? throw new InvalidOperationException("The repository was not found."), path);
    }
}

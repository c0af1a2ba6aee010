using System.Text;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Declarations;

namespace MseControlCentre.Feeds.Csv;

/// <summary>
/// The template of a form: its header, and an example with codes of the network in force. The example begins with
/// <c>#</c>: it says nothing until somebody takes the mark away.
/// </summary>
public static class SitrepTemplate
{
    /// <summary>The file, in UTF-8 with a byte-order mark, so that spreadsheets read it right.</summary>
    public static byte[] Of(DeclarationForm form, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(form);
        var example = Example(form, network);
        example[0] = "# " + example[0];
        return
        [
            0xEF, 0xBB, 0xBF,
            .. Encoding.UTF8.GetBytes(
                CsvCell.Row(form.Columns.Select(column => column.Name)) + CsvCell.Row(example)),
        ];
    }

    /// <summary>A row that fits, in the order of the columns.</summary>
    public static string[] Example(DeclarationForm form, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(network);
        var codes = new NetworkCodes(network);
        var site = network.Sites[0].Code;
        return
        [
            .. form.Columns.Select(column => column.Example.Length > 0
                ? column.Example
                : ExampleCode(codes.Of(column.Type, site), column, network)),
        ];
    }

    // A provider is no hospital site, a critical care unit no emergency department: the example should look like one.
    private static string ExampleCode(
        IReadOnlyList<NamedCode> codes, DeclarationColumn column, NetworkMap network) => column.Type switch
    {
        ColumnType.Organisation when string.Equals(column.Name, "provider", StringComparison.Ordinal) =>
            network.Partners.FirstOrDefault(one => one.Type is PartnerType.CommunityProvider)?.Code ?? network.Code,
        ColumnType.Ward => (network.Sites[0].Wards.FirstOrDefault(ward => ward.Type is WardType.GeneralAndAcute)
            ?? network.Sites[0].Wards[0]).Code,
        _ => codes.Count > 0 ? codes[0].Code : "",
    };
}

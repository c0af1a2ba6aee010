using MseControlCentre.Saturation.Load;

namespace MseControlCentre.Saturation.Hostile;

/// <summary>One kind of ill will, and how the server and a good sender fared meanwhile.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Outcome">What the server did about it.</param>
/// <param name="RssBeforeMb">Its memory before, in megabytes.</param>
/// <param name="RssDuringMb">Its memory at the end of it, in megabytes.</param>
/// <param name="GoodSender">A good sender at 100 messages a second at the same time.</param>
internal sealed record HostileResult(
    string Name, string Outcome, double? RssBeforeMb, double? RssDuringMb, LoadResult GoodSender);

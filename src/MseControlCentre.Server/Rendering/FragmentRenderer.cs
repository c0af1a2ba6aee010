using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MseControlCentre.Server.Hubs;

namespace MseControlCentre.Server.Rendering;

/// <summary>Renders components to markup, once for all viewers.</summary>
public sealed class FragmentRenderer(
    IServiceProvider services, ILoggerFactory loggers, ILogger<FragmentRenderer> logger)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private long _rendered;

    /// <summary>Fragments rendered since the start.</summary>
    public long Rendered => Interlocked.Read(ref _rendered);

    /// <summary>
    /// Renders fragments. One that fails shows that it cannot be shown, is logged, and takes no other with it.
    /// </summary>
    public async Task<IReadOnlyList<BoardPart>> RenderAsync(IReadOnlyList<Fragment> fragments)
    {
        // A renderer keeps what it has rendered until it is disposed, hence one for each picture.
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parts = new List<BoardPart>(fragments.Count);
            foreach (var fragment in fragments)
            {
                var written = new WrittenFragment(fragment.Name, await RenderAsync(renderer, fragment));
                var json = JsonSerializer.SerializeToUtf8Bytes(written, s_json);
                parts.Add(new BoardPart("fragments", fragment.Name, json));
            }

            return (IReadOnlyList<BoardPart>)parts;
        });
    }

    private async Task<string> RenderAsync(HtmlRenderer renderer, Fragment fragment)
    {
        Interlocked.Increment(ref _rendered);
        try
        {
            var parameters = ParameterView.FromDictionary(fragment.Parameters.ToDictionary());
            return (await renderer.RenderComponentAsync(fragment.Component, parameters)).ToHtmlString();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The fragment {Fragment} cannot be shown.", fragment.Name);
            return "<p class=\"broken\">This part cannot be shown. The server's log says why.</p>";
        }
    }

    private sealed record WrittenFragment(string Name, string Html);
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MseControlCentre.Feeds.Quarantine;

/// <summary>
/// Keeps what could not be taken, in files of JSON lines: <c>quarantine-000001.jsonl</c>, .... A full file is followed
/// by a new one; a file whose entries were all replayed leaves, oldest first; beyond
/// <see cref="FeedLimits.QuarantineFiles"/> the oldest is dropped, and the entries that waited in it are counted.
/// Safe for several threads.
/// </summary>
public sealed class QuarantineStore : IDisposable
{
    private const string Prefix = "quarantine-";
    private const string Suffix = ".jsonl";
    private const byte NewLine = (byte)'\n';

    private readonly Lock _lock = new();
    private readonly string _directory;
    private readonly FeedLimits _limits;
    private readonly QuarantineIndex _index = new();
    private FileStream? _file;
    private long _number;
    private long _added;

    /// <summary>Opens the store; makes its directory when there is none.</summary>
    /// <exception cref="IOException">The directory cannot be used.</exception>
    public QuarantineStore(string directory, FeedLimits limits)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _directory = Directory.CreateDirectory(directory).FullName;
        _limits = limits;
        foreach (var path in Files())
        {
            _number = NumberOf(path);
            foreach (var line in ReadLines(path))
            {
                _index.Take(line, _number);
            }
        }
    }

    /// <summary>How often it has changed since the start, so that a list is made anew only when it must.</summary>
    public long Version
    {
        get
        {
            lock (_lock)
            {
                return _index.Version;
            }
        }
    }

    /// <summary>Entries that waited and were dropped with the oldest file since the start.</summary>
    public long Dropped { get; private set; }

    /// <summary>Entries that could not be written since the start (disk full, for instance).</summary>
    public long Failed { get; private set; }

    /// <summary>
    /// Adds an entry. A store that cannot be written to costs the copy, never the feed: it is counted.
    /// </summary>
    public void Add(QuarantineEntry entry) => Write(new QuarantineLine(entry, null));

    /// <summary>Marks an entry as replayed.</summary>
    public void MarkReplayed(string id, DateTimeOffset at, string outcome) =>
        Write(new QuarantineLine(null, new ReplayMark(id, at, outcome)));

    /// <summary>An identity for a new entry.</summary>
    public string NextId(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMddTHHmmssfff}-{Interlocked.Increment(ref _added)}");

    /// <summary>The entries that were not replayed yet, oldest first. Bounded by the files kept.</summary>
    public IReadOnlyList<QuarantineEntry> Waiting()
    {
        lock (_lock)
        {
            var entries = new Dictionary<string, QuarantineEntry>(StringComparer.Ordinal);
            foreach (var line in Files().SelectMany(ReadLines))
            {
                if (line.Entry is not null)
                {
                    entries[line.Entry.Id] = line.Entry;
                }
                else if (line.Mark is not null)
                {
                    entries.Remove(line.Mark.Replayed);
                }
            }

            return [.. entries.Values.OrderBy(entry => entry.ReceivedAt).ThenBy(entry => entry.Id,
                StringComparer.Ordinal)];
        }
    }

    /// <summary>
    /// What may be shown of the entries that were not replayed yet, oldest first. Bounded by the files kept.
    /// </summary>
    public IReadOnlyList<QuarantineHead> Heads()
    {
        lock (_lock)
        {
            return _index.InOrder;
        }
    }

    /// <summary>Whether an entry still waits.</summary>
    public bool Waits(string id)
    {
        lock (_lock)
        {
            return _index.Waits(id);
        }
    }

    /// <summary>
    /// Some of the waiting entries with their copies, oldest first, read from one file after the other. What is
    /// replayed or dropped in the meantime is passed over.
    /// </summary>
    public IEnumerable<QuarantineEntry> Read(IReadOnlySet<string> ids)
    {
        foreach (var path in Files())
        {
            foreach (var entry in EntriesOf(path).Where(entry => ids.Contains(entry.Id) && Waits(entry.Id)))
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Write(QuarantineLine line)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, QuarantineJson.Default.QuarantineLine);
        lock (_lock)
        {
            try
            {
                var file = FileFor(bytes.Length + 1);
                file.Write(bytes);
                file.WriteByte(NewLine);
                file.Flush();
                _index.Take(line, _number);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Failed++;
                _file?.Dispose();
                _file = null;
            }
        }
    }

    private FileStream FileFor(int bytes)
    {
        if (_file is not null && _file.Position + bytes <= _limits.QuarantineFileBytes)
        {
            return _file;
        }

        _file?.Dispose();
        _file = null;
        _number++;
        var path = Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture,
            $"{Prefix}{_number:D6}{Suffix}"));
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        LetGo();
        return _file;
    }

    // Marks speak of their own file or an older one: only the oldest may leave, or its entries would wait again.
    private void LetGo()
    {
        var files = Files();
        var tooMany = files.Length - _limits.QuarantineFiles;
        foreach (var (index, old) in files.SkipLast(1).Index())
        {
            if (index >= tooMany && _index.AnyOf(NumberOf(old)))
            {
                return;
            }

            Dropped += _index.Forget(NumberOf(old));
            File.Delete(old);
        }
    }

    private static List<QuarantineEntry> EntriesOf(string path)
    {
        try
        {
            return [.. ReadLines(path).Select(line => line.Entry).OfType<QuarantineEntry>()];
        }
        catch (FileNotFoundException)
        {
            // Dropped while the files before it were read: the store has counted what waited in it.
            return [];
        }
    }

    private string[] Files() =>
        Directory.EnumerateFiles(_directory, Prefix + "*" + Suffix).OrderBy(NumberOf).ToArray();

    private static long NumberOf(string path) => long.TryParse(
        Path.GetFileNameWithoutExtension(path.AsSpan())[Prefix.Length..],
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var number) ? number : 0;

    // A line cut short by a crash holds nothing that was promised to anybody: it is passed over.
    private static IEnumerable<QuarantineLine> ReadLines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } text)
        {
            if (Parse(text) is { } line)
            {
                yield return line;
            }
        }
    }

    private static QuarantineLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, QuarantineJson.Default.QuarantineLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

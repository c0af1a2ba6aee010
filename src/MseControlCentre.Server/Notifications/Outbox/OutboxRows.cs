using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>Rows of the outbox as they are written and read.</summary>
internal static class OutboxRows
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = """
        id, about, number, topic, step, scope, place, level, level_name, headline, what, at, answer_by, path, asked,
        rule, rule_for, channel, recipient, state, tries, words, due, changed_at, message,
        (SELECT count(*) FROM delivery AS other WHERE other.message = delivery.message) AS together
        """;

    private const string Add = """
        INSERT OR IGNORE INTO delivery (about, number, rule, channel, recipient, rule_for, topic, step, scope, place,
          level, level_name, headline, what, at, answer_by, path, asked, state, words, first_due, due, changed_at)
        VALUES ($about, $number, $rule, $channel, $recipient, $for, $topic, $step, $scope, $place, $level, $level_name,
          $headline, $what, $at, $answer_by, $path, $asked, $state, $words, $due, $due, $now)
        """;

    /// <summary>The newest entry of the journal that the outbox knows.</summary>
    public static (long Sequence, string Message) Reached(OutboxDatabase database) => database.Query(
        "SELECT sequence, message FROM reached", row => (row.GetInt64(0), row.GetString(1))).Single();

    /// <summary>Adds deliveries; one that is there already stays as it is.</summary>
    public static void AddTo(OutboxDatabase database, IReadOnlyList<NewDelivery> deliveries, DateTimeOffset now)
    {
        foreach (var one in deliveries)
        {
            database.Run(Add, ValuesOf(one, now));
        }
    }

    /// <summary>A delivery of <see cref="Columns"/>.</summary>
    public static Delivery Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        new Announcement(
            row.GetString(1),
            row.GetInt32(2),
            row.GetString(3),
            Enum.Parse<AnnouncedStep>(row.GetString(4)),
            row.GetString(5),
            row.GetString(6),
            Text(row, 7),
            Text(row, 8),
            row.GetString(9),
            row.GetString(10),
            Time(row, 11)!.Value,
            Time(row, 12),
            row.GetString(13),
            Text(row, 14)),
        row.GetString(15),
        row.GetString(16),
        row.GetString(17),
        row.GetString(18),
        Enum.Parse<DeliveryState>(row.GetString(19)),
        row.GetInt32(20),
        Text(row, 21),
        Time(row, 22)!.Value,
        Time(row, 23)!.Value,
        Text(row, 24),
        row.GetInt32(25) > 1);

    private static (string Name, object? Value)[] ValuesOf(NewDelivery one, DateTimeOffset now)
    {
        var told = one.Announcement;
        return
        [
            ("$about", told.About), ("$number", told.Number), ("$rule", one.Rule), ("$channel", one.Channel),
            ("$recipient", one.Recipient), ("$for", one.For), ("$topic", told.Topic), ("$step", told.Step.ToString()),
            ("$scope", told.Scope), ("$place", told.Place), ("$level", told.Level), ("$level_name", told.LevelName),
            ("$headline", told.Headline), ("$what", told.What), ("$at", told.At.UtcTicks),
            ("$answer_by", told.AnswerBy?.UtcTicks), ("$path", told.Path), ("$asked", told.Asked),
            ("$state", one.State.ToString()), ("$words", one.Words), ("$due", one.Due.UtcTicks),
            ("$now", now.UtcTicks),
        ];
    }

    private static string? Text(SqliteDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);

    private static DateTimeOffset? Time(SqliteDataReader row, int place) =>
        row.IsDBNull(place) ? null : new DateTimeOffset(row.GetInt64(place), TimeSpan.Zero);
}

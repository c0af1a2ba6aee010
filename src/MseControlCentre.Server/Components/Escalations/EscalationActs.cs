namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The steps that forms of an escalation's page take, as they are named in the form.</summary>
public static class EscalationActs
{
    /// <summary>Somebody has seen it.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>Somebody is its owner from now on.</summary>
    public const string Take = "take";

    /// <summary>An action is begun.</summary>
    public const string Action = "action";

    /// <summary>An action is done or given up.</summary>
    public const string EndAction = "end-action";

    /// <summary>Another site or service is asked for help.</summary>
    public const string Ask = "ask";

    /// <summary>Who was asked answers.</summary>
    public const string Answer = "answer";

    /// <summary>It goes to a higher level.</summary>
    public const string PassUp = "pass-up";

    /// <summary>Something worth keeping.</summary>
    public const string Note = "note";

    /// <summary>It is over, with an outcome.</summary>
    public const string Resolve = "resolve";

    /// <summary>Nothing needs to be done about it.</summary>
    public const string StandDown = "stand-down";

    /// <summary>What was done, in a sentence; null for what is no step.</summary>
    public static string? DoneWords(string? act) => act switch
    {
        "raise" => "Raised: the control centre sees it on the wall.",
        Acknowledge => "Acknowledged.",
        Take => "Taken: it is yours.",
        Action => "The action is added.",
        EndAction => "The action is ended.",
        Ask => "Help is asked for.",
        Answer => "The answer is given.",
        PassUp => "Passed up: the next level has to acknowledge it.",
        Note => "The note is kept.",
        Resolve => "Resolved.",
        StandDown => "Stood down.",
        _ => null,
    };
}

/// <summary>A step as a form asks for it.</summary>
/// <param name="Id">Identity of the escalation.</param>
/// <param name="Seen">Number of the newest step that its sender has seen.</param>
/// <param name="Act">One of <see cref="EscalationActs"/>.</param>
/// <param name="Target">The action, request or card that it is about; empty when it is about none.</param>
/// <param name="Values">What was entered, by field.</param>
/// <param name="IsOneTap">Whether it came from a button without fields: what is left out has its usual words.</param>
public sealed record AskedStep(
    string Id,
    int Seen,
    string Act,
    string Target,
    IReadOnlyDictionary<string, string> Values,
    bool IsOneTap = false)
{
    /// <summary>What was written in words of its own, in the order of the form.</summary>
    public IReadOnlyList<string> Texts =>
    [
        .. ((string[])["words", "for", "reason", "tried", "outcome"])
            .Select(name => this[name])
            .Where(text => text.Length > 0),
    ];

    /// <summary>What was entered in a field, without spaces around it; empty when nothing was.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, string.Empty).Trim();

    /// <summary>Identity of a field on the page.</summary>
    public static string FieldOf(string act, string target, string name) =>
        target.Length == 0 ? $"{act}-{name}" : $"{act}-{target}-{name}";
}

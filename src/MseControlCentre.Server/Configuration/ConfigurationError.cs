namespace MseControlCentre.Server.Configuration;

/// <summary>One thing wrong with the configuration.</summary>
/// <param name="Key">The option, file or key it is about.</param>
/// <param name="Message">What is wrong, what was expected and what to do.</param>
public sealed record ConfigurationError(string Key, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Key}: {Message}";
}

/// <summary>The server cannot start. Carries everything that is wrong, and the exit code of its kind.</summary>
public sealed class StartRefusedException : Exception
{
    /// <summary>Refuses with all the reasons at once.</summary>
    public StartRefusedException(int exitCode, IReadOnlyList<ConfigurationError> errors, Exception? inner = null)
        : base(string.Join(Environment.NewLine, errors), inner)
    {
        ExitCode = exitCode;
        Errors = errors;
    }

    /// <summary>Refuses for one reason.</summary>
    public StartRefusedException(int exitCode, string key, string message, Exception? inner = null)
        : this(exitCode, [new ConfigurationError(key, message)], inner)
    {
    }

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<ConfigurationError> Errors { get; }
}

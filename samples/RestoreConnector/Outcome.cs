namespace RestoreConnector;

/// <summary>The results of the program. The values are its exit codes.</summary>
internal enum Outcome
{
    Restored = 0,
    Failed = 1,
    BadArguments = 2,
    Unauthorized = 3,
    Forbidden = 4,
    NotFound = 5,
    Interrupted = 130,
}

namespace CdeCodegen.Generator.Reading;

/// <summary>The kinds of problems of a JSON or YAML text.</summary>
internal enum SpecProblemKind : byte
{
    /// <summary>A syntax error. The tree ends here.</summary>
    SyntaxError,

    /// <summary>A deviation from the grammar with a clear meaning. Reading continued.</summary>
    Irregular,

    /// <summary>A duplicate name in an object. The last one wins.</summary>
    DuplicateKey,

    /// <summary>A value that is nested too deeply. It is read as null.</summary>
    TooDeep,

    /// <summary>An alias that is unknown or part of its own value. It is read as null.</summary>
    BadAlias,

    /// <summary>The text has more than one document. Only the first was read.</summary>
    MoreDocuments,
}

/// <summary>A problem of a text and its position.</summary>
internal readonly struct SpecProblem(SpecProblemKind kind, int start, int end, string message)
{
    public readonly SpecProblemKind Kind = kind;
    public readonly int Start = start;
    public readonly int End = end;

    /// <summary>A clause without a full stop, to be part of a sentence.</summary>
    public readonly string Message = message;
}

/// <summary>The result of reading a text.</summary>
internal sealed class SpecTree(SpecNode? root, IReadOnlyList<SpecProblem> problems)
{
    /// <summary>The root. After a syntax error, the part that was read, or null.</summary>
    public SpecNode? Root { get; } = root;

    /// <summary>The problems in order of discovery, up to a limit.</summary>
    public IReadOnlyList<SpecProblem> Problems { get; } = problems;
}

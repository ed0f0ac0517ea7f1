namespace CdeCodegen.Generator.Reading;

/// <summary>What can be wrong with a text, whatever it is about.</summary>
internal enum SpecProblemKind : byte
{
    /// <summary>The text cannot be understood from here on: the tree ends here.</summary>
    SyntaxError,

    /// <summary>Not quite the format's grammar, but what is meant is clear: reading went on.</summary>
    Irregular,

    /// <summary>A name appears twice in one object; the last one counts.</summary>
    DuplicateKey,

    /// <summary>A value is nested deeper than any document needs; it reads as null.</summary>
    TooDeep,

    /// <summary>An alias stands for a value that it is itself part of, or for none; it reads as null.</summary>
    BadAlias,

    /// <summary>There are more documents in the text than the one that was read.</summary>
    MoreDocuments,
}

/// <summary>Something that is wrong with a text, and where.</summary>
internal readonly struct SpecProblem(SpecProblemKind kind, int start, int end, string message)
{
    public readonly SpecProblemKind Kind = kind;
    public readonly int Start = start;
    public readonly int End = end;

    /// <summary>A clause without full stop, to stand in a longer sentence.</summary>
    public readonly string Message = message;
}

/// <summary>A text, read.</summary>
internal sealed class SpecTree(SpecNode? root, IReadOnlyList<SpecProblem> problems)
{
    /// <summary>The document; after a syntax error what was read up to there, null when that is nothing.</summary>
    public SpecNode? Root { get; } = root;

    /// <summary>In the order of their discovery; a bounded number of them.</summary>
    public IReadOnlyList<SpecProblem> Problems { get; } = problems;
}

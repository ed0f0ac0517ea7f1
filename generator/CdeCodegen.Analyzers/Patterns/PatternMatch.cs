using CdeCodegen.Analyzers.Semantics;

namespace CdeCodegen.Analyzers.Patterns;

/// <summary>The outcome of a pattern per case of a result.</summary>
internal struct PatternMatch
{
    /// <summary>Cases that may match.</summary>
    public CaseSet True;

    /// <summary>Cases that may not match.</summary>
    public CaseSet False;

    /// <summary>Cases that the pattern mentions.</summary>
    public CaseSet Mentioned;

    /// <summary>Whether null matches; null when that is unknown.</summary>
    public bool? OnNull;

    /// <summary>The pattern only distinguishes null from other values.</summary>
    public bool IsNullTest;

    /// <summary>The analysis does not understand the pattern, so nothing follows from it.</summary>
    public bool IsOpaque;

    /// <summary>The pattern copies the status, or <c>IsSuccess</c>, to a variable.</summary>
    public bool TakesStatus;
}

using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>What holds for a whole body: the result types of its compilation, the options and language version of its tree.</summary>
internal sealed class BodyContext(
    Compilation compilation,
    SyntaxTree tree,
    ResultTypes types,
    TreeOptions options,
    HashSet<ISymbol> captured,
    IReadOnlyDictionary<SyntaxNode, ResultType> incomplete,
    bool isTest,
    CancellationToken cancellationToken)
{
    private readonly int _languageVersion = tree.Options is CSharpParseOptions parse ? (int)parse.LanguageVersion : 0;

    public ResultTypes Types { get; } = types;

    public TreeOptions Options { get; } = options;

    /// <summary>Locals and parameters that a nested function uses, which are not tracked.</summary>
    public HashSet<ISymbol> CapturedSymbols { get; } = captured;

    /// <summary>Whether a cast to a case is an assertion, as in a test.</summary>
    public bool AssertsByCast { get; } = isTest && options.Tests == TestMode.Auto;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public bool IsNeutral(IMethodSymbol method) => Calls.IsNeutral(method) || Options.NeutralSinks.Match(method);

    /// <summary>Whether a handler of <paramref name="caught"/> catches what <c>EnsureSuccess()</c> throws.</summary>
    public bool CatchesUnwrap(ITypeSymbol? caught) => ResultExceptions.MayCatch(compilation, caught);

    /// <summary>Whether the compiler reports missing cases itself, as C# 15 does for closed types.</summary>
    public bool IsCheckedByCompiler(ResultType type) => type.IsClosed && _languageVersion >= 1500;

    /// <summary>The type of the results that a switch expression does not cover, where that is already reported; null for any other node.</summary>
    public ResultType? FindIncomplete(SyntaxNode node) => incomplete.TryGetValue(node, out ResultType? type) ? type : null;
}

using CdeCodegen.Analyzers.Flow.Layout;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>What holds for a whole body: the result types of its compilation, the options and language version of its tree.</summary>
internal sealed class BodyContext(
    Compilation compilation,
    SyntaxTree tree,
    ResultTypes types,
    TreeOptions options,
    CapturedSymbols captured,
    HashSet<SyntaxNode> incomplete,
    bool isTest,
    CancellationToken cancellationToken)
{
    private readonly int _languageVersion = tree.Options is CSharpParseOptions parse ? (int)parse.LanguageVersion : 0;

    public ResultTypes Types { get; } = types;

    public TreeOptions Options { get; } = options;

    /// <summary>Locals and parameters that a nested function uses, which are not tracked.</summary>
    public CapturedSymbols CapturedSymbols { get; } = captured;

    /// <summary>Whether this is test code, in which results may be dropped and a cast to a case is an assertion.</summary>
    public bool IsLenient { get; } = isTest && options.Tests == TestMode.Auto;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public bool IsNeutral(IMethodSymbol method) => Calls.IsNeutral(method) || Options.NeutralSinks.Match(method);

    /// <summary>Whether an enclosing handler catches the exception of <c>EnsureSuccess()</c>.</summary>
    public bool CatchesUnwrap(ControlFlowRegion region) => ExceptionRegions.IsCaught(region, caught => ResultExceptions.MayCatch(compilation, caught));

    /// <summary>Whether an enclosing handler catches an exception of the namespace <c>System</c>.</summary>
    public bool Catches(ControlFlowRegion region, string exception) =>
        compilation.GetTypeByMetadataName(exception) is not { } thrown
        || ExceptionRegions.IsCaught(region, caught => caught is null || ResultType.IsA(thrown, caught));

    /// <summary>Whether the compiler reports missing cases itself, as C# 15 does for closed types.</summary>
    public bool IsCheckedByCompiler(ResultType type) => type.IsClosed && _languageVersion >= 1500;

    /// <summary>Whether the missing cases of a switch expression are already reported.</summary>
    public bool IsIncomplete(SyntaxNode switchExpression) => incomplete.Contains(switchExpression);
}

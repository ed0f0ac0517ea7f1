using CdeCodegen.Analyzers.Coverage;
using CdeCodegen.Analyzers.Findings;
using CdeCodegen.Analyzers.Flow;
using CdeCodegen.Analyzers.Options;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Suppressors;

/// <summary>
/// What the analyzer finds in the member around a node. A suppressor does not see the diagnostics of analyzers, so it analyzes the member again; that
/// happens only for members with a diagnostic to suppress.
/// </summary>
internal sealed class MemberFindings(SuppressionAnalysisContext context, ResultTypes types)
{
    private readonly Dictionary<SyntaxNode, IReadOnlyList<Finding>> _members = [];
    private readonly Dictionary<SyntaxTree, TreeOptions> _options = [];
    private readonly TestCode _tests = new(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);

    /// <summary>Whether the analyzer looks at the code around <paramref name="node"/>.</summary>
    public bool IsAnalyzed(SyntaxNode node, SemanticModel model) =>
        Owner(node, model) is { } owner
        && !GeneratedCode.Contains(context.Compilation, node.SyntaxTree, owner, context.CancellationToken)
        && !(OptionsOf(node.SyntaxTree).Tests == TestMode.Off && _tests.Contains(owner));

    /// <summary>The findings in the member around an operation; empty if the analyzer does not look at it.</summary>
    public IReadOnlyList<Finding> Around(IOperation operation, SemanticModel model)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        if (!_members.TryGetValue(operation.Syntax, out IReadOnlyList<Finding>? found))
        {
            _members[operation.Syntax] = found = Analyze(operation, model);
        }

        return found;
    }

    private IReadOnlyList<Finding> Analyze(IOperation root, SemanticModel model)
    {
        if (Graph(root) is not { } graph || HasErrors(root.Syntax) || Owner(root.Syntax, model) is not { } owner || !IsAnalyzed(root.Syntax, model))
        {
            return [];
        }

        var analysis = new BodyAnalysis(
            context.Compilation, root, types, OptionsOf(root.Syntax.SyntaxTree), _tests.Contains(owner), SwitchCoverage.IncompleteIn(root, types),
                methods: null, context.CancellationToken);
        return analysis.Run(graph, owner);
    }

    private ControlFlowGraph? Graph(IOperation root) => root switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, context.CancellationToken),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, context.CancellationToken),
        IBlockOperation body => ControlFlowGraph.Create(body, context.CancellationToken),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, context.CancellationToken),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, context.CancellationToken),
        _ => null,
    };

    /// <summary>The method, accessor, property or field that contains a node.</summary>
    private ISymbol? Owner(SyntaxNode node, SemanticModel model)
    {
        ISymbol? owner = model.GetDeclaredSymbol(node, context.CancellationToken) is IMethodSymbol declared ? declared
            : model.GetEnclosingSymbol(node.SpanStart, context.CancellationToken);
        while (owner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            owner = owner.ContainingSymbol;
        }

        return owner;
    }

    private TreeOptions OptionsOf(SyntaxTree tree)
    {
        if (!_options.TryGetValue(tree, out TreeOptions? read))
        {
            _options[tree] = read = TreeOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        }

        return read;
    }

    private static bool HasErrors(SyntaxNode node) =>
        node.ContainsDiagnostics && node.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Rewrites programs to equivalent programs.</summary>
public static class Mutations
{
    /// <summary>Wrappers of a source, <c>await c.A()</c> or <c>c.S()</c>, that keep its value.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } = new Dictionary<string, string>
    {
        ["parentheses"] = "(({0}))",
        ["null-forgiving"] = "({0})!",
        ["cast"] = "((R)({0}))",
        ["cast to the base"] = "((R)(ApiResult)({0}))",
        ["?? throw"] = "(({0}) ?? throw new InvalidOperationException())",
        ["?: null"] = "(DateTime.Now.Ticks > 1 ? ({0}) : null)!",
        ["?: twice"] = "(DateTime.Now.Ticks > 1 ? ({0}) : ({0}))",
        ["switch"] = "(DateTime.Now.Ticks switch {{ 1 => ({0}), _ => ({0}) }})",
    };

    /// <summary>Wrappers of a test that keep its outcome.</summary>
    public static IReadOnlyDictionary<string, string> Tests { get; } = new Dictionary<string, string>
    {
        ["parentheses"] = "(({0}))",
        ["! !"] = "!(!({0}))",
        ["== true"] = "({0}) == true",
        ["!= false"] = "({0}) != false",
        ["true =="] = "true == ({0})",
        ["!(== false)"] = "!(({0}) == false)",
        ["&& true"] = "({0}) && true",
        ["true &&"] = "true && ({0})",
        ["|| false"] = "({0}) || false",
        ["& true"] = "({0}) & true",
        ["| false"] = "({0}) | false",
        ["is true"] = "({0}) is true",
        ["is not false"] = "({0}) is not false",
        ["?: true"] = "(({0}) ? true : false)",
        ["(&& true) == true"] = "(({0}) && true) == true",
        ["(|| false) != false"] = "(({0}) || false) != false",
    };

    public static string? WrapSources(string member, string form) => Rewrite(member, new SourceWrapper(form));

    public static string? AwaitConfigured(string member) => Rewrite(member, new Configurer());

    public static string? WrapTests(string member, string form) => Rewrite(member, new TestWrapper(form));

    /// <summary><c>if (!(x)) else-part else then-part</c></summary>
    public static string? SwapBranches(string member) => Rewrite(member, new BranchSwapper());

    /// <summary><c>x is P</c> becomes <c>!(x is not P)</c>.</summary>
    public static string? NegatePatterns(string member) => Rewrite(member, new PatternNegator());

    /// <summary>Moves the source to a temporary variable.</summary>
    public static string? UseTemporary(string member) => Rewrite(member, new Temporizer());

    public static string? Rewrite(string member, CSharpSyntaxRewriter rewriter)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText($"class X {{ {member} }}").GetRoot();
        SyntaxNode changed = rewriter.Visit(root);
        if (changed == root)
        {
            return null;
        }

        string text = changed.NormalizeWhitespace(eol: " ", indentation: "").ToFullString();
        return text[(text.IndexOf('{', StringComparison.Ordinal) + 1)..text.LastIndexOf('}')];
    }

    // A wrapped expression is not a valid statement.
    private static bool IsSource(ExpressionSyntax node) =>
        node is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } && IsCall(call, "A")
        || node is InvocationExpressionSyntax sync && IsCall(sync, "S");

    private static bool IsCall(InvocationExpressionSyntax call, string name) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: var called } && called == name;

    private static bool IsWhole(SyntaxNode node) =>
        node.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax;

    private sealed class SourceWrapper(string form) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node) => Wrap(node) ?? base.VisitAwaitExpression(node);

        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node) => Wrap(node) ?? base.VisitInvocationExpression(node);

        private ExpressionSyntax? Wrap(ExpressionSyntax node) => IsSource(node) && !IsWhole(node)
            ? ParseExpression(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, node))
            : null;
    }

    private sealed class Configurer : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node) => IsSource(node)
            ? ParseExpression($"{node}.ConfigureAwait(false)")
            : base.VisitAwaitExpression(node);
    }

    private sealed class TestWrapper(string form) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
            return visited.WithCondition(Wrap(visited.Condition));
        }

        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
        {
            var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
            return visited.Condition.IsKind(SyntaxKind.TrueLiteralExpression) ? visited : visited.WithCondition(Wrap(visited.Condition));
        }

        public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
        {
            var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
            return visited.WithCondition(Wrap(visited.Condition));
        }

        public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
        {
            var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
            return visited.WithCondition(ParenthesizedExpression(Wrap(visited.Condition)));
        }

        private ExpressionSyntax Wrap(ExpressionSyntax condition) =>
            ParseExpression(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, condition));
    }

    private sealed class BranchSwapper : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            // Without an else, swapping would add an explicit branch for the other cases.
            var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
            return visited.Else is { } rest
                ? IfStatement(ParseExpression($"!({visited.Condition})"), Block(rest.Statement), ElseClause(visited.Statement))
                : visited;
        }

        public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
        {
            var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
            return ConditionalExpression(ParseExpression($"!({visited.Condition})"), visited.WhenFalse, visited.WhenTrue);
        }
    }

    private sealed class PatternNegator : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) =>
            ParseExpression($"!({Visit(node.Expression)} is not ({node.Pattern}))");

        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) => node.IsKind(SyntaxKind.IsExpression)
            ? ParseExpression($"!({Visit(node.Left)} is not {node.Right})")
            : base.VisitBinaryExpression(node);
    }

    private sealed class Temporizer : CSharpSyntaxRewriter
    {
        private int _count;

        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var statements = new List<StatementSyntax>();
            foreach (StatementSyntax statement in node.Statements)
            {
                ExpressionSyntax? first = First(statement);
                if (first is null || IsWhole(first))
                {
                    statements.Add((StatementSyntax)Visit(statement)!);
                    continue;
                }

                string name = "temporary" + _count++;
                statements.Add(ParseStatement($"var {name} = {first};"));
                statements.Add(statement.ReplaceNode(first, IdentifierName(name)));
            }

            return node.WithStatements(List(statements));
        }

        // Applies only if the source is the first evaluated part of the statement.
        private static ExpressionSyntax? First(StatementSyntax statement)
        {
            ExpressionSyntax? head = statement switch
            {
                IfStatementSyntax branch => branch.Condition,
                SwitchStatementSyntax choice => choice.Expression,
                ReturnStatementSyntax { Expression: { } value } => value,
                LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value }] } => value,
                ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Right: { } value } assignment }
                    when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => value,
                _ => null,
            };
            if (head is null)
            {
                return null;
            }

            foreach (ExpressionSyntax node in head.DescendantNodesAndSelf(
                static node => node is not AnonymousFunctionExpressionSyntax).OfType<ExpressionSyntax>())
            {
                if (IsSource(node) && node.SpanStart == head.GetFirstToken().SpanStart + head.ToString().TakeWhile(static c => c is '(' or '!').Count())
                {
                    return node;
                }
            }

            return null;
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <content>Rewrites statements, containing functions, tests and calls.</content>
public static partial class Rewritings
{
    /// <summary>Moves the body to a local function that the member calls.</summary>
    private sealed class Inner(bool isLocalFunction) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            string type = node.ReturnType.ToString();
            bool isAsync = node.Modifiers.Any(SyntaxKind.AsyncKeyword);
            // A parameter would become a captured variable, an expression tree cannot contain statements, and test attributes apply to the member's own body.
            if (node.Body is not { } body || node.ParameterList.Parameters.Count != 0 || node.AttributeLists.Count != 0
                || type is not ("Task" or "void" or "Task<int>" or "Task<bool>") || isAsync != type is not "void")
            {
                return node;
            }

            string call = (isAsync ? "await " : "") + "inner()";
            if (type.EndsWith('>'))
            {
                call = "return " + call;
            }

            return node.WithBody((BlockSyntax)ParseStatement(isLocalFunction
                ? $"{{ {call}; {(isAsync ? "async " : "")}{type} inner() {body} }}"
                : $"{{ {(isAsync ? $"Func<{type}>" : "Action")} inner = {(isAsync ? "async " : "")}() => {body}; {call}; }}"));
        }
    }

    private sealed class Renamed : CSharpSyntaxRewriter
    {
        public override SyntaxToken VisitToken(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "r" or "ok" or "x"
            ? Identifier("@" + token.ValueText + "1")
            : token;
    }

    private sealed class Braces : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
            return visited.WithStatement(Block(visited.Statement)).WithElse(visited.Else is { } rest ? ElseClause(Block(rest.Statement)) : null);
        }

        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => node.WithStatement(Block((StatementSyntax)Visit(node.Statement)!));

        public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => node.WithStatement(Block((StatementSyntax)Visit(node.Statement)!));
    }

    /// <summary><c>if (r is A) x; else y;</c> becomes <c>switch (r) { case A: x; break; default: y; break; }</c>.</summary>
    private sealed class IfToSwitch : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            (string? subject, string? pattern) = node.Condition switch
            {
                IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: var matched } => (name.ToString(), matched.ToString()),
                BinaryExpressionSyntax { Left: IdentifierNameSyntax name, Right: var type } test when test.IsKind(SyntaxKind.IsExpression) =>
                    (name.ToString(), type.ToString()),
                _ => ("", ""),
            };
            // A break would exit the switch instead of the loop. An `else` must act, because a `default` always counts as a catch-all. `not A` names A, and a
            // label that matches everything is a catch-all too.
            if (subject.Length == 0 || pattern.Contains("null", StringComparison.Ordinal)
                || pattern.StartsWith("not Forbidden", StringComparison.Ordinal) || pattern is "{ Headers: var h }" or "(_, _)"
                || node.DescendantNodes().Any(static n => n is BreakStatementSyntax)
                || (node.Else is { } other && !Acts(other.Statement)))
            {
                return base.VisitIfStatement(node);
            }

            string rest = node.Else is null ? "" : $"default: {{ {node.Else.Statement} }} break;";
            return ParseStatement($"switch ({subject}) {{ case {pattern}: {{ {node.Statement} }} break; {rest} }}");
        }

        private static bool Acts(StatementSyntax statement) => statement switch
        {
            BlockSyntax { Statements: [var first, ..] } => Acts(first),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax { Expression: InvocationExpressionSyntax } }
                or ThrowStatementSyntax => true,
            _ => false,
        };
    }

    private sealed class AndToNested : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
            return visited is { Else: null, Condition: BinaryExpressionSyntax both } && both.IsKind(SyntaxKind.LogicalAndExpression)
                ? IfStatement(both.Left, Block(IfStatement(both.Right, visited.Statement)))
                : visited;
        }
    }

    /// <summary>True if the condition tests only for success. A test of named cases needs an explicit <c>else</c>.</summary>
    private static bool IsAboutSuccess(ExpressionSyntax condition) => IsAboutSuccess().IsMatch(condition.ToString());

    [GeneratedRegex(@"^(!?\w+\.IsSuccess|(\(?await c\.A\(\)\)?|\w+) is (not )?Ok( \w+)?)( && Flag\(\))?$")]
    private static partial Regex IsAboutSuccess();

    /// <summary><c>if (r is Ok) { x; return; } y;</c> becomes <c>if (r is Ok) { x; } else { y; }</c>.</summary>
    private sealed class JumpToElse : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            node.Body is { } body && node.ReturnType.ToString() is "void" or "Task" ? node.WithBody(Nest(body)) : node;

        private static BlockSyntax Nest(BlockSyntax block)
        {
            for (int i = block.Statements.Count - 2; i >= 0; i--)
            {
                if (block.Statements[i] is IfStatementSyntax { Else: null, Statement: BlockSyntax { Statements: [_, .., ReturnStatementSyntax { Expression: null }] } then } guard
                    && IsAboutSuccess(guard.Condition))
                {
                    return block.WithStatements(List([
                        .. block.Statements.Take(i),
                        guard.WithStatement(then.WithStatements(then.Statements.RemoveAt(then.Statements.Count - 1)))
                            .WithElse(ElseClause(Block(List(block.Statements.Skip(i + 1))))),
                    ]));
                }
            }

            return block;
        }
    }

    /// <summary><c>if (r is Ok) x; else y;</c> at the end of a method becomes <c>if (r is Ok) { x; return; } y;</c>.</summary>
    private sealed class ElseToJump : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            node.ReturnType.ToString() is "void" or "Task" && node.Body is { Statements: [.., IfStatementSyntax { Else: { } rest } choice] } body
            && IsAboutSuccess(choice.Condition)
                ? node.WithBody(body.WithStatements(body.Statements.RemoveAt(body.Statements.Count - 1)
                    .Add(choice.WithElse(null).WithStatement((StatementSyntax)ParseStatement($"{{ {choice.Statement} return; }}")))
                    .Add(rest.Statement)))
                : node;
    }

    private sealed class WhileToFor : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => ParseStatement($"for (; {node.Condition}; ) {node.Statement}");
    }

    private static bool IsCase(ExpressionSyntax expression) => expression.ToString() is "Ok" or "Unauthorized" or "Forbidden" or "NotFound" or "Unexpected";

    /// <summary>Replaces the name of a case with an equivalent pattern.</summary>
    private sealed class TypePattern(string form) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => IsCase(node.Expression) ? Pattern(node.Expression) : node;

        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) =>
            node.IsKind(SyntaxKind.IsExpression) && node.Right is IdentifierNameSyntax type && IsCase(type)
            ? IsPatternExpression((ExpressionSyntax)Visit(node.Left)!, Pattern(type))
            : base.VisitBinaryExpression(node);

        public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => IsCase(node.Value)
            ? CasePatternSwitchLabel(Pattern(node.Value), Token(SyntaxKind.ColonToken))
            : node;

        private PatternSyntax Pattern(ExpressionSyntax type) =>
            ((SwitchExpressionSyntax)ParseExpression($"x switch {{ {string.Format(CultureInfo.InvariantCulture, form, type)} => 1 }}")).Arms[0].Pattern;
    }

    private sealed class IsToGetType : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) =>
            node.IsKind(SyntaxKind.IsExpression) && node.Right is IdentifierNameSyntax type && IsCase(type)
            ? ParseExpression($"({Visit(node.Left)}).GetType() == typeof({type})")
            : base.VisitBinaryExpression(node);
    }

    /// <summary><c>r is Ok ok</c> becomes <c>(r as Ok) is { } ok</c>.</summary>
    private sealed class IsToAs : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) => node.Pattern switch
        {
            DeclarationPatternSyntax { Type: IdentifierNameSyntax type } declaration when IsCase(type) =>
                ParseExpression($"(({node.Expression}) as {type}) is {{ }} {declaration.Designation}"),
            UnaryPatternSyntax { Pattern: DeclarationPatternSyntax { Type: IdentifierNameSyntax type } declaration } when IsCase(type) =>
                ParseExpression($"(({node.Expression}) as {type}) is not {{ }} {declaration.Designation}"),
            UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: IdentifierNameSyntax type } } when IsCase(type) =>
                ParseExpression($"(({node.Expression}) as {type}) is null"),
            _ => base.VisitIsPatternExpression(node),
        };
    }

    /// <summary>Replaces <c>await c.A()</c> with another expression for the same result.</summary>
    private sealed class OtherCall(string form) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node) =>
            node.Expression is InvocationExpressionSyntax
            {
                ArgumentList.Arguments: [] or [{ Expression: LiteralExpressionSyntax or IdentifierNameSyntax }],
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "c" }, Name.Identifier.ValueText: "A" },
            } call
                ? ParseExpression(string.Format(CultureInfo.InvariantCulture, form, call.ArgumentList.Arguments))
                : base.VisitAwaitExpression(node);
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <content>Rewrites values: conditional accesses, patterns on the status, tasks, counters, delegates, texts.</content>
public static partial class Rewritings
{
    /// <summary><c>(r as Ok)?.Value</c> as a value becomes <c>(r is Ok it ? it.Value : null)</c>.</summary>
    private sealed class AccessToTernary : CSharpSyntaxRewriter
    {
        private int _count;

        public override SyntaxNode? VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
        {
            ExpressionSyntax receiver = node.Expression;
            while (receiver is ParenthesizedExpressionSyntax inner)
            {
                receiver = inner.Expression;
            }

            // As an operand of a test, a conditional access is part of the test, and as a statement it has no value. A value type needs a cast.
            if (receiver is not BinaryExpressionSyntax { Right: IdentifierNameSyntax type } cast || !cast.IsKind(SyntaxKind.AsExpression) || !IsCase(type)
                || node.Parent is not (ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ArgumentSyntax)
                || node.WhenNotNull.ToString().Contains('?', StringComparison.Ordinal))
            {
                return base.VisitConditionalAccessExpression(node);
            }

            string name = $"it{_count++}";
            return ParseExpression($"({cast.Left} is {type} {name} ? {name}{node.WhenNotNull} : null)");
        }
    }

    /// <summary><c>{ StatusCode: 403 }</c> becomes <c>(403, _)</c>.</summary>
    private sealed class PropertyToPosition : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitRecursivePattern(RecursivePatternSyntax node) =>
            node is { Type: null, PositionalPatternClause: null, Designation: null, PropertyPatternClause.Subpatterns: [{ NameColon.Name.Identifier.ValueText: "StatusCode" } status] }
                ? ((SwitchExpressionSyntax)ParseExpression($"x switch {{ ({status.Pattern}, _) => 1 }}")).Arms[0].Pattern
                : base.VisitRecursivePattern(node);
    }

    /// <summary><c>await Task.WhenAll(ids.Select(…));</c> becomes <c>{ var kept = ids.Select(…); await Task.WhenAll(kept); }</c>.</summary>
    private sealed class KeptTasks : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) => Argument(node) is InvocationExpressionSyntax or ArrayCreationExpressionSyntax
            or ImplicitArrayCreationExpressionSyntax or ObjectCreationExpressionSyntax or QueryExpressionSyntax
                ? ParseStatement($"{{ var kept = {Argument(node)}; await Task.WhenAll(kept); }}")
                : base.VisitExpressionStatement(node);

        public static ExpressionSyntax? Argument(ExpressionStatementSyntax node) =>
            node.Expression is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments: [{ Expression: var tasks }] } }
            && called.ToString() == "Task.WhenAll" && !tasks.ToString().StartsWith("c.", StringComparison.Ordinal)
                ? tasks
                : null;
    }

    private static bool IsLoopOverResults(ForEachStatementSyntax loop) =>
        loop.Type.IsVar && loop.Expression.ToString() is var items
        && (items.StartsWith("await Task.WhenAll(", StringComparison.Ordinal) || items == "await c.Many()");

    /// <summary><c>foreach (var r in await c.Many()) x;</c> becomes <c>for (…) { var r = items[at]; x; }</c>.</summary>
    private sealed class LoopToIndex : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => IsLoopOverResults(node)
            ? ParseStatement(
                $"{{ var items = {node.Expression}; for (int at = 0; at < items.Length; at++) {{ var {node.Identifier} = items[at]; {node.Statement} }} }}")
            : base.VisitForEachStatement(node);
    }

    /// <summary>Replaces the results that a loop visits with the same ones in another collection.</summary>
    private sealed class LoopOver(string form) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => IsLoopOverResults(node)
            ? node.WithExpression(ParseExpression(string.Format(CultureInfo.InvariantCulture, form, node.Expression)))
            : base.VisitForEachStatement(node);
    }

    /// <summary><c>Use(r.StatusCode)</c> becomes <c>Use(r?.StatusCode ?? 0)</c>.</summary>
    private sealed class NullableStatus : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitArgument(ArgumentSyntax node) =>
            node.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax result, Name.Identifier.ValueText: "StatusCode" }
                ? Argument(ParseExpression($"{result}?.StatusCode ?? 0"))
                : base.VisitArgument(node);
    }

    /// <summary><c>await Task.WhenAll(tasks);</c> becomes <c>await Task.WhenAll(tasks.ToList());</c>.</summary>
    private sealed class ListedTasks : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) => KeptTasks.Argument(node) is { } tasks
            ? ParseStatement($"await Task.WhenAll({tasks}.ToList());")
            : base.VisitExpressionStatement(node);
    }

    private sealed class Increments(string form) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) =>
            node.Expression is PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax counter } step && step.IsKind(SyntaxKind.PostIncrementExpression)
                ? ParseStatement(string.Format(CultureInfo.InvariantCulture, form, counter) + ";")
                : base.VisitExpressionStatement(node);
    }

    /// <summary><c>id => c.A(id)</c> becomes <c>c.A</c>.</summary>
    private sealed class LambdaToGroup : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
            node is { Modifiers.Count: 0, Body: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax argument }] } call }
            && argument.Identifier.ValueText == node.Parameter.Identifier.ValueText && IsClient(call.Expression)
                ? call.Expression
                : base.VisitSimpleLambdaExpression(node);

        private static bool IsClient(ExpressionSyntax called) => called.ToString() is "c.A" or "inner.A";
    }

    /// <summary><c>Do();</c> becomes <c>((Action?)Do)?.Invoke();</c>, which acts whether or not there is a delegate.</summary>
    private sealed class CallToAccess : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) =>
            node.ToString() == "Do();" ? ParseStatement("((Action?)Do)?.Invoke();") : base.VisitExpressionStatement(node);
    }

    /// <summary><c>((Ok)r).Value</c> becomes <c>(r as Ok)!.Value</c>. Both throw for other cases, but not the same exception.</summary>
    private sealed class CastToAs : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            node.DescendantNodes().Any(static n => n is CatchClauseSyntax) ? node : base.VisitMethodDeclaration(node);

        public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
            node.Expression is ParenthesizedExpressionSyntax { Expression: CastExpressionSyntax { Type: IdentifierNameSyntax type } cast } && IsCase(type)
                ? ParseExpression($"({cast.Expression} as {type})!.{node.Name}")
                : base.VisitMemberAccessExpression(node);
    }

    /// <summary><c>throw new Exception();</c> becomes <c>{ var failure = new Exception(); throw failure; }</c>.</summary>
    private sealed class ThrownLocal : CSharpSyntaxRewriter
    {
        private int _count;

        public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => node.Expression is ObjectCreationExpressionSyntax creation
            ? ParseStatement($"{{ var failure{_count} = {creation}; throw failure{_count++}; }}")
            : node;
    }

    /// <summary><c>$"a {b}"</c> becomes <c>string.Format("a {0}", b)</c>.</summary>
    private sealed class InterpolationToFormat : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
        {
            var values = node.Contents.OfType<InterpolationSyntax>().ToList();
            if (values.Count == 0 || values.Exists(static value => value.FormatClause is not null || value.AlignmentClause is not null))
            {
                return node;
            }

            string text = string.Concat(node.Contents.Select(part => part is InterpolationSyntax value ? $"{{{values.IndexOf(value)}}}" : part.ToString()));
            return ParseExpression($"string.Format(\"{text}\", {string.Join(", ", values.Select(static value => value.Expression))})");
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Rewrites code to equivalent control flow.</summary>
public static partial class Rewritings
{
    /// <summary>Factories of rewriters by name. A rewriter that does not apply leaves the member unchanged.</summary>
    public static IReadOnlyDictionary<string, Func<CSharpSyntaxRewriter>> All { get; } = new Dictionary<string, Func<CSharpSyntaxRewriter>>
    {
        ["De Morgan"] = static () => new DeMorgan(),
        ["switch as if chain"] = static () => new SwitchToIfs(),
        ["switch expression as statement"] = static () => new ExpressionToStatement(),
        ["type as status"] = static () => new TypeToStatus(),
        ["expression body as block"] = static () => new BodyToBlock(),
        ["guard clause as block"] = static () => new GuardToBlock(),
        ["while as endless loop"] = static () => new WhileToEndless(),
        ["return ?: as if"] = static () => new TernaryToIf(),
        ["in a try"] = static () => new Wrapped("try { $ } finally { }"),
        ["in a loop"] = static () => new Wrapped("foreach (var once in new[] { 1 }) { $ }"),
        ["in a block"] = static () => new Wrapped("{ { $ } }"),
        ["in a using"] = static () => new Wrapped("using (var nothing = new System.IO.MemoryStream()) { $ }"),
        ["in an if"] = static () => new Wrapped("if (Environment.HasShutdownStarted) { $ }"),
        ["declared first"] = static () => new SplitDeclaration(),
        ["sections reversed"] = static () => new ReverseSections(),
        ["arms reversed"] = static () => new ReverseArms(),
        ["in a try with a handler"] = static () => new Wrapped("try { $ } catch (TimeoutException) { throw; }", "throw", "Ensure"),
        ["in a checked block"] = static () => new Wrapped("checked { $ }"),
        ["in a lock"] = static () => new Wrapped("lock (list) { $ }"),
        ["in while (true)"] = static () => new Wrapped("while (true) { $ break; }"),
        ["in for (;;)"] = static () => new Wrapped("for (;;) { $ break; }"),
        ["in do while (false)"] = static () => new Wrapped("do { $ } while (false);"),
        ["in a switch"] = static () => new Wrapped("switch (list.Count) { case 0: { $ break; } }"),
        ["in an else"] = static () => new Wrapped("if (list.Count > 0) Do(); else { $ }"),
        ["in a local function"] = static () => new Inner(isLocalFunction: true),
        ["in a lambda"] = static () => new Inner(isLocalFunction: false),
        ["after other statements"] = static () => new Wrapped("var other = 1; Log.Info(\"start\"); Use(other); $"),
        ["renamed"] = static () => new Renamed(),
        ["bodies in blocks"] = static () => new Braces(),
        ["if as switch"] = static () => new IfToSwitch(),
        ["&& as nested if"] = static () => new AndToNested(),
        ["else after a jump"] = static () => new JumpToElse(),
        ["else as what follows"] = static () => new ElseToJump(),
        ["while as for"] = static () => new WhileToFor(),
        ["type as property pattern"] = static () => new TypePattern("{0} {{ }}"),
        ["type as designation"] = static () => new TypePattern("{0} _"),
        ["type in full"] = static () => new TypePattern("R.{0}"),
        ["is as GetType"] = static () => new IsToGetType(),
        ["is as as"] = static () => new IsToAs(),
        ["value task"] = static () => new OtherCall("await c.V({0})"),
        ["no task"] = static () => new OtherCall("c.S()"),
        ["waited for"] = static () => new OtherCall("c.A({0}).GetAwaiter().GetResult()"),
        ["configured"] = static () => new OtherCall("await c.Q(q => q.Limit = 1)"),
        ["configured in a block"] = static () => new OtherCall("await c.Q(q => {{ q.Limit = list.Count; }})"),
        ["configured by name"] = static () => new OtherCall("await c.Q(configure: static q => q.Limit ??= 5).ConfigureAwait(false)"),
        ["on a new client"] = static () => new OtherCall("await new C().A({0})"),
        ["on a chosen client"] = static () => new OtherCall("await (list.Count > 0 ? c : new C()).A({0})"),
        ["through the interface"] = static () => new OtherCall("await ((IC)c).A({0})"),
        ["?. as ?:"] = static () => new AccessToTernary(),
        ["status property as position"] = static () => new PropertyToPosition(),
        ["combined tasks in a local"] = static () => new KeptTasks(),
        ["tasks in a list"] = static () => new ListedTasks(),
        ["results by index"] = static () => new LoopToIndex(),
        ["results in a list"] = static () => new LoopOver("({0}).ToList()"),
        ["results as a sequence"] = static () => new LoopOver("({0}).AsEnumerable()"),
        ["status of a result that may be null"] = static () => new NullableStatus(),
        ["++ as +="] = static () => new Increments("{0} += 1"),
        ["++ as assignment"] = static () => new Increments("{0} = {0} + 1"),
        ["lambda as method group"] = static () => new LambdaToGroup(),
        ["$ as string.Format"] = static () => new InterpolationToFormat(),
        ["call as ?."] = static () => new CallToAccess(),
        ["cast as as"] = static () => new CastToAs(),
        ["thrown from a local"] = static () => new ThrownLocal(),
        ["through a delegate"] = static () => new OtherCall("await ((Func<string, Task<R>>)c.A)(\"\")"),
    };

    private sealed class DeMorgan : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) => node.Kind() switch
        {
            SyntaxKind.LogicalAndExpression => ParseExpression($"(!(!({Visit(node.Left)}) || !({Visit(node.Right)})))"),
            SyntaxKind.LogicalOrExpression => ParseExpression($"(!(!({Visit(node.Left)}) && !({Visit(node.Right)})))"),
            _ => base.VisitBinaryExpression(node),
        };
    }

    /// <summary>Converts a switch to a chain of <c>if</c> statements. The <c>break</c> at the end of a section is dropped; other jumps stay.</summary>
    private sealed class SwitchToIfs : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node)
        {
            // A chain evaluates the value once per test, so it must be a variable.
            if (node.Expression is not IdentifierNameSyntax || node.Sections.Count == 0 || node.DescendantNodes().Any(static n => n is GotoStatementSyntax))
            {
                return node;
            }

            StatementSyntax? chain = null;
            foreach (SwitchSectionSyntax? section in node.Sections.Reverse())
            {
                bool isDefault = section.Labels.Any(static l => l is DefaultSwitchLabelSyntax
                    || l.ToString().StartsWith("case var ", StringComparison.Ordinal) || l.ToString() is "case { }:" or "case R:");
                var statements = section.Statements.Where(static s => s is not BreakStatementSyntax).ToList();
                // A `default` always counts as a catch-all, an `else` only if it acts. Six sections are more than there are cases.
                if (isDefault && (node.Sections.Count is 1 or 6 || statements is [IfStatementSyntax, ..] || chain is not null
                    || section.Labels.Count > 1 || statements.Count == 0 || IsJump(statements[0])))
                {
                    return node;
                }

                if (section.DescendantNodes().OfType<BreakStatementSyntax>().Any(b => b.Parent != section))
                {
                    return node;
                }

                BlockSyntax body = Block(List(statements));
                if (isDefault && section.Labels[0] is DefaultSwitchLabelSyntax)
                {
                    chain = body;
                    continue;
                }

                var tests = section.Labels.Select(label => label switch
                {
                    CasePatternSwitchLabelSyntax { WhenClause: null } pattern => $"{node.Expression} is {pattern.Pattern}",
                    CasePatternSwitchLabelSyntax { WhenClause: { } when } pattern => $"{node.Expression} is {pattern.Pattern} && {when.Condition}",
                    CaseSwitchLabelSyntax constant => $"{node.Expression} is {constant.Value}",
                    _ => "",
                }).ToList();
                if (tests.Contains("") || isDefault)
                {
                    return node;
                }

                chain = IfStatement(ParseExpression(string.Join(" || ", tests)), body, chain is null ? null : ElseClause(chain));
            }

            return chain;
        }

        private static bool IsJump(StatementSyntax statement) =>
            statement is ReturnStatementSyntax { Expression: null } or ContinueStatementSyntax or EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 };
    }

    /// <summary><c>=> x switch { A => 1, _ => 2 }</c> becomes a statement whose sections return.</summary>
    private sealed class ExpressionToStatement : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            if (node.ExpressionBody?.Expression is not SwitchExpressionSyntax { Arms: [.., { Pattern: DiscardPatternSyntax, WhenClause: null }] } choice)
            {
                return node;
            }

            IEnumerable<string> sections = choice.Arms.Select(static arm =>
            {
                string label = arm.Pattern is DiscardPatternSyntax ? "default:" : $"case {arm.Pattern} {arm.WhenClause}:";
                return $"{label} {(arm.Expression is ThrowExpressionSyntax ? arm.Expression : $"return {arm.Expression}")};";
            });
            return node.WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody((BlockSyntax)ParseStatement($"{{ switch ({choice.GoverningExpression}) {{ {string.Join(' ', sections)} }} }}"));
        }
    }

    /// <summary>Replaces a test of the type with a test of the status.</summary>
    private sealed class TypeToStatus : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) =>
            Status(node.Expression.ToString()) is { } status && node.Expression is IdentifierNameSyntax
            ? RecursivePattern().WithPropertyPatternClause(PropertyPatternClause(SingletonSeparatedList(
                Subpattern(NameColon("StatusCode"), ConstantPattern(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(status)))))))
            : base.VisitConstantPattern(node);

        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) =>
            node.IsKind(SyntaxKind.IsExpression) && Status(node.Right.ToString()) is { } status
            ? ParseExpression($"({node.Left}).StatusCode == {status}")
            : base.VisitBinaryExpression(node);

        public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => Status(node.Value.ToString()) is { } status
            ? ((SwitchStatementSyntax)ParseStatement($"switch (x) {{ case {{ StatusCode: {status} }}: }}")).Sections[0].Labels[0]
            : node;

        private static int? Status(string name) => name switch { "Ok" => 200, "Unauthorized" => 401, "Forbidden" => 403, "NotFound" => 404, _ => null };
    }

    private sealed class BodyToBlock : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            if (node.ExpressionBody is not { } body)
            {
                return node;
            }

            bool isAsync = node.Modifiers.Any(SyntaxKind.AsyncKeyword);
            bool returns = node.ReturnType.ToString() is not "void" && !(isAsync && node.ReturnType.ToString() is "Task" or "ValueTask");
            return node.WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody((BlockSyntax)ParseStatement($"{{ {(returns ? "return " : "")}{body.Expression}; }}"));
        }
    }

    /// <summary><c>if (x) return; rest</c> becomes <c>if (!(x)) { rest }</c>.</summary>
    private sealed class GuardToBlock : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Body is { } body ? node.WithBody(Nest(body)) : node;

        private static BlockSyntax Nest(BlockSyntax block)
        {
            for (int i = block.Statements.Count - 2; i >= 0; i--)
            {
                if (block.Statements[i] is IfStatementSyntax { Else: null } guard
                    && guard.Statement is ReturnStatementSyntax { Expression: null } or BlockSyntax { Statements: [ReturnStatementSyntax { Expression: null }] })
                {
                    return block.WithStatements(List([
                        .. block.Statements.Take(i),
                        IfStatement(ParseExpression($"!({((IfStatementSyntax)block.Statements[i]).Condition})"), Block(List(block.Statements.Skip(i + 1)))),
                    ]));
                }
            }

            return block;
        }
    }

    private sealed class WhileToEndless : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => node.Condition.IsKind(SyntaxKind.TrueLiteralExpression)
            ? base.VisitWhileStatement(node)
            : ParseStatement($"while (true) {{ if (!({node.Condition})) break; {node.Statement} }}");
    }

    private sealed class TernaryToIf : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) => node.Expression is ConditionalExpressionSyntax choice
            ? ParseStatement($"{{ if ({choice.Condition}) {Leave(choice.WhenTrue)} else {Leave(choice.WhenFalse)} }}")
            : node;

        private static string Leave(ExpressionSyntax value) => value is ThrowExpressionSyntax ? value + ";" : $"return {value};";
    }

    /// <summary>Wraps the whole body in a statement that does not change its paths.</summary>
    private sealed class Wrapped(string form, params string[] unless) : CSharpSyntaxRewriter
    {
        // In a method that returns a value, the compiler would report a path without a return.
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            node.Body is { } body && node.ReturnType.ToString() is "void" or "Task"
            && !node.DescendantNodes().Any(static n => n is GotoStatementSyntax or LabeledStatementSyntax) && !unless.Any(node.ToString().Contains)
                ? node.WithBody((BlockSyntax)ParseStatement($"{{ {form.Replace("$", string.Concat(node.Body!.Statements), StringComparison.Ordinal)} }}"))
                : node;
    }

    private sealed class SplitDeclaration : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBlock(BlockSyntax node) =>
            node.WithStatements(List(((BlockSyntax)base.VisitBlock(node)!).Statements.SelectMany(static statement =>
            statement is LocalDeclarationStatementSyntax { Declaration: { Variables: [{ Initializer.Value: { } value } variable] } declaration }
            && declaration.Type is IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { Identifier.ValueText: "R" }
            && value.ToString() is "await c.A()" or "c.S()"
                ? [ParseStatement($"R {Name(statement)};"), ParseStatement($"{Name(statement)} = {Initial(statement)};")]
                : new[] { statement })));

        private static SyntaxToken Name(StatementSyntax statement) => ((LocalDeclarationStatementSyntax)statement).Declaration.Variables[0].Identifier;

        private static ExpressionSyntax Initial(StatementSyntax statement) =>
            ((LocalDeclarationStatementSyntax)statement).Declaration.Variables[0].Initializer!.Value;
    }

    /// <summary>Reverses the sections. Type labels are mutually exclusive, and <c>default</c> is always evaluated last.</summary>
    private sealed class ReverseSections : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node) =>
            node.Sections.Count > 1 && node.Sections.SelectMany(static s => s.Labels).All(static label =>
            label is DefaultSwitchLabelSyntax or CaseSwitchLabelSyntax { Value: IdentifierNameSyntax or LiteralExpressionSyntax })
                ? node.WithSections(List(node.Sections.Reverse()))
                : base.VisitSwitchStatement(node);
    }

    private sealed class ReverseArms : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
        {
            int last = node.Arms.Count - 1;
            if (last < 1)
            {
                return node;
            }

            if (node.Arms[last].Pattern is DiscardPatternSyntax)
            {
                last--;
            }

            if (!node.Arms.Take(last + 1).All(
                static arm => arm.WhenClause is null && arm.Pattern is ConstantPatternSyntax { Expression: IdentifierNameSyntax or LiteralExpressionSyntax }))
            {
                return node;
            }

            return node.WithArms(SeparatedList([.. node.Arms.Take(last + 1).Reverse(), .. node.Arms.Skip(last + 1)]));
        }
    }
}

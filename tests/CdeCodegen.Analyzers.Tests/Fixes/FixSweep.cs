using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CdeCodegen.Analyzers.Suppressors;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>The layout of a shape's code.</summary>
public enum CodeLayout
{
    OneLine,

    /// <summary>One statement per line.</summary>
    Lines,

    /// <summary>With comments before some lines and after others.</summary>
    Comments,

    /// <summary>With a comment before and after each line. The formatter moves some of them.</summary>
    CommentsEverywhere,
}

/// <summary>
/// Applies each offered fix to the original code of a shape and returns the problems: new errors and warnings, a diagnostic that remains or is replaced
/// by a more severe one, code that the formatter changes, and lost comments.
/// </summary>
internal sealed partial class FixSweep
{
    private static readonly Dictionary<string, CodeFixProvider> s_fixers = FixProjects.Fixers
        .SelectMany(static fixer => fixer.FixableDiagnosticIds, static (fixer, id) => (fixer, id))
        .ToDictionary(static pair => pair.id, static pair => pair.fixer);

    /// <summary>The rules that have fixes.</summary>
    public static IReadOnlyCollection<string> Rules => s_fixers.Keys;

    // The client is a compiled reference, so that code in any language version can use it.
    private static readonly Lazy<MetadataReference> s_library = new(static () =>
        Compilations.Reference(Corpus.Read("prelude.txt"), Corpus.Usings + Corpus.Read("libraries.txt")));

    private readonly CodeLayout _layout;
    private readonly Project _project;
    private readonly DocumentId _id;

    public FixSweep(LanguageVersion version, CodeLayout layout)
    {
        _layout = layout;
        _project = FixProjects.Create(new AdhocWorkspace(), version, references: s_library.Value);
        // C# 8 has no target-typed `new()`.
        string host = TargetTypedNew().Replace(Corpus.Read("shapes.host.txt"), "$1 $2 = new $1()");
        _project = _project.AddDocument("Host.cs", SourceText.From("#nullable enable\n" + Corpus.Usings + host + "}")).Project;
        Document document = _project.AddDocument("Shape.cs", SourceText.From(""));
        (_project, _id) = (document.Project, document.Id);
    }

    /// <summary>The number of fixes applied so far.</summary>
    public int Count { get; private set; }

    public async Task<List<string>> RunAsync(Shape shape)
    {
        var failures = new List<string>();
        Document start = await FormatAsync(_project.GetDocument(_id)!.WithText(SourceText.From(LayOut(shape.Code))));
        ImmutableArray<Diagnostic> before = await DiagnosticsAsync(start);

        // The shape uses syntax that the language version does not have.
        if (before.Any(static d => d.Severity == DiagnosticSeverity.Error))
        {
            return failures;
        }

        foreach (Diagnostic? diagnostic in before.Where(static d => s_fixers.ContainsKey(d.Id)))
        {
            var actions = new List<CodeAction>();
            await s_fixers[diagnostic.Id].RegisterCodeFixesAsync(
                new CodeFixContext(start, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (CodeAction action in actions)
            {
                Count++;
                ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
                Document end = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(_id)!;
                foreach (string problem in await ProblemsAsync(start, before, diagnostic, action, end))
                {
                    failures.Add($"{problem}\n    {shape}\n    {diagnostic.Id}: {action.Title}\n{Member(await TextAsync(end))}");
                }
            }
        }

        return failures;
    }

    private async Task<List<string>> ProblemsAsync(Document start, ImmutableArray<Diagnostic> before, Diagnostic diagnostic, CodeAction action, Document end)
    {
        var problems = new List<string>();
        string text = await TextAsync(end);
        if (text == await TextAsync(start))
        {
            problems.Add("nothing changes");
        }

        ImmutableArray<Diagnostic> after = await DiagnosticsAsync(end);
        foreach (IGrouping<string, Diagnostic> group in after.GroupBy(static d => d.Id))
        {
            if (group.Count() > before.Count(d => d.Id == group.Key) && !MayReveal(diagnostic, action, group.Key) && !IsCopied(group))
            {
                problems.Add($"new: {group.Last()}");
            }
        }

        if (action.EquivalenceKey!.StartsWith("Handle ", StringComparison.Ordinal))
        {
            string name = action.EquivalenceKey.Split(' ')[2];

            // If one variable holds several results, the diagnostic of the first also names the missing cases of the others.
            if (FindNaming(after, name).Count >= FindNaming(before, name).Count && FindNaming(after, name).Exists(IsSame) && !IsAssignedAgain(diagnostic))
            {
                problems.Add($"{name} is still missing");
            }
        }
        else if (after.Count(d => d.Id == diagnostic.Id) >= before.Count(d => d.Id == diagnostic.Id)
            && after.FirstOrDefault(d => d.Id == diagnostic.Id && IsSame(d)) is { } same)
        {
            problems.Add($"still there: {same}");
        }

        if (_layout != CodeLayout.CommentsEverywhere && await TextAsync(await FormatAsync(end)) is var formatted && formatted != text)
        {
            problems.Add("not formatted as\n" + Member(formatted));
        }

        (List<string>? had, List<string>? has) = (await CommentsAsync(start), await CommentsAsync(end));
        foreach (string? lost in had.Except(has))
        {
            problems.Add($"lost: {lost}");
        }

        if (diagnostic.Id != "CDE1003" && has.Count != had.Count)
        {
            problems.Add("a comment is there twice");
        }

        return problems;

        // A diagnostic in a body also appears in its copies.
        bool IsCopied(IEnumerable<Diagnostic> group) =>
            diagnostic.Id == "CDE1003" && group.All(copy => before.Any(d => d.Id == copy.Id && GetCall(d).Text == GetCall(copy).Text));

        // If one variable holds several results, only the first affected call is reported; after its fix the next call is reported.
        bool IsSame(Diagnostic d) => GetCall(d) == GetCall(diagnostic);
    }

    // A result that becomes accessible can be reported by other rules; a switch with one more case can still swallow the other cases.
    private static bool MayReveal(Diagnostic diagnostic, CodeAction action, string id) => diagnostic.Id switch
    {
        // If one variable holds several results, the fix of one case of the first leaves the calls with different missing cases, so each is reported.
        "CDE1002" => action.EquivalenceKey!.StartsWith("Handle ", StringComparison.Ordinal)
            && (id == "CDE1003" || (id == "CDE1002" && IsAssignedAgain(diagnostic))),
        "CDE1003" => id == "CDE1009",
        // CS4014 applies only in async methods, so it can appear for the next call.
        "CDE1004" => id is "CDE1001" or "CDE1002" or "CDE1003" or "CS4014",
        "CDE1005" => id is "CDE1001" or "CDE1002" or "CDE1003" or "CDE1004",
        _ => false,
    };

    private static List<Diagnostic> FindNaming(ImmutableArray<Diagnostic> diagnostics, string name) =>
        [.. diagnostics.Where(d => d.Id is "CDE1002" or "CDE1003" && d.Properties["cases"]!.Split(',').Contains(name))];

    private static bool IsAssignedAgain(Diagnostic diagnostic)
    {
        SyntaxNode call = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        string? variable = call.FirstAncestorOrSelf<SyntaxNode>(static node => node is VariableDeclaratorSyntax or AssignmentExpressionSyntax) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
            _ => null,
        };
        return variable is not null && call.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(other =>
            other.Left.ToString() == variable && !other.Span.Contains(call.Span));
    }

    /// <summary>Returns the text of the call, and its index among the calls with the same text.</summary>
    private static (string Text, int Number) GetCall(Diagnostic diagnostic)
    {
        SyntaxNode root = diagnostic.Location.SourceTree!.GetRoot();
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        string text = node.ToString();
        return (text, root.DescendantNodes().Count(other => other.SpanStart < node.SpanStart && other.RawKind == node.RawKind && other.ToString() == text));
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        SyntaxTree? tree = await document.GetSyntaxTreeAsync();
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers([new ApiResultAnalyzer(), new CompleteSwitchSuppressor(), new RepeatedDiagnosticSuppressor()], new AnalyzerOptions([]))
            .GetAllDiagnosticsAsync();
        return [.. all
            .Where(d => d.Location.SourceTree == tree && !d.IsSuppressed)
            .Where(static d => d.Severity >= DiagnosticSeverity.Warning || d.Id.StartsWith("CDE", StringComparison.Ordinal))
            .OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    private static async Task<Document> FormatAsync(Document document) => await Formatter.FormatAsync(document);

    private static async Task<string> TextAsync(Document document) => (await document.GetTextAsync()).ToString();

    private static async Task<List<string>> CommentsAsync(Document document) =>
        [.. FixProjects.GetComments((await document.GetSyntaxRootAsync())!)];

    private static string Member(string text) => text[text.IndexOf("partial class", StringComparison.Ordinal)..];

    private string LayOut(string code)
    {
        if (_layout != CodeLayout.OneLine)
        {
            TypeDeclarationSyntax type = CSharpSyntaxTree.ParseText("class S\n{\n" + code + "\n}").GetCompilationUnitRoot()
                .Members.Cast<TypeDeclarationSyntax>().Single().NormalizeWhitespace(eol: "\n");
            code = string.Concat(type.ToFullString().Split('\n').Skip(2).SkipLast(1).Select((line, i) => line.Length == 0 ? "\n" : _layout switch
            {
                CodeLayout.CommentsEverywhere => $"{Indentation(line)}// {2 * i}\n{line} // {2 * i + 1}\n",
                CodeLayout.Comments when (i + code.Length) % 3 == 0 => $"{Indentation(line)}// {i}\n{line}\n",
                CodeLayout.Comments when (i + code.Length) % 3 == 1 => $"{line} // {i}\n",
                _ => line + "\n",
            }));
        }

        string usings = Corpus.Usings.Replace("; ", ";\n", StringComparison.Ordinal);
        return $"#nullable enable\n{usings}\npartial class Shapes\n{{\n    class S : Shapes\n    {{\n{code}\n    }}\n}}\n";
    }

    private static string Indentation(string line) => line[..^line.TrimStart().Length];

    [GeneratedRegex(@"(\S+) (\w+) = new\(\)")]
    private static partial Regex TargetTypedNew();
}

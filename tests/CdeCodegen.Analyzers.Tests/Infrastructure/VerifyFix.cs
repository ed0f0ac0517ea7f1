using CdeCodegen.Analyzers.Suppressors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Applies a fix to marked-up code and compares the text that comes out; what is still reported afterwards is marked there.</summary>
public static class VerifyFix<TFixer>
    where TFixer : CodeFixProvider, new()
{
    public static Task MemberAsync(string before, string after, string key, params DiagnosticResult[] remaining) =>
        RunAsync(Verify.Member(before), Verify.Member(after), key, LanguageVersion.Latest, OutputKind.DynamicallyLinkedLibrary, null, remaining);

    public static Task SourceAsync(
        string before, string after, string key, LanguageVersion version = LanguageVersion.Latest, OutputKind output = OutputKind.DynamicallyLinkedLibrary, string? prelude = null,
        params DiagnosticResult[] remaining) =>
        RunAsync(before, after, key, version, output, prelude, remaining);

    private static async Task RunAsync(
        string before, string after, string key, LanguageVersion version, OutputKind output, string? prelude, params DiagnosticResult[] remaining)
    {
        var test = new FixTest { LanguageVersion = version, Output = output, FixedCode = after, CodeActionEquivalenceKey = key };
        test.TestState.OutputKind = output;
        test.FixedState.ExpectedDiagnostics.AddRange(remaining);
        // A fix for one of several statuses leaves the others.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        Verify.Prepare(test, before, null, prelude);
        Verify.PrepareState(test.FixedState, prelude);
        test.DisabledDiagnostics.Add("CDE1006");
        // A switch that throws until it is written has nothing more to fix; a second pass over what is left would be another fix.
        test.CodeFixTestBehaviors |= CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        await test.RunAsync();
    }

    /// <summary>All at once, in the whole document.</summary>
    public static async Task AllAsync(string before, string after, string key)
    {
        var test = new FixTest { BatchFixedCode = Verify.Member(after), FixedCode = Verify.Member(after), CodeActionEquivalenceKey = key };
        Verify.Prepare(test, Verify.Member(before), null);
        Verify.PrepareState(test.FixedState);
        Verify.PrepareState(test.BatchFixedState);
        test.DisabledDiagnostics.Add("CDE1006");
        await test.RunAsync();
    }

    /// <summary>The fix has nothing to offer under this key.</summary>
    public static Task NothingAsync(string member, string key) => MemberAsync(member, member, key);

    private sealed class FixTest : CSharpCodeFixTest<ApiResultAnalyzer, TFixer, DefaultVerifier>
    {
        public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

        public OutputKind Output { get; init; }

        protected override CompilationOptions CreateCompilationOptions() => Infrastructure.Verify.Options.WithOutputKind(Output);

        protected override ParseOptions CreateParseOptions() => Infrastructure.Verify.Parse(LanguageVersion);

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ApiResultAnalyzer(), new CompleteSwitchSuppressor()];
    }
}

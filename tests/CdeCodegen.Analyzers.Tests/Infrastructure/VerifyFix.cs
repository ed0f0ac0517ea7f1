using CdeCodegen.Analyzers.Suppressors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Applies a fix to source with markup and compares the text. Markup in the expected text declares the remaining diagnostics.</summary>
public static class VerifyFix
{
    /// <summary>Applies the fix to one diagnostic. If both texts are equal, verifies that no fix is offered under <paramref name="key"/>.</summary>
    public static async Task OneAsync(
        CodeFixProvider fixer,
        string before,
        string after,
        string key,
        LanguageVersion version = LanguageVersion.Latest,
        OutputKind output = OutputKind.DynamicallyLinkedLibrary,
        string? prelude = null,
        params DiagnosticResult[] remaining)
    {
        var test = new FixTest(fixer) { LanguageVersion = version, Output = output, FixedCode = after, CodeActionEquivalenceKey = key };
        test.TestState.OutputKind = output;
        test.FixedState.ExpectedDiagnostics.AddRange(remaining);
        // A fix for one of several statuses leaves the diagnostics of the others.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        Verify.Prepare(test, before, null, prelude);
        Verify.PrepareState(test.FixedState, prelude);
        test.DisabledDiagnostics.Add("CDE1006");
        // The remaining diagnostics could be fixed too, so a second iteration would change the text again.
        test.CodeFixTestBehaviors |= CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllInDocumentCheck
            | CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        await test.RunAsync();
    }

    /// <summary>Applies the fix to all diagnostics of the document, one by one and with "fix all".</summary>
    public static async Task AllAsync(CodeFixProvider fixer, string before, string after, string key)
    {
        var test = new FixTest(fixer) { BatchFixedCode = after, FixedCode = after, CodeActionEquivalenceKey = key };
        Verify.Prepare(test, before, null);
        Verify.PrepareState(test.FixedState);
        Verify.PrepareState(test.BatchFixedState);
        test.DisabledDiagnostics.Add("CDE1006");
        if (!fixer.GetFixAllProvider()!.GetSupportedFixAllScopes().Contains(FixAllScope.Solution))
        {
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        }

        await test.RunAsync();
    }

    private sealed class FixTest(CodeFixProvider fixer) : CSharpCodeFixTest<ApiResultAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
    {
        public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

        public OutputKind Output { get; init; }

        protected override CompilationOptions CreateCompilationOptions() => Infrastructure.Verify.Options.WithOutputKind(Output);

        protected override ParseOptions CreateParseOptions() => Infrastructure.Verify.Parse(LanguageVersion);

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ApiResultAnalyzer(), new CompleteSwitchSuppressor(), new RepeatedDiagnosticSuppressor()];

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [fixer];
    }
}

using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// Verifies each fix with Roslyn's test library. The shapes contain markup: <c>{|CDE1001:c.A()|}</c> declares a diagnostic before the fix, or one that
/// remains after it. A shape without an "after" part verifies that no fix is offered.
/// </summary>
public sealed class FixMarkupTests
{
    private static readonly Dictionary<string, CodeFixProvider> s_fixers = FixProjects.Fixers.ToDictionary(static fixer => fixer.FixableDiagnosticIds[0]);

    public static TheoryData<FixShape> Shapes { get; } = [.. s_fixers.Keys.SelectMany(static rule => FixShape.Read($"fixes.{rule}.txt"))];

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public Task A_fix_produces_the_expected_text_and_diagnostics(FixShape shape)
    {
        string before = GetSource(shape, shape.Before.Single());
        string after = GetSource(shape, shape.After.Single());
        CodeFixProvider fixer = s_fixers[shape.Rule];
        if (shape.Has("all"))
        {
            return VerifyFix.AllAsync(fixer, before, after, shape.Key);
        }

        return VerifyFix.OneAsync(
            fixer,
            before,
            after,
            shape.Key,
            shape.LanguageVersion,
            shape.Has("exe") ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            shape.Has("old") ? Corpus.Read("prelude.csharp8.txt") : null,
            shape.Has("suppressed") ? [DiagnosticResult.CompilerWarning("CS8509").WithLocation(0).WithIsSuppressed(true)] : []);
    }

    private static string GetSource(FixShape shape, string text) => shape.Has("source") ? text + "\n" : Verify.Member(text);
}

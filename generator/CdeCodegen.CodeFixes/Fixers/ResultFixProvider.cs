using CdeCodegen.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>What the fixes have in common: they look at the diagnostic once, and offer only what can be done.</summary>
public abstract class ResultFixProvider : CodeFixProvider
{
    private protected ResultFixProvider()
    {
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (await ResultFix.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } fix)
                Register(context, diagnostic, fix);
    }

    private protected abstract void Register(CodeFixContext context, Diagnostic diagnostic, ResultFix fix);

    /// <summary>The change is made when it is asked for; whether there is one is known before.</summary>
    private protected static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, string key, Func<SyntaxNode?> change)
    {
        if (change() is not { } changed)
            return;
        context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), key),
            diagnostic);
    }
}

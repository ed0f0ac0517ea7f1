using Microsoft.CodeAnalysis;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>One line of the light bulb, and the document it leads to; null where it leads nowhere.</summary>
internal sealed class FixOffer
{
    readonly Func<SyntaxNode?> change;

    public FixOffer(string title, string key, Func<SyntaxNode?> change)
    {
        Title = title;
        Key = key;
        this.change = change;
    }

    public string Title { get; }

    public string Key { get; }

    public SyntaxNode? Change() => change();
}

using Microsoft.CodeAnalysis;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>One line of the light bulb, and the document it leads to, which is made when somebody takes it.</summary>
internal sealed class FixOffer
{
    private readonly Func<SyntaxNode> _change;

    private FixOffer(string title, string key, Func<SyntaxNode> change)
    {
        Title = title;
        Key = key;
        _change = change;
    }

    /// <summary>None where there is nothing to do.</summary>
    public static void Add(List<FixOffer> offers, string title, string key, Func<SyntaxNode>? change)
    {
        if (change is not null)
        {
            offers.Add(new FixOffer(title, key, change));
        }
    }

    /// <summary>The only one, or none.</summary>
    public static IReadOnlyList<FixOffer> Of(string title, string key, Func<SyntaxNode>? change) => change is null ? [] : [new FixOffer(title, key, change)];

    public string Title { get; }

    public string Key { get; }

    public SyntaxNode Change() => _change();
}

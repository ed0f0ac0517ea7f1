using Microsoft.CodeAnalysis;

namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>One entry of the light bulb menu. The changed document is computed only when the user selects the entry.</summary>
internal sealed class FixOffer
{
    private readonly Func<SyntaxNode> _change;

    private FixOffer(string title, string key, Func<SyntaxNode> change)
    {
        Title = title;
        Key = key;
        _change = change;
    }

    /// <summary>Adds an offer unless <paramref name="change"/> is null.</summary>
    public static void Add(List<FixOffer> offers, string title, string key, Func<SyntaxNode>? change)
    {
        if (change is not null)
        {
            offers.Add(new FixOffer(title, key, change));
        }
    }

    /// <summary>Returns one offer, or an empty list if <paramref name="change"/> is null.</summary>
    public static IReadOnlyList<FixOffer> CreateSingle(string title, string key, Func<SyntaxNode>? change) =>
        change is null ? [] : [new FixOffer(title, key, change)];

    public string Title { get; }

    public string Key { get; }

    public SyntaxNode Change() => _change();
}

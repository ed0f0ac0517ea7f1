
namespace CdeCodegen.Corpus.Tests.Census;

/// <summary>A keyword in an object of a document.</summary>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Keyword">The keyword; <c>x-*</c> for extensions and <c>(others)</c> for what the specification does not know.</param>
/// <param name="Holder">The object.</param>
/// <param name="Name">The member's name.</param>
internal sealed record KeywordPlace(string Kind, string Keyword, SpecNode Holder, string Name);

/// <summary>Walks every object of a document, in the order of the text.</summary>
internal static class KeywordPlaces
{
    public static List<KeywordPlace> Of(SpecNode root)
    {
        List<KeywordPlace> places = [];
        HashSet<SpecNode> seen = [];
        Walk(root, Grammar.Root);
        return places;

        void Walk(SpecNode node, string kind)
        {
            if (kind.Length == 0)
            {
                return;
            }

            string inner = kind.Trim('[', ']', '{', '}');
            if (kind[0] == '{')
            {
                foreach (SpecMember member in node.Members.Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal)))
                {
                    Walk(member.Value, inner);
                }
            }
            else if (node.Kind == SpecKind.Array)
            {
                foreach (SpecNode item in node.Items)
                {
                    Walk(item, inner);
                }
            }
            else if (node.Kind == SpecKind.Object && seen.Add(node))
            {
                foreach (SpecMember member in node.Members)
                {
                    string? value = Grammar.ValueOf(inner, member.Name);
                    string keyword = value is not null && Grammar.ValueOf(inner, "") is null ? member.Name
                        : member.Name.StartsWith("x-", StringComparison.Ordinal) ? "x-*" : value is null ? "(others)" : "(expression)";
                    places.Add(new KeywordPlace(inner, keyword, node, member.Name));
                    Walk(member.Value, value ?? "");
                }
            }
        }
    }
}

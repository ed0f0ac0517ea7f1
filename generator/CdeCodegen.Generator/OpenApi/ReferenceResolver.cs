using System.Text;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Follows <c>$ref</c> within the document. Nothing else is ever opened: a document is untrusted input, and what was not given to the
/// compiler is not read.
/// </summary>
internal sealed class ReferenceResolver(SpecNode root, DiagnosticBag diagnostics)
{
    /// <summary>Longer chains are cycles or nonsense.</summary>
    private const int MaxChain = 64;

    private readonly Dictionary<string, SpecNode?> _targets = new(StringComparer.Ordinal);

    /// <summary>The node itself, or what its chain of references ends in; null (reported) when that cannot be found.</summary>
    public SpecNode? Follow(SpecNode? node)
    {
        for (int i = 0; node is not null && i < MaxChain; i++)
        {
            if (node["$ref"] is not { Kind: SpecKind.String } reference)
            {
                return node;
            }

            node = Resolve(reference);
        }

        return null;
    }

    /// <summary>The target of one reference: the value of a <c>$ref</c>. Null (reported once per text) when it cannot be found.</summary>
    public SpecNode? Resolve(SpecNode reference)
    {
        string text = reference.Text;
        if (_targets.TryGetValue(text, out SpecNode? known))
        {
            return known;
        }

        SpecNode? target = text.Length > 0 && text[0] == '#' ? Walk(text) : null;
        _targets.Add(text, target);
        if (target is null)
        {
            string why = text.Length > 0 && text[0] == '#' ? "nothing is there" : "only references within the document are followed";
            diagnostics.Report(Descriptors.UnresolvedReference, reference, text, why);
        }

        return target;
    }

    /// <summary>The last segment of a pointer, decoded: the component's name.</summary>
    public static string LastSegment(string pointer) => Decode(pointer.Substring(pointer.LastIndexOf('/') + 1));

    private SpecNode? Walk(string pointer)
    {
        SpecNode? node = root;
        int at = 1;
        while (node is not null && at < pointer.Length)
        {
            if (pointer[at] != '/')
            {
                return null; // #anchor
            }

            int end = pointer.IndexOf('/', at + 1);
            end = end < 0 ? pointer.Length : end;
            string name = Decode(pointer.Substring(at + 1, end - at - 1));
            node = node.Kind == SpecKind.Array
                ? int.TryParse(name, out int index) && index >= 0 && index < node.Count ? node.Items[index] : null
                : node[name];
            at = end;
        }

        return node;
    }

    private static string Decode(string segment)
    {
        if (segment.IndexOf('%') >= 0)
        {
            segment = Uri.UnescapeDataString(segment);
        }

        return segment.IndexOf('~') < 0 ? segment : new StringBuilder(segment).Replace("~1", "/").Replace("~0", "~").ToString();
    }
}

using System.Text;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Resolves <c>$ref</c> in the document and the files that were given with it: JSON pointers, whole files, anchors, and the URLs that <c>$self</c> and
/// <c>$id</c> declare. A reference is relative to the file that contains it. A document is untrusted input, so a reference never opens a file that was
/// not given, and never a connection.
/// </summary>
internal sealed class ReferenceResolver(SpecFiles files, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    /// <summary>A longer chain of references is a cycle or an attack.</summary>
    private const int MaxChain = 64;

    /// <summary>How many references may be followed within one pointer.</summary>
    private const int MaxDetours = 16;

    /// <summary>The known targets in each file; those of a resource of its own, which <c>$id</c> declares, by its root.</summary>
    private readonly Dictionary<object, Dictionary<string, SpecNode?>> _targets = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private SchemaIdentifiers? _identifiers;
    private int _detours;

    /// <summary>Returns the node, or the end of its chain of references. Null, with a diagnostic, if a reference cannot be resolved.</summary>
    public SpecNode? Follow(SpecNode? node)
    {
        SpecNode? reference = null;
        for (int i = 0; node is not null && i < MaxChain; i++)
        {
            if (node["$ref"] is not { Kind: SpecKind.String } next)
            {
                return node;
            }

            reference = next;
            node = Resolve(next);
        }

        if (node is not null && reference is not null)
        {
            diagnostics.Report(Descriptors.UnresolvedReference, reference, reference.Text, "it leads back to itself");
        }

        return null;
    }

    /// <summary>
    /// Returns the target of a <c>$ref</c> value. Null if it cannot be resolved, with one diagnostic for each text in a file, or for each missing file.
    /// </summary>
    public SpecNode? Resolve(SpecNode reference) => Resolve(reference, isReported: true);

    /// <summary>Returns the target of a reference, or null, without a diagnostic.</summary>
    public SpecNode? Find(SpecNode reference) => Resolve(reference, isReported: false);

    /// <summary>Whether a node is a reference to a file that was not given, which has been reported.</summary>
    public bool IsInMissingFile(SpecNode node) =>
        node["$ref"] is { Kind: SpecKind.String } reference && _missing.Contains(PathOf(reference, reference.Text.Split('#')[0]));

    /// <summary>Whether a node is in a further file rather than in the document.</summary>
    public bool IsInOtherFile(SpecNode node) => files.Opened.Count > 1 && files.At(node.Start) != files.Main;

    /// <summary>The path of the file that contains a node.</summary>
    public string FileOf(SpecNode node) => files.At(node.Start).Path;

    /// <summary>Whether the node is a whole file.</summary>
    public bool IsFile(SpecNode node) => ReferenceEquals(files.At(node.Start).Root, node);

    /// <summary>The last segment of a pointer, decoded. For a component, its name.</summary>
    public static string LastSegment(string pointer) => Decode(pointer.Substring(pointer.LastIndexOf('/') + 1));

    private SpecNode? Resolve(SpecNode reference, bool isReported)
    {
        string text = reference.Text;
        SpecFile file = files.At(reference.Start);
        Dictionary<string, SpecNode?> known = TargetsIn(file);
        if (known.TryGetValue(text, out SpecNode? target))
        {
            return target;
        }

        int hash = text.IndexOf('#');
        string url = hash < 0 ? text : text.Substring(0, hash);
        string fragment = hash < 0 ? "" : text.Substring(hash + 1);
        bool isMissing = false;
        if (url.Length > 0)
        {
            target = RootOf(url, file, reference, isReported, out isMissing) is { } start ? Walk(start, fragment) : null;
        }
        else if (hash >= 0)
        {
            // A pointer into the file costs no search for identifiers. What is not there can be relative to the resource that contains the reference.
            target = fragment.Length > 0 && fragment[0] == '/' ? Walk(file.Root, fragment) : null;
            if (target is null && Identifiers.ResourceOf(file, reference) is { } resource)
            {
                known = TargetsIn(resource);
                target = known.TryGetValue(text, out target) ? target : Walk(resource, fragment);
            }
            else if (target is null)
            {
                target = Walk(file.Root, fragment);
            }
        }

        if (target is null && isReported && !isMissing && !known.ContainsKey(text))
        {
            diagnostics.Report(Descriptors.UnresolvedReference, reference, text, "its target does not exist");
        }

        if (isReported && FaultOf(target) is { } fault)
        {
            diagnostics.Report(Descriptors.UnresolvedReference, reference, text, fault);
            target = null;
        }

        if (target is not null || isReported)
        {
            known[text] = target;
        }

        return target;
    }

    private static string? FaultOf(SpecNode? target) =>
        target is null ? null
        : target.Kind is not (SpecKind.Object or SpecKind.Boolean) ? "its target is neither an object nor a schema"
        : (target["openapi"] ?? target["swagger"]) is { Kind: SpecKind.String } && target["info"] is not null ? "its target is a whole document, not a part of one"
        : null;

    /// <summary>The root of a file, or the schema that an <c>$id</c> names.</summary>
    /// <param name="isReported">Whether to report a file that is missing.</param>
    /// <param name="isMissing">Whether the URL leads to no file.</param>
    private SpecNode? RootOf(string url, SpecFile from, SpecNode reference, bool isReported, out bool isMissing)
    {
        string path = PathOf(reference, url);
        SpecFile? file = files.Find(path) ?? files.Find(SpecPath.Combine(from.Path, url));
        isMissing = false;
        if (file is null && Identifiers.Find(url, from, reference) is { } schema)
        {
            return schema;
        }

        if (file is not null && TryOpen(file))
        {
            return file.Root;
        }

        isMissing = true;
        if (isReported && _missing.Add(path))
        {
            diagnostics.Report(Descriptors.UnresolvedReference, reference, reference.Text, WhyMissing(path, url, isGiven: file is not null));
        }

        return null;
    }

    private string WhyMissing(string path, string url, bool isGiven)
    {
        if (isGiven)
        {
            return $"the file '{Relative(path)}' cannot be read";
        }

        return path == url && url.IndexOf("://", StringComparison.Ordinal) > 0
            ? "nothing is loaded from the network; save the file beside the document, refer to it there, and name it in the Files of the OpenApiReference"
            : $"the file is not given to the generator; add Files=\"{Relative(path)}\" to the OpenApiReference";
    }

    /// <summary>Opens a given file, unless it is open.</summary>
    public bool TryOpen(SpecFile file)
    {
        if (files.IsOpen(file))
        {
            return true;
        }

        if (files.Open(file, cancellation) is not { } tree)
        {
            return false;
        }

        diagnostics.Report(file, tree);
        return true;
    }

    private SchemaIdentifiers Identifiers => _identifiers ??= new SchemaIdentifiers(files, TryOpen, diagnostics, cancellation);

    private Dictionary<string, SpecNode?> TargetsIn(object owner)
    {
        if (!_targets.TryGetValue(owner, out Dictionary<string, SpecNode?>? targets))
        {
            targets = new Dictionary<string, SpecNode?>(StringComparer.Ordinal);
            _targets.Add(owner, targets);
        }

        return targets;
    }

    /// <summary>The normalized path that a URL means in the file of a reference.</summary>
    private string PathOf(SpecNode reference, string url)
    {
        if (url.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute))
        {
            url = absolute.LocalPath;
        }
        else if (url.IndexOf("://", StringComparison.Ordinal) > 0)
        {
            return url;
        }

        return SpecPath.Combine(files.At(reference.Start).Path, Uri.UnescapeDataString(url));
    }

    /// <summary>The path as <c>Files</c> of an <c>OpenApiReference</c> names it: relative to the document.</summary>
    private string Relative(string path) => SpecPath.RelativeTo(SpecPath.Normalize(files.Main.Path), path);

    /// <param name="fragment">A JSON pointer, or the name of an anchor.</param>
    private SpecNode? Walk(SpecNode? start, string fragment)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return Anchor(start, fragment);
        }

        SpecNode? node = start;
        int at = 0;
        while (node is not null && at < fragment.Length)
        {
            int end = fragment.IndexOf('/', at + 1);
            end = end < 0 ? fragment.Length : end;
            string name = Decode(fragment.Substring(at + 1, end - at - 1));
            SpecNode? next = Step(node, name);

            // A pointer through a reference is not valid, but common, and it can only mean the target.
            if (next is null && node["$ref"] is { Kind: SpecKind.String } reference && _detours < MaxDetours)
            {
                _detours++;
                next = Find(reference) is { } target ? Step(target, name) : null;
                _detours--;
            }

            node = next;
            at = end;
        }

        return node;
    }

    private static SpecNode? Step(SpecNode node, string name) => node.Kind == SpecKind.Array
        ? int.TryParse(name, out int index) && index >= 0 && index < node.Count ? node.Items[index] : null
        : node[name];

    private SpecNode? Anchor(SpecNode? start, string name) => start is null ? null : Identifiers.Anchor(files.At(start.Start), start, name);

    /// <summary>Decodes a segment of a pointer in a URI fragment.</summary>
    public static string Decode(string segment)
    {
        if (segment.IndexOf('%') >= 0)
        {
            segment = Uri.UnescapeDataString(segment);
        }

        return segment.IndexOf('~') < 0 ? segment : new StringBuilder(segment).Replace("~1", "/").Replace("~0", "~").ToString();
    }
}

using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>The schemas of a document, created on demand.</summary>
/// <param name="resolver">Resolves references.</param>
/// <param name="unread">Reports the keywords that no type follows from.</param>
/// <param name="hasSiblings">Whether keywords beside <c>$ref</c> apply, as in JSON Schema since 2019-09 and OpenAPI since 3.1.</param>
internal sealed class SchemaSet(ReferenceResolver resolver, UnreadKeywords unread, bool hasSiblings)
{
    private readonly Dictionary<SpecNode, Schema> _schemas = [];
    private readonly Dictionary<string, Schema> _named = new(StringComparer.Ordinal);

    public bool HasSiblings { get; } = hasSiblings;

    /// <summary>The named schemas of other files and of <c>$defs</c>, in the order in which references reached them.</summary>
    public List<Schema> NamedElsewhere { get; } = [];

    public Schema Get(SpecNode node)
    {
        if (!_schemas.TryGetValue(node, out Schema? schema))
        {
            schema = new Schema(node, this);
            _schemas.Add(node, schema);
            unread.InSchema(node);
        }

        return schema;
    }

    /// <summary>The schema of a component. A YAML alias can give one node two names; the first one counts.</summary>
    public Schema Get(SpecNode node, string componentName)
    {
        Schema schema = Get(node);
        schema.ComponentName ??= componentName;
        _named[componentName] = schema;
        return schema;
    }

    /// <summary>The schema of an array of these items.</summary>
    public Schema ListOf(Schema item) => Get(SchemaNodes.And(
        SchemaNodes.Only("type", new SpecNode(SpecKind.String, "array", item.Node.Start, item.Node.End)), "items", item.Node));

    public Schema? Resolve(SpecNode reference)
    {
        SpecNode? target = resolver.Resolve(reference);
        return target is { Kind: SpecKind.Object or SpecKind.Boolean } ? Named(Get(target), reference.Text) : null;
    }

    /// <summary>Returns the target of a schema's reference without a diagnostic if there is none.</summary>
    public Schema? Find(Schema schema) =>
        schema.Node["$ref"] is { Kind: SpecKind.String } reference && resolver.Find(reference) is { Kind: SpecKind.Object } target ? Get(target) : null;

    /// <summary>The name of the component that an entry of a discriminator's mapping selects: by its name, or by a reference.</summary>
    public string NameOf(SpecNode entry)
    {
        if (_named.ContainsKey(entry.Text))
        {
            return entry.Text;
        }

        SpecNode? selected = IsReference(entry.Text) ? resolver.Resolve(entry) : resolver.Find(entry);
        return selected is { Kind: SpecKind.Object or SpecKind.Boolean } target && Named(Get(target), entry.Text).ComponentName is { } name
            ? name
            : ReferenceResolver.LastSegment(entry.Text);
    }

    /// <summary>Whether an entry of a mapping is a name, or a reference with a target.</summary>
    public bool CanSelect(SpecNode entry) => _named.ContainsKey(entry.Text) || !IsReference(entry.Text) || resolver.Find(entry) is not null;

    /// <summary>Whether an entry of a mapping must be a reference, so that a missing target is an error: a pointer, or the name of a file.</summary>
    private static bool IsReference(string entry) => entry.IndexOf('#') >= 0 || SpecPath.IsDocument(entry);

    public Schema[] List(SpecNode? node)
    {
        if (node is not { Kind: SpecKind.Array, Count: > 0 })
        {
            return [];
        }

        var list = new List<Schema>(node.Count);
        foreach (SpecNode item in node.Items)
        {
            if (item.Kind is SpecKind.Object or SpecKind.Boolean)
            {
                list.Add(Get(item));
            }
        }

        return list.ToArray();
    }

    /// <summary>Names a schema of a further file as a reference to it would.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="pointer">Its JSON pointer in its file.</param>
    public Schema Name(SpecNode node, string pointer) => Named(Get(node), "#" + pointer);

    /// <summary>
    /// Names a schema of another file after its reference, and after its file or folder as well if that name is taken. A schema in <c>$defs</c> has its key
    /// there as its name, after that of the schema that contains it if it is taken.
    /// </summary>
    private Schema Named(Schema schema, string reference)
    {
        bool isInOtherFile = resolver.IsInOtherFile(schema.Node);
        if (schema.ComponentName is not null || (!isInOtherFile && !IsDefinition(reference))
            || NameIn(reference, schema.Node) is not { } name)
        {
            return schema;
        }

        string path = resolver.FileOf(schema.Node);
        string file = SpecPath.FileName(path);
        string holder = isInOtherFile ? name == file ? SpecPath.FolderName(path) : file : HolderOf(reference);
        string qualified = holder + "_" + name;
        string unique = _named.ContainsKey(name) ? qualified : name;
        for (int i = 2; _named.ContainsKey(unique); i++)
        {
            unique = qualified + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        schema.ComponentName = unique;
        _named.Add(unique, schema);
        NamedElsewhere.Add(schema);
        return schema;
    }

    private const string Definitions = "/$defs/";

    private static bool IsDefinition(string reference) =>
        reference.LastIndexOf(Definitions, StringComparison.Ordinal) is >= 0 and var start && reference.IndexOf('/', start + Definitions.Length) < 0;

    /// <summary>The segment of a pointer before the last <c>$defs</c>.</summary>
    private static string HolderOf(string reference)
    {
        int end = reference.LastIndexOf(Definitions, StringComparison.Ordinal);
        return end <= 0 ? "" : ReferenceResolver.LastSegment(reference.Substring(0, end));
    }

    /// <summary>
    /// The name that a reference to another file gives: its anchor, the last segment of its pointer or of the <c>$id</c> of a part, or the name of the file. Null
    /// for a pointer into a schema, such as one that ends in <c>items</c>: its target is named after the type that contains it.
    /// </summary>
    private string? NameIn(string reference, SpecNode target)
    {
        int hash = reference.IndexOf('#');
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (fragment.Length == 0)
        {
            string name = resolver.IsFile(target) ? "" : SpecPath.FileName(hash < 0 ? reference : reference.Substring(0, hash));
            return name.Length > 0 ? name : SpecPath.FileName(resolver.FileOf(target));
        }

        if (fragment[0] != '/')
        {
            return fragment;
        }

        string[] segments = fragment.Split('/');
        string last = ReferenceResolver.LastSegment(fragment);
        string holder = segments[segments.Length - 2];
        bool isNamed = holder is "" or "schemas" or "definitions" or "$defs" or "parameters" or "responses" or "headers" or "properties" or "models";
        return last.Length > 0 && (isNamed || last is not ("schema" or "items" or "additionalProperties" or "not" or "contains")) && !char.IsDigit(last[0])
            ? last
            : null;
    }
}

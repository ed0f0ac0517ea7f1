using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Groups the media types of a response by what a program gets from them.</summary>
/// <remarks>
/// JSON types with equal schemas are one shape, and so is plain text with the same schema, as old versions of ASP.NET Core document it. Spellings of
/// a format are one shape. So are pictures in several formats, and all untyped content of a response that offers nothing else: a program gets a
/// stream of each, and <c>ContentType</c> says which one it is.
/// </remarks>
internal sealed class ContentShapes(Fingerprints fingerprints)
{
    /// <summary>Returns the shapes, the preferred one first, the others in document order.</summary>
    /// <param name="content">Valid media types.</param>
    /// <param name="isSuccess">Whether the response is a success. An error does not arrive item by item.</param>
    public List<ContentShape> Of(List<MediaType> content, bool isSuccess)
    {
        bool hasJson = content.Exists(media => MediaTypes.KindOf(media) == BodyKind.Json && !IsBinary(media.Schema));
        var shapes = new List<ContentShape>();
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (MediaType media in content)
            {
                BodyKind kind = KindOf(media, hasJson, isSuccess);
                if (pass == 0 == (kind == BodyKind.Json && MediaTypes.KindOf(media.Type) == BodyKind.Json))
                {
                    Add(shapes, media, kind);
                }
            }
        }

        if (shapes.Count < 2)
        {
            return shapes;
        }

        ContentShape best = shapes[0];
        foreach (ContentShape shape in shapes)
        {
            best = Rank(shape) < Rank(best) ? shape : best;
        }

        var ordered = new List<ContentShape>(shapes.Count) { best };
        foreach (ContentShape shape in shapes)
        {
            if (ReferenceEquals(shape, best))
            {
                continue;
            }

            if (best.Kind == BodyKind.Binary && shape.Kind == BodyKind.Binary)
            {
                best.Types.AddRange(shape.Types);
                continue;
            }

            // XML has no types here. Beside another shape it is what the server wrote, with the encoding that its first line declares.
            bool isXml = shape.Kind == BodyKind.Text && MediaTypes.IsXml(shape.Types[0].Type) && HasStructure(shape.Types[0].Schema);
            shape.Kind = isXml ? BodyKind.Binary : shape.Kind;
            ordered.Add(shape);
        }

        return ordered;
    }

    public static bool IsBinary(Schema? schema) =>
        schema is not null && TypeLowering.ResolveAliases(schema) is { } resolved
        && (resolved.Types == SchemaTypes.File || (resolved.Types == SchemaTypes.String && resolved.Format == "binary"));

    /// <summary>Whether the schema describes an object or a list.</summary>
    public static bool HasStructure(Schema? schema) =>
        schema is not null && TypeLowering.ResolveAliases(schema) is { } resolved
        && (resolved.HasProperties || resolved.AllOf.Length > 0 || (resolved.Types & (SchemaTypes.Object | SchemaTypes.Array)) != 0);

    /// <summary>Whether both schemas describe the same values. A missing schema says nothing and so fits any.</summary>
    public bool IsSame(Schema? x, Schema? y) =>
        x is null || y is null || ReferenceEquals(x, y)
        || fingerprints.Of(TypeLowering.ResolveAliases(x)).Equals(fingerprints.Of(TypeLowering.ResolveAliases(y)));

    private void Add(List<ContentShape> shapes, MediaType media, BodyKind kind)
    {
        bool isText = MediaTypes.KindOf(media.Type) != BodyKind.Json || MediaTypes.IsAnyType(media.Type);
        bool isPlain = MediaTypes.IsPlainText(media.Type);
        string name = MediaTypeNames.Of(media.Type);
        foreach (ContentShape shape in shapes)
        {
            bool fits = (kind, shape.Kind) switch
            {
                (BodyKind.Json, BodyKind.Json) => IsSame(media.Schema, shape.Described.Schema),
                (BodyKind.Text, BodyKind.Json) => isPlain && media.Schema is not null && IsSame(media.Schema, shape.Described.Schema),
                (BodyKind.Items, BodyKind.Items) => IsSame(media.ItemSchema ?? media.Schema, shape.Described.ItemSchema ?? shape.Described.Schema),
                (BodyKind.Binary, BodyKind.Binary) => shape.Format == name || ContentShape.IsSameMedium(shape.Types[0], media),
                _ => kind == shape.Kind && shape.Format == name,
            };
            if (fits)
            {
                shape.Types.Add(media);
                shape.AcceptsText |= shape.Kind == BodyKind.Json && isText;
                return;
            }
        }

        bool isTyped = kind == BodyKind.Text && IsTypedText(media);
        shapes.Add(new ContentShape(isTyped ? BodyKind.Json : kind, media) { AcceptsText = isTyped || (kind == BodyKind.Json && isText) });
    }

    private static BodyKind KindOf(MediaType media, bool hasJson, bool isSuccess)
    {
        if (MediaTypes.IsAnything(media))
        {
            return isSuccess ? BodyKind.Binary : BodyKind.Text; // an error is read at once
        }

        BodyKind kind = MediaTypes.KindOf(media.Type);
        if (kind is BodyKind.FormUrlEncoded or BodyKind.Multipart || (kind == BodyKind.Json && IsBinary(media.Schema)))
        {
            return BodyKind.Binary;
        }

        // A file that is text is bytes all the same: its charset can be any, and it can have a name. An error is read at once.
        if (kind == BodyKind.Text && isSuccess && IsBinary(media.Schema))
        {
            return BodyKind.Binary;
        }

        if (kind is BodyKind.Items or BodyKind.Events)
        {
            return isSuccess ? kind : HasStructure(media.Schema) ? BodyKind.Json : BodyKind.Text;
        }

        if (isSuccess && kind is BodyKind.Text or BodyKind.Binary && MediaTypes.HasJsonItems(media))
        {
            return BodyKind.Items;
        }

        // Swagger 2 lists media types for all responses of an operation: a schema of an object beside 'image/gif' describes an error in JSON.
        bool isJson = kind is BodyKind.Text or BodyKind.Binary && HasStructure(media.Schema)
            && (MediaTypes.MayBeJson(media.Type) || (media.SharesSchema && kind == BodyKind.Binary && !hasJson));
        return isJson ? BodyKind.Json : kind;
    }

    /// <summary>Whether a text is a number, a boolean, an enumeration, or a string with a format.</summary>
    public static bool IsTypedText(MediaType media) =>
        media.Schema is not null && MediaTypes.IsPlainText(media.Type) && !IsBinary(media.Schema) && TypeLowering.IsTypedScalar(media.Schema);

    private static int Rank(ContentShape shape) => shape.Kind switch
    {
        BodyKind.Json => MediaTypes.Rank(shape.Preferred) == 0 ? 0 : shape.AcceptsText ? 2 : 1,
        BodyKind.Items or BodyKind.Events => 3,
        BodyKind.Text => 4,
        _ => 5,
    };
}

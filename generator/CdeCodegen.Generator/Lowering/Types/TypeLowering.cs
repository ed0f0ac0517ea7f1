using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Decides which C# type represents a schema. <see cref="Lower"/> applies an ordered list of rules; the first match wins. Types with members are declared
/// first and completed later from a queue, so recursive schemas need no recursive code.
/// </summary>
internal sealed partial class TypeLowering(DiagnosticBag diagnostics, bool usesDateTime, CancellationToken cancellation)
{
    /// <summary>The maximum depth of nested references and arrays.</summary>
    private const int MaxDepth = 100;

    /// <summary>How ASP.NET Core describes a <c>TimeSpan</c>, which has no format of its own. Swashbuckle and NSwag say <c>date-span</c> and <c>time-span</c>.</summary>
    private const string TimeSpanPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    private readonly Dictionary<Schema, Lowered> _known = [];
    private readonly HashSet<Schema> _open = [];
    private readonly Dictionary<(Fingerprint, string), TypeDraft> _shared = [];
    private readonly Fingerprints _fingerprints = new();
    private readonly Queue<TypeDraft> _unfilled = new();
    private readonly Dictionary<ObjectDraft, ObjectShape> _shapes = [];
    private int _count;

    /// <summary>The declared types in order of discovery.</summary>
    public List<TypeDraft> Drafts { get; } = [];

    /// <summary>Returns the type of a schema. <paramref name="hint"/> names an inline schema.</summary>
    public Lowered Lower(Schema? schema, NameHint hint)
    {
        if (schema is null || schema.IsAny)
        {
            return new Lowered(TypeUse.Json, Nullable: false);
        }

        if (_known.TryGetValue(schema, out Lowered known))
        {
            return known;
        }

        if (_open.Count > MaxDepth || !_open.Add(schema))
        {
            diagnostics.Report(Descriptors.Degraded, schema.Node, "A schema that only refers to itself", "its values are kept as JSON");
            return new Lowered(TypeUse.Json, Nullable: false);
        }

        Lowered lowered = Decide(schema, hint);
        _open.Remove(schema);
        _known[schema] = lowered;
        return lowered;
    }

    /// <summary>Returns the type of a form. Its binary members are streams.</summary>
    public Lowered LowerForm(MediaType media, NameHint hint)
    {
        Lowered lowered = Lower(media.Schema, hint);
        if (lowered.Type.Kind == TypeKind.Map && media.Schema is { } map && ResolveAliases(map).AdditionalSchema is { } value && Binary(value) is { } file)
        {
            return lowered with { Type = new TypeUse(TypeKind.Map, file, itemNullable: false) };
        }

        if (lowered.Type.Draft is ObjectDraft draft && _shapes.ContainsKey(draft) && !_forms.ContainsKey(draft))
        {
            _forms.Add(draft, media);
        }

        return lowered;
    }

    /// <summary>Completes all declared types, including those that are declared meanwhile.</summary>
    public void Complete()
    {
        while (_unfilled.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (_unfilled.Dequeue())
            {
                case ObjectDraft draft:
                    Fill(draft);
                    break;
                case UnionDraft draft:
                    Fill(draft);
                    break;
            }
        }
    }

    /// <summary>Follows references and <c>allOf</c> with a single part to the schema that describes the type.</summary>
    public static Schema ResolveAliases(Schema schema)
    {
        for (int i = 0; i < MaxDepth; i++)
        {
            if (schema.IsExtension || schema.Base is not null)
            {
                break;
            }

            if (schema.Merged is { } merged)
            {
                schema = merged;
            }
            else if (schema.Target is { } target)
            {
                schema = target;
            }
            else if (SinglePart(schema) is { } part)
            {
                schema = part;
            }
            else
            {
                break;
            }
        }

        return schema;
    }

    private Lowered Decide(Schema schema, NameHint hint)
    {
        if (schema.Merged is { } merged)
        {
            return OrNull(Lower(merged, hint), schema);
        }

        if (schema.HasReference && !schema.IsExtension)
        {
            return schema.Target is { } target ? OrNull(Lower(target, hint), schema) : new Lowered(TypeUse.Json, Nullable: false);
        }

        if (schema.IsPolymorphic)
        {
            return OrNull(Polymorphic(schema, hint), schema);
        }

        if (schema.AllOf.Length > 0 && TryExtendHierarchy(schema, hint) is { } extended)
        {
            return extended;
        }

        SchemaTypes number = NumberOrText.TypeOf(schema);
        if (number != SchemaTypes.None)
        {
            TypeKind kind = (number & SchemaTypes.Integer) != 0 ? Integer(schema) : Number(schema);
            return OrNull(new Lowered(new TypeUse(kind) { AcceptsText = true }, Nullable: (number & SchemaTypes.Null) != 0), schema);
        }

        if (schema.HasChoices)
        {
            if (TryUnion(schema, hint) is { } union)
            {
                return union;
            }
        }

        if (SinglePart(schema) is { } part)
        {
            NameAfter(part, schema);
            return OrNull(Lower(part, hint), schema);
        }

        if (schema.HasEnum || schema.HasConst)
        {
            if (TryEnum(schema, hint) is { } @enum)
            {
                return @enum;
            }
        }

        SchemaTypes types = schema.TypesExceptNull;
        if (schema.IsIntegerOrString && types is SchemaTypes.String or SchemaTypes.None)
        {
            return OrNull(Union(schema, schema, schema.ToIntegerOrString(), hint), schema);
        }

        if (types == SchemaTypes.None && schema.IsItemList)
        {
            // Some mean an array, others one of the items.
            diagnostics.Report(Descriptors.Degraded, schema.Node, "A list of items without a type", "its values are kept as JSON");
            return new Lowered(TypeUse.Json, Nullable: false);
        }

        if (types == SchemaTypes.None && !schema.HasProperties && schema.Items is { HasReference: false, Types: SchemaTypes.None } items
            && Math.Max(items.OneOf.Length, items.AnyOf.Length) > 1)
        {
            return OrNull(ChoiceOfItems(schema, items, hint), schema);
        }

        if (types == SchemaTypes.None)
        {
            types = Infer(schema);
        }

        Lowered lowered = types switch
        {
            SchemaTypes.Object => Object(schema, hint),
            SchemaTypes.Array => Array(schema, hint),
            SchemaTypes.String => Content(schema),
            SchemaTypes.Integer => new Lowered(new TypeUse(Integer(schema)), Nullable: false),
            SchemaTypes.Number or (SchemaTypes.Number | SchemaTypes.Integer) => new Lowered(new TypeUse(Number(schema)), Nullable: false),
            SchemaTypes.Boolean => new Lowered(new TypeUse(TypeKind.Boolean), Nullable: false),
            SchemaTypes.File => new Lowered(TypeUse.Stream, Nullable: false),
            SchemaTypes.None => new Lowered(TypeUse.Json, Nullable: false),
            _ => SeveralTypes(schema, types, hint),
        };
        return OrNull(lowered, schema);
    }

    private static Lowered OrNull(Lowered lowered, Schema schema) =>
        lowered.Type.Kind == TypeKind.Json || !schema.IsNullable ? lowered : lowered with { Nullable = true };

    /// <summary>Infers the types of a schema without <c>type</c> from its other keywords.</summary>
    private static SchemaTypes Infer(Schema schema)
    {
        if (schema.HasProperties || schema.AllOf.Length > 0 || schema.Additional != AdditionalKind.Unspecified)
        {
            return SchemaTypes.Object;
        }

        if (schema.Items is not null || schema.IsTuple)
        {
            return SchemaTypes.Array;
        }

        return schema.Format switch
        {
            null => SchemaTypes.None,
            "int32" or "int64" => SchemaTypes.Integer,
            "float" or "double" => SchemaTypes.Number,
            _ => SchemaTypes.String,
        };
    }

    private Lowered Content(Schema schema)
    {
        if (schema.ContentSchema is { IsAny: false } content)
        {
            diagnostics.Report(Descriptors.Degraded, content.Node, "The schema of a document in a string", "the document is not parsed");
        }

        return new Lowered(Text(schema), Nullable: false);
    }

    private TypeUse Text(Schema schema) => TextKind(schema) switch
    {
        TypeKind.String => TypeUse.String,
        TypeKind.DateTimeOffset when usesDateTime => new TypeUse(TypeKind.DateTime),
        var kind => new TypeUse(kind),
    };

    private static TypeKind TextKind(Schema schema) => schema.Format switch
    {
        "uuid" or "guid" => TypeKind.Guid,
        "date-time" => TypeKind.DateTimeOffset,
        "date-time-local" or "local-date-time" or "partial-date-time" => TypeKind.DateTime,
        "date" => TypeKind.Date,
        // A TimeOnly has no offset. Most times have none either, though RFC 3339 demands it.
        "time" => schema.ShowsTimeWithOffset ? TypeKind.String : TypeKind.Time,
        "time-local" or "local-time" or "partial-time" => TypeKind.Time,
        "duration" => TypeKind.Duration,
        "date-span" or "time-span" or "timespan" => TypeKind.TimeSpan,
        null when schema.Pattern == TimeSpanPattern => TypeKind.TimeSpan,
        "uri" or "url" => TypeKind.Uri,
        "byte" => TypeKind.Bytes,
        null when schema.IsBase64 => TypeKind.Bytes,
        _ => TypeKind.String,
    };

    /// <summary>Whether the values of a schema are scalars that have a type of their own as text: numbers, booleans, enumerations, and strings of a known format.</summary>
    public static bool IsTypedScalar(Schema schema) => IsTypedScalar(schema, depth: 0);

    private static bool IsTypedScalar(Schema schema, int depth)
    {
        Schema resolved = ResolveAliases(schema);
        if (depth > MaxDepth)
        {
            return false;
        }

        if (NumberOrText.TypeOf(resolved) != SchemaTypes.None)
        {
            return true;
        }

        if (resolved.Choices.Length > 0 && !resolved.HasProperties && resolved.AllOf.Length == 0 && resolved.DiscriminatorProperty is null)
        {
            // null beside a scalar, or the values of an enumeration
            Schema[] values = System.Array.FindAll(resolved.Choices, static choice => !choice.IsNull);
            return values.Length == 1
                ? IsTypedScalar(values[0], depth + 1)
                : System.Array.TrueForAll(values, IsNumbers) || System.Array.TrueForAll(values, value => IsText(value) && ResolveAliases(value).HasValues);
        }

        return resolved.TypesExceptNull switch
        {
            SchemaTypes.Integer or SchemaTypes.Number or (SchemaTypes.Integer | SchemaTypes.Number) or SchemaTypes.Boolean => true,
            SchemaTypes.String => resolved.HasEnum || TextKind(resolved) != TypeKind.String,
            SchemaTypes.None => Scalars.ValuesOf(resolved) is not null,
            _ => false,
        };
    }

    /// <summary>An integer without a format is a <c>long</c>, unless its maximum fits an <c>int</c>: many servers send larger values.</summary>
    private static TypeKind Integer(Schema schema)
    {
        switch (schema.Format)
        {
            case "int32" or "int16" or "int8" or "uint16" or "uint8":
                return TypeKind.Int32;
            case "uint64":
                return TypeKind.Decimal;
            case null:
                return schema.Maximum is { } maximum && int.TryParse(maximum, out int most) && most >= 0 ? TypeKind.Int32 : TypeKind.Int64;
            default:
                return TypeKind.Int64;
        }
    }

    private static TypeKind Number(Schema schema) => schema.Format switch
    {
        "decimal" or "decimal128" => TypeKind.Decimal,
        "int32" => TypeKind.Int32,
        "int64" => TypeKind.Int64,
        _ => TypeKind.Double,
    };

    /// <summary>Lowers <c>type: [string, integer]</c> as a union of the same schema with each type.</summary>
    private Lowered SeveralTypes(Schema schema, SchemaTypes types, NameHint hint)
    {
        List<Schema> alternatives = schema.SplitByType();
        return alternatives.Count == 1 ? Lower(alternatives[0], hint) : Union(schema, schema, alternatives, hint);
    }

    /// <summary>An inline schema that describes a component alone has the name of the component, wherever that occurs.</summary>
    private static void NameAfter(Schema part, Schema component)
    {
        if (!part.HasReference)
        {
            part.ComponentName ??= component.ComponentName;
        }
    }

    /// <summary>The only part of <c>allOf</c> that is not empty, if the schema itself adds only annotations; otherwise null.</summary>
    private static Schema? SinglePart(Schema schema)
    {
        if (schema.AllOf.Length == 0 || schema.HasReference || schema.HasProperties || schema.Required is not null || schema.Additional != AdditionalKind.Unspecified)
        {
            return null;
        }

        Schema? single = null;
        foreach (Schema part in schema.AllOf)
        {
            if (part.IsAny)
            {
                continue;
            }

            if (single is not null)
            {
                return null;
            }

            single = part;
        }

        return single;
    }

    /// <summary>Declares a type, or returns the declaration of an equal inline type.</summary>
    /// <param name="make">Creates the draft from its number.</param>
    /// <param name="fingerprint">The structure of the type, if it is known better than from the schema.</param>
    private TypeDraft Declare(Schema schema, NameHint hint, Func<int, TypeDraft> make, Fingerprint? fingerprint = null)
    {
        (Fingerprint, string) key = default;
        bool sharable = schema.ComponentName is null && hint.Member.Length > 0 && !OperationHints.IsUnique(hint.Member);
        if (sharable)
        {
            key = (fingerprint ?? _fingerprints.Of(schema), hint.Member);
            if (_shared.TryGetValue(key, out TypeDraft? twin))
            {
                twin.Shared = true;
                return twin;
            }
        }

        TypeDraft draft = make(_count++);
        draft.Doc = DocTexts.Of(schema.ComponentName is null ? null : schema.Title, DocTexts.WithLink(schema.Description, schema), schema.Deprecated);
        Drafts.Add(draft);
        _unfilled.Enqueue(draft);
        if (sharable)
        {
            _shared.Add(key, draft);
        }

        return draft;
    }
}

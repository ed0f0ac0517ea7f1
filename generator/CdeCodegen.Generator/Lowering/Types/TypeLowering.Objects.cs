using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <content>Objects, maps and free-form objects.</content>
internal sealed partial class TypeLowering
{
    /// <summary>Objects that are sent as forms, with the media type that describes the encoding of their fields.</summary>
    private readonly Dictionary<ObjectDraft, MediaType> _forms = [];

    /// <summary>The members with contradicting types that were reported: all schemas of a hierarchy contain those of their base.</summary>
    private readonly HashSet<Schema> _contradictions = [];

    /// <summary>The required members and values of discriminators that were reported, with their schemas. Several types may come from one schema.</summary>
    private readonly HashSet<(Schema Schema, string Name)> _reported = [];

    private Lowered Object(Schema schema, NameHint hint)
    {
        ObjectShape shape = MergedShape(schema);
        if (shape.IsTooDeep)
        {
            diagnostics.Report(Descriptors.Degraded, schema.Node, "An allOf that is nested this deeply", "the members of its deepest parts are left out");
        }

        if (shape.Unions.Count == 1 && TryDistribute(schema, shape.Unions[0], hint) is { } distributed)
        {
            return distributed;
        }

        if (shape.Properties.Count > 0)
        {
            ReportContradiction(schema, SchemaTypes.Object, "its value is an object");
            TypeDraft draft = Declare(schema, hint, number => new ObjectDraft(number, schema, hint), StructureOf(schema, shape));
            if (draft is ObjectDraft @object && !_shapes.ContainsKey(@object))
            {
                _shapes.Add(@object, shape);
            }

            return new Lowered(new TypeUse(draft), Nullable: false);
        }

        if (shape.Unions.Count == 1)
        {
            return Lower(shape.Unions[0], hint);
        }

        switch (shape.Additional)
        {
            case AdditionalKind.Typed:
                Lowered value = Lower(shape.AdditionalSchema, ValueHint(schema, hint, OperationHints.Value));
                return new Lowered(new TypeUse(TypeKind.Map, value.Type, value.Nullable), Nullable: false);
            case AdditionalKind.Any:
                return new Lowered(new TypeUse(TypeKind.Map, TypeUse.Json, itemNullable: false), Nullable: false);
            default:
                if (shape.Unions.Count > 1)
                {
                    diagnostics.Report(Descriptors.Degraded, schema.Node, "An allOf of several choices", "its values are kept as JSON");
                    return new Lowered(TypeUse.Json, Nullable: false);
                }

                // An allOf without object parts has the type of the first part that has one.
                foreach (Schema part in schema.AllOf)
                {
                    if (Lower(part, hint) is { Type.Kind: not TypeKind.Json } lowered)
                    {
                        ReportContradiction(schema, ResolveAliases(part).Types, "its value has the first one");
                        return lowered;
                    }
                }

                return new Lowered(TypeUse.Json, Nullable: false);
        }
    }

    private void ReportContradiction(Schema schema, SchemaTypes types, string replacement)
    {
        if (System.Array.Exists(schema.AllOf, part => Contradict(types, ResolveAliases(part).Types)))
        {
            diagnostics.Report(Descriptors.Degraded, schema.Node, "An allOf whose parts have different types", replacement);
        }
    }

    /// <summary>Whether no value has both types. Null does not count, and an integer is a number.</summary>
    private static bool Contradict(SchemaTypes one, SchemaTypes other)
    {
        one = (one & SchemaTypes.Number) != 0 ? one | SchemaTypes.Integer : one;
        other = (other & SchemaTypes.Number) != 0 ? other | SchemaTypes.Integer : other;
        return (one & ~SchemaTypes.Null) != 0 && (other & ~SchemaTypes.Null) != 0 && (one & other & ~SchemaTypes.Null) == 0;
    }

    /// <summary>
    /// The structure of an <c>allOf</c> after its parts are merged: <c>allOf: [A, Failure]</c> and <c>allOf: [B, Failure]</c> are one type if
    /// <c>Failure</c> has all their members. Null for other schemas.
    /// </summary>
    private Fingerprint? StructureOf(Schema schema, ObjectShape shape)
    {
        if (schema.AllOf.Length < 2 || schema.ComponentName is not null || shape.Unions.Count > 0 || shape.Contradictions.Count > 0)
        {
            return null;
        }

        Fingerprint hash = new Fingerprint(2, (ulong)shape.Additional).Then(shape.AdditionalSchema is { } additional ? _fingerprints.Of(additional) : default);
        foreach (KeyValuePair<string, Schema> member in shape.Properties)
        {
            hash = hash.Then(member.Key).Then(shape.Required.ContainsKey(member.Key) ? "required" : "").Then(_fingerprints.Of(member.Value));
        }

        return hash;
    }

    /// <summary>Lowers <c>allOf: [A, { oneOf: [B, C] }]</c> as <c>oneOf: [{ allOf: [A, B] }, { allOf: [A, C] }]</c>.</summary>
    /// <returns>Null if the choice is nested deeper, or only restricts.</returns>
    private Lowered? TryDistribute(Schema schema, Schema choice, NameHint hint)
    {
        foreach (Schema part in schema.AllOf)
        {
            if (!ReferenceEquals(ResolveAliases(part), choice))
            {
                continue;
            }

            bool nullable = schema.IsNullable;
            var alternatives = new List<Schema>();
            Collect(choice, alternatives, [], ref nullable, depth: 0);
            if (alternatives.Count < 2 || !alternatives.TrueForAll(HasMembers))
            {
                return null;
            }

            for (int i = 0; i < alternatives.Count; i++)
            {
                alternatives[i] = Combined(schema.Choose(part, choice, alternatives[i]), alternatives[i]);
            }

            Lowered lowered = Union(schema, choice, alternatives, hint);
            return nullable && lowered.Type.Kind != TypeKind.Json ? lowered with { Nullable = true } : lowered;
        }

        return null;
    }

    private void Fill(ObjectDraft draft)
    {
        ObjectShape shape = _shapes[draft];
        bool isForm = _forms.TryGetValue(draft, out MediaType? form);
        foreach (KeyValuePair<string, Schema> member in shape.Properties)
        {
            Schema schema = draft.Schema.IsPolymorphic ? _tags.MemberOf(draft.Schema, member.Key) ?? member.Value : member.Value;
            var hint = NameHint.Of(draft, member.Key);
            Lowered type = isForm && Binary(schema) is { } binary ? new Lowered(binary, Nullable: false) : Lower(schema, hint);
            Schema resolved = ResolveAliases(schema);
            if (isForm && type.Type.Kind == TypeKind.Map && resolved.AdditionalSchema is { } entry && Binary(entry) is not null)
            {
                diagnostics.Report(Descriptors.Degraded, entry.Node, $"A map of files as the field '{member.Key}' of a form", "its values are strings in JSON");
            }

            draft.Properties.Add(new PropertyDraft(member.Key, schema, type, shape.Required.ContainsKey(member.Key))
            {
                // Both at once would leave no message that contains the member.
                Read = !(schema.WriteOnly || resolved.WriteOnly) || schema.ReadOnly || resolved.ReadOnly,
                Write = !(schema.ReadOnly || resolved.ReadOnly) || schema.WriteOnly || resolved.WriteOnly,
                MediaType = isForm ? PartMediaType(form!, member.Key, resolved, type.Type) : null,
                Doc = DocTexts.OfMember(
                    member.Key, schema.Description ?? (resolved.ComponentName is null || type.Type.Draft is null ? resolved.Description : null), schema, type.Type,
                    deprecated: schema.Deprecated),
            });
        }

        draft.Additional = shape.Additional switch
        {
            AdditionalKind.Typed when isForm && Binary(shape.AdditionalSchema!) is { } file => new Lowered(file, Nullable: false),
            AdditionalKind.Typed => Lower(shape.AdditionalSchema, NameHint.Of(draft, "AdditionalProperty")),
            AdditionalKind.Any => new Lowered(TypeUse.Json, Nullable: false),
            _ => null,
        };
        if (draft.Schema.IsPolymorphic)
        {
            FillHierarchy(draft);
        }

        foreach (Schema member in shape.Contradictions)
        {
            if (_contradictions.Add(member))
            {
                diagnostics.Report(
                    Descriptors.Degraded, member.Node, "A member that the parts of an allOf give different types", "its value is kept as JSON");
            }
        }

        if (shape.Unions.Count > 0)
        {
            diagnostics.Report(
                Descriptors.Degraded, draft.Schema.Node, "A combination of allOf with oneOf or anyOf",
                "members of the alternatives are kept as additional properties");
            draft.Additional ??= new Lowered(TypeUse.Json, Nullable: false);
        }

        if (draft.Additional is null)
        {
            ReportUndescribed(shape);
        }
    }

    /// <summary>Reports required members that have no schema, and no place among additional properties either.</summary>
    private void ReportUndescribed(ObjectShape shape)
    {
        foreach (KeyValuePair<string, Schema> required in shape.Required)
        {
            if (shape.Find(required.Key) is null && required.Value.RequiredNode(required.Key) is { } node && _reported.Add((required.Value, required.Key)))
            {
                diagnostics.Report(Descriptors.Degraded, node, $"The required member '{required.Key}' without a schema", "it is not part of the type");
            }
        }
    }

    /// <summary>The media type of a part of a form; null for the default of its type.</summary>
    private string? PartMediaType(MediaType form, string field, Schema schema, TypeUse type)
    {
        // Each item of a list is a part.
        Schema part = NotNull(ResolveAliases(schema));
        part = type.Kind == TypeKind.List && part.Items is { } items ? NotNull(ResolveAliases(items)) : part;
        string? mediaType = MediaTypeOf(form.ContentTypeOf(field)) ?? MediaTypeOf(part.ContentMediaType);
        foreach (string contentType in form.ContentTypeOf(field)?.Split(',') ?? [])
        {
            if (!MediaTypes.IsValid(contentType.Trim()))
            {
                diagnostics.Report(Descriptors.InvalidKeyword, form.ContentTypeNodeOf(field)!, "contentType", $"'{contentType.Trim()}' is not a media type");
            }
        }

        bool isMultipart = MediaTypes.KindOf(form.Type) == BodyKind.Multipart;
        if (isMultipart && part.Base64Encoding is { } encoding)
        {
            diagnostics.Report(
                Descriptors.Degraded, encoding, $"The content encoding of the part '{field}' of a form", "it has no header Content-Transfer-Encoding");
        }

        TypeUse item = type.Kind == TypeKind.List ? type.Item! : type;
        bool isUnsupported = isMultipart && mediaType is not null && item.Kind is TypeKind.Object or TypeKind.Map or TypeKind.Union
            && MediaTypes.KindOf(mediaType) != BodyKind.Json && !MediaTypes.IsPlainText(mediaType);
        if (!isUnsupported)
        {
            return mediaType;
        }

        diagnostics.Report(
            Descriptors.Degraded, form.ContentTypeNodeOf(field) ?? schema.Node, $"An object in {mediaType} as the part '{field}' of a form", "it is sent as JSON");
        return null;
    }

    /// <summary>The first media type of a part that is no range; null for a range such as <c>image/*</c>, where only the caller knows the type.</summary>
    private static string? MediaTypeOf(string? contentTypes)
    {
        foreach (string contentType in contentTypes?.Split(',') ?? [])
        {
            if (!MediaTypes.IsRange(contentType) && MediaTypes.IsValid(contentType.Trim()))
            {
                return contentType.Trim();
            }
        }

        return null;
    }

    /// <summary>The only alternative of a choice that is not null, as in <c>anyOf: [file, null]</c>; otherwise the schema itself.</summary>
    private static Schema NotNull(Schema schema)
    {
        Schema? single = null;
        foreach (Schema alternative in schema.Choices)
        {
            if (!ResolveAliases(alternative).IsNull)
            {
                if (single is not null)
                {
                    return schema;
                }

                single = alternative;
            }
        }

        return single is null ? schema : ResolveAliases(single);
    }

    /// <summary>The type of a file or a list of files in a form; null for other fields.</summary>
    private static TypeUse? Binary(Schema schema)
    {
        schema = NotNull(ResolveAliases(schema));
        if (schema.Types == SchemaTypes.File
            || ((schema.Types & SchemaTypes.String) != 0 && (schema.Format == "binary"
                || schema.IsUnencodedContent)))
        {
            return TypeUse.Stream;
        }

        return (schema.Types & SchemaTypes.Array) != 0 && schema.Items is { } items && Binary(items) is { Kind: TypeKind.Stream } file
            ? new TypeUse(TypeKind.List, file, itemNullable: false)
            : null;
    }
}

using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Creates models from named drafts. Decides which members are <c>required</c>, nullable, or <c>Optional</c>.</summary>
internal static class TypeFinishing
{
    /// <summary>Members of <see cref="object"/>, and members that the emitter adds.</summary>
    private static readonly string[] s_reservedMembers =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize",
        "WriteTo", "WriteParts", "ReadBody", "ReadList", "ReadMap",
    ];

    public static TypeModel Finish(TypeDraft draft) => draft switch
    {
        ObjectDraft @object => Finish(@object),
        EnumDraft @enum => Finish(@enum),
        _ => Finish((UnionDraft)draft),
    };

    private static ObjectModel Finish(ObjectDraft draft)
    {
        NameScope scope = Scope(draft.Name);
        var properties = new List<PropertyModel>(draft.Properties.Count);
        foreach (PropertyDraft property in draft.Properties)
        {
            if (!(property.Read && draft.Reads) && !(property.Write && draft.Writes))
            {
                continue; // a read-only member of a type that is only sent would never have a value
            }

            properties.Add(Finish(draft, property, MemberName(scope, property.WireName)));
        }

        AdditionalModel? additional = draft.Additional is { } value
            ? new AdditionalModel(value.Type.Final, value.Nullable, scope.Take("AdditionalProperties"))
            : null;
        return new ObjectModel
        {
            Name = draft.Name,
            Doc = draft.Doc,
            Home = Home(draft),
            Generated = Generated(draft) | (draft.AsParts ? GeneratedMembers.PartsWriter : GeneratedMembers.None),
            Properties = properties.ToEquatableArray(),
            Additional = additional,
        };
    }

    private static PropertyModel Finish(ObjectDraft draft, PropertyDraft property, string name)
    {
        bool nullable = property.Type.Nullable;
        bool isJson = property.Type.Type.Kind == TypeKind.Json; // null is a value of free-form JSON

        // A read-only or write-only member is absent in the other direction, so it cannot be required in a type that is used in both.
        bool bothWays = (property.Read || !draft.Reads) && (property.Write || !draft.Writes);
        bool required = property.Required && !nullable && bothWays;
        bool isOptional = draft.Writes && property.Write && !property.Required && nullable && !isJson;
        return new PropertyModel
        {
            WireName = property.WireName,
            Name = name,
            Type = property.Type.Type.Final,
            Doc = property.Doc,
            IsOptional = isOptional,
            IsRequiredMember = required,
            IsNullableMember = !required,
            IsRead = property.Read,
            IsRequiredOnRead = property.Required && property.Read,

            // Servers send null for absent optional members; rejecting the whole response would not help the caller. For free-form JSON null is a value.
            IsNullAccepted = property.Required ? nullable : !isJson,
            IsWritten = property.Write,
            IsNullWritten = nullable && (property.Required || isOptional),
            PartMediaType = property.MediaType,
        };
    }

    private static EnumModel Finish(EnumDraft draft)
    {
        NameScope scope = Scope(draft.Name);
        var members = new List<EnumMemberModel>(draft.Values.Count);
        foreach (EnumValueDraft value in draft.Values)
        {
            members.Add(new EnumMemberModel(MemberName(scope, value.Name), value.Value, DocTexts.Of(null, value.Description)));
        }

        return new EnumModel
        {
            Name = draft.Name,
            Doc = draft.Doc,
            Home = Home(draft),
            Generated = Generated(draft),
            Value = draft.Value,
            Members = members.ToEquatableArray(),
        };
    }

    private static UnionModel Finish(UnionDraft draft)
    {
        NameScope scope = Scope(draft.Name, "Unknown", "Value", "ReadFrom");
        var cases = new List<UnionCaseModel>(draft.Cases.Count);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            var required = new List<string>();
            var known = new List<string>();
            if (@case.Type.Draft is ObjectDraft @object)
            {
                foreach (PropertyDraft property in @object.Properties)
                {
                    known.Add(property.WireName);
                    if (property.Required && property.Read)
                    {
                        required.Add(property.WireName);
                    }
                }
            }

            cases.Add(new UnionCaseModel(
                scope.Take(CaseName(@case, draft.Name)), @case.Type.Final, CaseDoc(@case),
                @case.DiscriminatorValues.ToEquatableArray(), Tokens(@case.Type, depth: 0), required.ToEquatableArray(), known.ToEquatableArray()));
        }

        return new UnionModel
        {
            Name = draft.Name,
            Doc = draft.Doc,
            Home = Home(draft),
            Generated = Generated(draft),
            Discriminator = draft.Discriminator,
            Cases = cases.ToEquatableArray(),
        };
    }

    private static GeneratedMembers Generated(TypeDraft draft) =>
        (draft.Reads ? GeneratedMembers.Reader : GeneratedMembers.None)
        | (draft.Writes ? GeneratedMembers.Writer : GeneratedMembers.None)
        | (draft.Reads && draft.InList ? GeneratedMembers.ListReader : GeneratedMembers.None)
        | (draft.Reads && draft.InMap ? GeneratedMembers.MapReader : GeneratedMembers.None)
        | (draft.AsBody ? GeneratedMembers.BodyReader : GeneratedMembers.None);

    /// <summary>The file of a type. An inline type is in the file of its owner, so that both are found in one place.</summary>
    private static string Home(TypeDraft draft)
    {
        while (draft.Schema.ComponentName is null && draft.Hint.Owner is { } owner)
        {
            draft = owner;
        }

        return draft.Name;
    }

    /// <summary>In C#, a member cannot have the name of its class.</summary>
    private static string MemberName(NameScope scope, string wireName)
    {
        string name = Identifiers.Pascal(wireName);
        return scope.Take(name, name + "Value");
    }

    private static NameScope Scope(string typeName, params string[] more)
    {
        var scope = new NameScope(s_reservedMembers);
        scope.Take(typeName);
        foreach (string name in more)
        {
            scope.Take(name);
        }

        return scope;
    }

    /// <summary>Scalars and lists have no type name, so a title in the document names the case.</summary>
    private static string CaseName(UnionCaseDraft @case, string union) =>
        @case is { IsMerged: false, Type.Draft: null, Schema.Title: { Length: > 0 and < 40 } title }
            ? Identifiers.Pascal(title)
            : CaseName(@case.Type, union);

    private static DocText CaseDoc(UnionCaseDraft @case) =>
        @case.Type.Draft?.Doc ?? (@case.IsMerged ? DocText.None : DocTexts.Of(null, @case.Schema.Description));

    private static string CaseName(TypeUse type, string union)
    {
        switch (type.Kind)
        {
            case TypeKind.Object or TypeKind.Union or TypeKind.Enum:
                // Page.PageImage is redundant; use Page.Image.
                string name = type.Draft!.Name;
                return name.Length > union.Length && name.StartsWith(union, StringComparison.Ordinal) && char.IsUpper(name[union.Length])
                    ? name.Substring(union.Length)
                    : name;
            case TypeKind.List:
                return type.Item!.Kind == TypeKind.Json ? "Items" : CaseName(type.Item, union) + "Items";
            case TypeKind.Map:
                return "Map";
            case TypeKind.Int32 or TypeKind.Int64:
                return "Integer";
            case TypeKind.Single or TypeKind.Double or TypeKind.Decimal:
                return "Number";
            case TypeKind.DateTimeOffset:
                return "DateTime";
            default:
                return type.Kind.ToString();
        }
    }

    private static JsonTokens Tokens(TypeUse type, int depth) =>
        type.AcceptsText ? TokensOf(type, depth) | JsonTokens.String : TokensOf(type, depth);

    private static JsonTokens TokensOf(TypeUse type, int depth)
    {
        switch (type.Kind)
        {
            case TypeKind.Object or TypeKind.Map:
                return JsonTokens.Object;
            case TypeKind.List:
                return JsonTokens.Array;
            case TypeKind.Int32 or TypeKind.Int64:
                return JsonTokens.Integer;
            case TypeKind.Single or TypeKind.Double or TypeKind.Decimal:
                return JsonTokens.Number;
            case TypeKind.Boolean:
                return JsonTokens.Boolean;
            case TypeKind.Enum:
                return type.Draft is EnumDraft { Value: TypeKind.String } ? JsonTokens.String : JsonTokens.Integer;
            case TypeKind.Union when depth < 8:
                JsonTokens tokens = JsonTokens.None;
                foreach (UnionCaseDraft @case in ((UnionDraft)type.Draft!).Cases)
                {
                    tokens |= Tokens(@case.Type, depth + 1);
                }

                return tokens;
            case TypeKind.Union or TypeKind.Json:
                return JsonTokens.Object | JsonTokens.Array | JsonTokens.String | JsonTokens.Number | JsonTokens.Boolean;
            default:
                return JsonTokens.String;
        }
    }
}

using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>Creates models from named drafts.</summary>
internal sealed class TypeFinishing(DiagnosticBag diagnostics)
{
    private readonly ObjectFinishing _objects = new(diagnostics);

    public TypeModel Finish(TypeDraft draft) => draft switch
    {
        ObjectDraft @object => _objects.Finish(@object),
        EnumDraft @enum => Finish(@enum),
        _ => Finish((UnionDraft)draft),
    };

    private static EnumModel Finish(EnumDraft draft)
    {
        NameScope scope = MemberNames.Scope(draft.Name);
        HashSet<string>? plain = MemberNames.Plain(draft.Values, static value => value.Name);
        var members = new List<EnumMemberModel>(draft.Values.Count);
        foreach (EnumValueDraft value in draft.Values)
        {
            members.Add(new EnumMemberModel(MemberNames.Take(scope, value.Name, plain), value.Value, DocTexts.Of(null, value.Description)));
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

    private UnionModel Finish(UnionDraft draft)
    {
        NameScope scope = MemberNames.Scope(draft.Name, "Unknown", "Value", "ReadFrom", "ReadEvent");
        var cases = new List<UnionCaseModel>(draft.Cases.Count);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            string name = draft.IsByEvent ? EventName(@case) : CaseName(@case, draft.Name);
            cases.Add(Case(scope.Take(name), @case.Type, CaseDoc(@case), @case.DiscriminatorValues) with
            {
                Rules = @case.Rules.ToEquatableArray(),
            });
        }

        if (draft.IsReadable && !draft.IsByEvent && draft.Discriminator is null && Ambiguity.Of(cases))
        {
            diagnostics.Report(
                Descriptors.Degraded, draft.Schema.Node, "A choice of objects with the same members", "a value that fits several of them is read as the first");
        }

        int fallback = draft.Default is null ? -1 : draft.Cases.IndexOf(draft.Default);
        return new UnionModel
        {
            Name = draft.Name,
            Doc = draft.Doc,
            Home = Home(draft),
            Generated = Generated(draft),
            IsByEvent = draft.IsByEvent,
            Selection = new SelectionModel(draft.Discriminator, cases.ToEquatableArray(), fallback, fallback, fallback < 0 && !draft.IsTagRequired && IsAbsenceByShape(draft.Discriminator, cases)),
        };
    }

    /// <summary>Whether a value without the discriminator can be one of the cases: no object, or an object in which it is optional.</summary>
    private static bool IsAbsenceByShape(string? discriminator, List<UnionCaseModel> cases)
    {
        foreach (UnionCaseModel @case in cases)
        {
            bool isRequired = false;
            foreach (string name in @case.RequiredNames)
            {
                isRequired |= name == discriminator;
            }

            if (discriminator is not null && !isRequired)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Describes how a reader recognizes a type.</summary>
    public static UnionCaseModel Case(string name, TypeUse type, DocText doc, List<string> values)
    {
        var required = new List<string>();
        var known = new List<string>();
        if (type.Draft is ObjectDraft draft)
        {
            foreach (PropertyDraft property in draft.Properties)
            {
                known.Add(property.WireName);
                if (property.Required && property.Read)
                {
                    required.Add(property.WireName);
                }
            }
        }

        return new UnionCaseModel(
            name, type.Final, doc, values.ToEquatableArray(), Tokens(type, depth: 0), required.ToEquatableArray(), known.ToEquatableArray());
    }

    public static GeneratedMembers Generated(TypeDraft draft) =>
        (draft.IsReadable ? GeneratedMembers.Reader : GeneratedMembers.None)
        | (draft.Writes ? GeneratedMembers.Writer : GeneratedMembers.None)
        | (draft.IsReadable && draft.InList ? GeneratedMembers.ListReader : GeneratedMembers.None)
        | (draft.IsReadable && draft.InMap ? GeneratedMembers.MapReader : GeneratedMembers.None)
        | (draft.AsBody ? GeneratedMembers.BodyReader : GeneratedMembers.None);

    /// <summary>The file of a type. An inline type is in the file of its owner, so that both are found in one place.</summary>
    public static string Home(TypeDraft draft)
    {
        while (draft.Schema.ComponentName is null && draft.Hint.Owner is { } owner)
        {
            draft = owner;
        }

        return draft.Name;
    }

    private static string EventName(UnionCaseDraft @case) =>
        @case.DiscriminatorValues.Count == 0 ? "Message" : Identifiers.Pascal(@case.DiscriminatorValues[0]);

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
                string item = type.Item!.Kind == TypeKind.Json ? "Item" : CaseName(type.Item, union);
                return item + (item.EndsWith("Item", StringComparison.Ordinal) ? "s" : "Items");
            case TypeKind.Map:
                return "Map";
            case TypeKind.Int32 or TypeKind.Int64:
                return "Integer";
            case TypeKind.Double or TypeKind.Decimal:
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
            case TypeKind.Union when type.Draft is ObjectDraft:
                return JsonTokens.Object;
            case TypeKind.List:
                return JsonTokens.Array;
            case TypeKind.Int32 or TypeKind.Int64:
                return JsonTokens.Integer;
            case TypeKind.Double or TypeKind.Decimal:
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

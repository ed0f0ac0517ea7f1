using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>
/// Creates the models of objects. Decides which members are <c>required</c>, nullable, <c>Optional</c> or constant, and which class of a hierarchy declares
/// them.
/// </summary>
internal sealed class ObjectFinishing(DiagnosticBag diagnostics)
{
    private readonly Dictionary<ObjectDraft, ObjectModel> _known = [];

    public ObjectModel Finish(ObjectDraft draft)
    {
        if (!_known.TryGetValue(draft, out ObjectModel? model))
        {
            model = Create(draft);
            _known.Add(draft, model);
        }

        return model;
    }

    private ObjectModel Create(ObjectDraft draft)
    {
        // The depth of a hierarchy is bounded.
        ObjectDraft? baseDraft = draft.Base is { } parent && (parent.Reads || parent.Writes) ? parent : null;
        ObjectModel? @base = baseDraft is null ? null : Finish(baseDraft);
        bool isBase = draft.Derived is not null;
        bool isMember = draft.HierarchyTags.Count > 0;
        bool isAbstract = isBase && draft.Schema.Base is null && !draft.HierarchyTags.Exists(tag => tag.Documented > 0);

        NameScope scope = isMember ? MemberNames.Scope(draft.Name, "Unknown", "ReadFrom") : MemberNames.Scope(draft.Name);
        var inherited = new Dictionary<string, PropertyModel>(StringComparer.Ordinal);
        foreach (PropertyModel property in @base?.Properties ?? default)
        {
            inherited.Add(property.WireName, property);
            scope.Take(property.Name);
        }

        AddTagMembers(draft);
        HashSet<string>? plain = MemberNames.Plain(draft.Properties, static property => property.WireName);
        var properties = new List<PropertyModel>(draft.Properties.Count);
        foreach (PropertyDraft property in draft.Properties)
        {
            bool isTag = Constants.CanSelect(property.Type.Type) && draft.HierarchyTags.Exists(tag => tag.Property == property.WireName);
            if (!isTag && !(property.Read && draft.Reads) && !(property.Write && draft.Writes))
            {
                continue; // a read-only member of a type that is only sent would never have a value
            }

            if (inherited.TryGetValue(property.WireName, out PropertyModel? declared))
            {
                properties.Add(Inherit(declared, Finish(draft, property, declared.Name, constant: null)) with
                {
                    Constant = isTag ? TagValue(draft, property) : null,
                });
            }
            else if (isTag)
            {
                properties.Add(Finish(draft, property, MemberNames.Take(scope, property.WireName, plain), constant: null) with
                {
                    IsTag = true,
                    IsRequiredMember = false,
                    IsOptional = false,
                    IsRead = true,
                    IsWritten = true,
                    Constant = TagValue(draft, property),
                });
            }
            else if (!isBase || Agree(draft, property) || Generalize(property, isAbstract))
            {
                properties.Add(Finish(draft, property, MemberNames.Take(scope, property.WireName, plain), isBase ? null : Constant(draft, property)));
            }
        }

        AdditionalModel? additional = @base?.Additional
            ?? (draft.Additional is { } value ? new AdditionalModel(value.Type.Final, value.Nullable, scope.Take("AdditionalProperties"))
            : draft.KeepsOthers ? new AdditionalModel(TypeUse.Json.Final, IsNullable: false, scope.Take("AdditionalProperties"))
            : null);
        AddDefaults(draft, properties, scope);
        GeneratedMembers generated = TypeFinishing.Generated(draft);
        var model = new ObjectModel
        {
            Name = draft.Name,
            Doc = draft.Doc,
            Home = TypeFinishing.Home(draft),
            Generated = generated | (draft.AsParts ? GeneratedMembers.PartsWriter : GeneratedMembers.None),
            Base = @base?.Name,
            Inherited = @base is null ? GeneratedMembers.None : @base.Generated | @base.Inherited | Nested(@base),
            IsExtended = isBase,
            IsAbstract = isAbstract,
            HasTagArguments = draft.HierarchyTags.Exists(tag => tag.Documented > 1) || properties.Exists(property => property is { IsTag: true, Constant: null }),
            Properties = properties.ToEquatableArray(),
            Additional = additional,
            IsAdditionalInherited = @base?.Additional is not null,
        };
        return isBase && (draft.IsReferenced || isAbstract || IsSelector(draft)) ? WithDerived(draft, model, scope) : model;
    }

    /// <summary>Gives each member that callers set the constant of its default. The members themselves have the first choice of a name.</summary>
    private static void AddDefaults(ObjectDraft draft, List<PropertyModel> properties, NameScope scope)
    {
        for (int i = 0; i < properties.Count; i++)
        {
            PropertyModel property = properties[i];
            if (draft.Writes && property is { IsWritten: true, Constant: null, IsTag: false, IsInherited: false }
                && draft.Properties.Find(member => member.WireName == property.WireName) is { } source
                && Constants.DefaultConstant(source.Schema, source.Type.Type) is { } value)
            {
                properties[i] = property with { Default = new DefaultModel(scope.Take("Default" + property.Name), value) };
            }
        }
    }

    /// <summary>Whether a class has a discriminator of its own, so that what selects the class for its base does not select the one that extends it.</summary>
    private static bool IsSelector(ObjectDraft draft) =>
        draft is { Derived: not null, Schema: { DiscriminatorProperty: { } own, Base: { } @base } } && own != HierarchyTags.DiscriminatorOf(@base);

    private static GeneratedMembers Nested(ObjectModel type) => type.Selection is null ? GeneratedMembers.None : GeneratedMembers.Unknown;

    /// <summary>A property that a base declares, with what the extending class says about its JSON.</summary>
    private static PropertyModel Inherit(PropertyModel declared, PropertyModel own) => declared with
    {
        IsInherited = true,
        IsRead = own.IsRead || declared.IsTag,
        IsWritten = own.IsWritten || declared.IsTag,
        IsRequiredOnRead = own.IsRequiredOnRead,
        IsNullAccepted = declared.IsNullAccepted && own.IsNullAccepted,
    };

    /// <summary>Adds what a class needs that others extend: the selection of one of them, and the class of unknown values.</summary>
    private static ObjectModel WithDerived(ObjectDraft draft, ObjectModel model, NameScope scope)
    {
        string discriminator = HierarchyTags.DiscriminatorOf(draft.Schema);
        var classes = new List<ObjectDraft>();
        if (!model.IsAbstract)
        {
            classes.Add(draft);
        }

        Collect(draft, classes);
        var values = new List<List<string>>(classes.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (ObjectDraft type in classes)
        {
            HierarchyTag? tag = type.HierarchyTags.Find(tag => tag.Property == discriminator);
            var own = new List<string>();
            for (int i = 0; i < tag?.Documented; i++)
            {
                own.Add(tag!.Values[i]);
                taken.Add(tag.Values[i]);
            }

            values.Add(own);
        }

        int fallback = -1;
        var cases = new List<UnionCaseModel>(classes.Count);
        for (int i = 0; i < classes.Count; i++)
        {
            ObjectDraft type = classes[i];
            string component = type.Schema.ComponentName!;
            if (type.HierarchyTags.Find(tag => tag.Property == discriminator)?.Values.Contains(component) == true && taken.Add(component))
            {
                values[i].Add(component); // the name of a schema selects it, unless the document gives the value to another one
            }

            bool isSelector = !ReferenceEquals(type, draft) && IsSelector(type);
            cases.Add(TypeFinishing.Case(type.Name, new TypeUse(type), DocText.None, values[i]) with
            {
                Type = new TypeRef(isSelector ? TypeKind.Union : TypeKind.Object, type.Name),
            });
            fallback = component == draft.Schema.DiscriminatorDefault ? i : fallback;
        }

        var unknown = new List<PropertyModel>(model.Properties.Count);
        foreach (PropertyModel property in model.Properties)
        {
            unknown.Add(property with { IsInherited = true, Constant = null });
        }

        return model with
        {
            Selection = new SelectionModel(discriminator, cases.ToEquatableArray(), fallback, Absent: model.IsAbstract ? fallback : 0),
            Unknown = new ObjectModel
            {
                Name = "Unknown",
                Home = model.Home,
                Generated = model.Generated & (GeneratedMembers.Reader | GeneratedMembers.Writer),
                Base = model.Name,
                Inherited = model.Generated | model.Inherited,
                HasTagArguments = true,
                Properties = unknown.ToEquatableArray(),
                Additional = model.Additional ?? new AdditionalModel(TypeUse.Json.Final, IsNullable: false, scope.Take("AdditionalProperties")),
                IsAdditionalInherited = model.Additional is not null,
            },
        };
    }

    /// <summary>Collects the classes that extend one. Those below a class with a discriminator of its own are selected there.</summary>
    private static void Collect(ObjectDraft draft, List<ObjectDraft> classes)
    {
        foreach (ObjectDraft derived in draft.Derived ?? [])
        {
            classes.Add(derived);
            if (!IsSelector(derived))
            {
                Collect(derived, classes);
            }
        }
    }

    /// <summary>Whether all classes that extend this one give a member a type that its own type can hold.</summary>
    private static bool Agree(ObjectDraft draft, PropertyDraft property)
    {
        foreach (ObjectDraft derived in draft.Derived ?? [])
        {
            PropertyDraft? same = derived.Properties.Find(member => member.WireName == property.WireName);
            if (same is not null && !Holds(property.Type.Type, same.Type.Type))
            {
                return false;
            }

            if (!Agree(derived, property))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(TypeUse type, TypeUse derived) =>
        type.Key == derived.Key || type.Kind == TypeKind.Json || (type.Kind == TypeKind.String && derived.IsString);

    /// <summary>
    /// Decides where a member is declared to which extending classes give other types: by them if this one is abstract; otherwise its values are JSON.
    /// </summary>
    private bool Generalize(PropertyDraft property, bool isAbstract)
    {
        if (isAbstract)
        {
            return false;
        }

        diagnostics.Report(
            Descriptors.Degraded, property.Schema.Node, "A member to which an extending schema gives another type", "its value is kept as JSON in both");
        property.Type = new Lowered(TypeUse.Json, Nullable: false);
        return true;
    }

    /// <summary>Adds the members that select the class, where the schema does not list them. They come first, as many serializers expect.</summary>
    private static void AddTagMembers(ObjectDraft draft)
    {
        if (draft.Tags is null)
        {
            return;
        }

        foreach (KeyValuePair<string, TagDraft> tag in draft.Tags)
        {
            int at = draft.Properties.FindIndex(member => member.WireName == tag.Key);
            PropertyDraft property = at >= 0
                ? draft.Properties[at]
                : new PropertyDraft(tag.Key, draft.Schema, new Lowered(TypeUse.String, Nullable: false), required: false);
            if (at >= 0)
            {
                draft.Properties.RemoveAt(at);
            }

            draft.Properties.Insert(0, property);
        }
    }

    /// <summary>The value that a class of a hierarchy writes by itself; null if its type cannot hold it.</summary>
    private static string? TagValue(ObjectDraft draft, PropertyDraft property)
    {
        string? value = draft.HierarchyTags.Find(tag => tag.Property == property.WireName)?.Values[0];
        return value is not null ? Literal(property, value) : null;
    }

    /// <summary>
    /// The value that a class writes by itself: the only one that the schema allows, if it is required, selects the class, or is the default as well;
    /// otherwise the one by which a union selects the class.
    /// </summary>
    private static string? Constant(ObjectDraft draft, PropertyDraft property)
    {
        TagDraft? tag = null;
        draft.Tags?.TryGetValue(property.WireName, out tag);
        if (property.Type.Nullable && tag is null)
        {
            return null;
        }

        string? own = Constants.Of(property.Schema);
        string? value = own is not null
            ? (property.Required || tag is not null || Constants.DefaultOf(property.Schema) == own ? own : null)
            : tag?.Value is { } selecting && Constants.Allows(property.Schema, selecting) ? selecting : null;
        return value is not null ? Literal(property, value) : null;
    }

    /// <summary>
    /// The default of an optional member that selects the class by several values. It means the same as no value, and tells the receiver which alternative it has.
    /// </summary>
    private static string? Initial(ObjectDraft draft, PropertyDraft property)
    {
        TagDraft? tag = null;
        bool isSelector = !property.Required && !property.Type.Nullable && draft.Tags?.TryGetValue(property.WireName, out tag) == true;
        return isSelector && Constants.DefaultOf(property.Schema) is { } value && tag!.Values.Contains(value) ? Literal(property, value) : null;
    }

    /// <summary>The value as a literal of the type of a member; null if the type cannot have it.</summary>
    private static string? Literal(PropertyDraft property, string value) =>
        Constants.CanBe(property.Type.Type, value) ? Constants.Literal(property.Schema, property.Type.Type, value) : null;

    private static PropertyModel Finish(ObjectDraft draft, PropertyDraft property, string name, string? constant)
    {
        bool nullable = property.Type.Nullable;
        bool isJson = property.Type.Type.Kind == TypeKind.Json; // null is a value of free-form JSON
        bool isConstant = constant is not null;
        bool isRead = property.Read || !draft.Reads; // what only requests contain is read by serializers alone, as they write it

        // A required read-only member always has a value where it is read, and callers never set it; a required write-only member must be set to be sent.
        bool isSet = property.Required && !nullable;
        bool required = isSet && !isConstant && (property.Write || !draft.Writes);
        bool isOptional = draft.Writes && property.Write && !property.Required && nullable && !isJson && !isConstant;
        return new PropertyModel
        {
            WireName = property.WireName,
            Name = name,
            Type = property.Type.Type.Final,
            Doc = property.Doc,
            IsOptional = isOptional,
            IsRequiredMember = required,
            IsNullableMember = !isSet && !isConstant,
            IsRead = isRead,
            IsRequiredOnRead = property.Required && isRead,

            // Servers send null for absent optional members; rejecting the whole response would not help the caller. For free-form JSON null is a value.
            IsNullAccepted = property.Required ? nullable : !isJson,
            IsWritten = property.Write || isConstant,
            IsNullWritten = nullable && !isConstant && (property.Required || isOptional),
            PartMediaType = property.MediaType,
            Constant = constant,
            Initial = isConstant ? null : Initial(draft, property),
            IsConstantChecked = isConstant && draft.Tags is { } tags && tags.TryGetValue(property.WireName, out TagDraft? tag) && tag is { IsOnly: true }
                && tag.Value == Constants.Of(property.Schema),
        };
    }
}

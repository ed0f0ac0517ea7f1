using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>A JSON object: <c>sealed partial class</c> with a constructor that reads it and a method that writes it.</summary>
internal static class ObjectPrinter
{
    public static void Print(SourceWriter w, ModelsUnit unit, ObjectModel type)
    {
        var names = TypeNames.InModels(unit.Context);
        var members = new HashSet<string>(StringComparer.Ordinal);
        var hiding = new HashSet<string>(StringComparer.Ordinal);
        foreach (PropertyModel property in type.Properties)
        {
            members.Add(property.Name);
            if (HidesModel(property))
            {
                hiding.Add(property.Name);
            }
        }

        string jsonOut = ModelFile.Import("JsonWriter", unit.Hidden, members);
        string jsonNames = ModelFile.Import("JsonNames", unit.Hidden, members);
        var reading = JsonReading.InModel(unit, names, hiding);

        Docs.Write(w, type.Doc);
        w.Line($"{ModelFile.Access(unit)} sealed partial class {type.Name}");
        w.Open();
        if (type.Has(GeneratedMembers.Reader | GeneratedMembers.Writer))
        {
            PrintNames(w, type, jsonNames);
        }

        foreach (PropertyModel property in type.Properties)
        {
            PrintProperty(w, property, names);
        }

        if (type.Additional is { } additional)
        {
            PrintAdditional(w, additional, names);
        }

        if (type.Has(GeneratedMembers.Reader))
        {
            PrintReader(w, type, reading);
        }

        if (type.Has(GeneratedMembers.Writer))
        {
            PrintWriter(w, type, jsonOut);
        }

        if (type.Has(GeneratedMembers.PartsWriter))
        {
            PartsPrinter.Print(w, type);
        }

        ModelFile.PrintCollectionReaders(w, type, new TypeRef(TypeKind.Object, type.Name), reading);
        ModelFile.PrintBodyReader(w, type, "new " + type.Name + "(ref r)");
        PrintHelpers(w, type, reading);
        w.Close();
    }

    /// <summary>The table of JSON names, in the order of the properties, with a bit for each that a response must have.</summary>
    private static void PrintNames(SourceWriter w, ObjectModel type, string jsonNames)
    {
        ulong[] required = new ulong[(type.Properties.Count + 63) / 64];
        bool any = false;
        var list = new System.Text.StringBuilder();
        for (int i = 0; i < type.Properties.Count; i++)
        {
            PropertyModel property = type.Properties[i];
            if (property.IsRequiredOnRead && IsRead(property) && type.Has(GeneratedMembers.Reader))
            {
                required[i / 64] |= 1UL << (i % 64);
                any = true;
            }

            list.Append(i == 0 ? "" : ", ").Append(Literals.Quote(property.WireName));
        }

        string bits = "";
        if (any)
        {
            bits = required.Length == 1 ? Literals.Bits(required[0]) : "new ulong[] { " + string.Join(", ", Array.ConvertAll(required, Literals.Bits)) + " }";
            bits += ", ";
        }

        w.Line($"static readonly {jsonNames} names = new({bits}{list.ToString()});");
        if (type.Has(GeneratedMembers.Reader))
        {
            w.Line($"public {type.Name}() {{ }}");
        }
    }

    private static void PrintProperty(SourceWriter w, PropertyModel property, TypeNames names)
    {
        w.Gap(compact: Docs.IsNone(property.Doc));
        Docs.Write(w, property.Doc);
        string type = property.IsOptional
            ? names.Of(TypeNames.Runtime, "Optional") + "<" + names.Of(property.Type) + "?>"
            : names.Of(property.Type, property.IsNullableMember);
        w.Line($"public {(property.IsRequiredMember ? "required " : "")}{type} {property.Name} {{ get; init; }}");
    }

    private static void PrintAdditional(SourceWriter w, AdditionalModel additional, TypeNames names)
    {
        string map = names.Of(additional.Type, additional.IsNullable);
        w.Gap();
        w.Line("/// <summary>Members that the API's description does not name.</summary>");
        w.Line($"public global::System.Collections.Generic.IReadOnlyDictionary<string, {map}> {additional.PropertyName} {{ get; init; }}");
        w.Right();
        w.Line($"= global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {map}>.Empty;");
        w.Left();
    }

    private static void PrintReader(SourceWriter w, ObjectModel type, JsonReading reading)
    {
        w.Gap();
        if (AnyRequired(type))
        {
            w.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }

        w.Line($"internal {type.Name}(ref {reading.JsonReader} r)");
        w.Open();
        AdditionalModel? additional = type.Additional;
        int cases = 0;
        foreach (PropertyModel property in type.Properties)
        {
            cases += IsRead(property) ? 1 : 0;
        }

        string loop = "for (var m = names.Start(ref r); names." + (additional is null ? "Next" : "NextOrOther") + "(ref r, ref m);)";
        if (cases == 0 && additional is null)
        {
            w.Line($"{loop} r.Skip();");
            w.Close();
            return;
        }

        w.Line($"{loop} switch (m.Index)");
        w.Open();
        for (int i = 0; i < type.Properties.Count; i++)
        {
            if (IsRead(type.Properties[i]))
            {
                PrintCase(w, i, type.Properties[i], reading);
            }
        }

        if (additional is not null)
        {
            string value = reading.Expression(additional.Type, additional.IsNullable) ?? HelperName(additional.PropertyName) + "(ref r)";
            w.Line($"case -1: {additional.PropertyName} = {reading.JsonValues}.Keep({additional.PropertyName}, m.Name, {value}); break;");
        }

        if (cases < type.Properties.Count)
        {
            w.Line("default: r.Skip(); break;");
        }

        w.Close();
        w.Close();
    }

    private static void PrintCase(SourceWriter w, int index, PropertyModel property, JsonReading reading)
    {
        string? value = reading.Expression(property.Type, property.IsNullAccepted);
        if (value is null)
        {
            value = HelperName(property.Name) + "(ref r)";
            value = property.IsNullAccepted ? reading.NullOr(value, property.Type) : value;
        }

        // Optional<T> has no conversion from an interface, which lists and maps are.
        w.Line($"case {index}: {property.Name} = {(property.IsOptional ? "new(" + value + ")" : value)}; break;");
    }

    private static void PrintWriter(SourceWriter w, ObjectModel type, string jsonOut)
    {
        w.Gap();
        w.Line($"internal void WriteTo({jsonOut} w)");
        w.Open();
        w.Line("w.Start();");
        for (int i = 0; i < type.Properties.Count; i++)
        {
            if (type.Properties[i].IsWritten && JsonMethods.IsJson(type.Properties[i].Type))
            {
                w.GapAfterBlock();
                JsonWriting.Plain.Member(w, type.Properties[i], i);
            }
        }

        w.GapAfterBlock();
        if (type.Additional is { Type.Kind: TypeKind.Json, IsNullable: false } any)
        {
            w.Line($"w.Others({any.PropertyName});");
        }
        else if (type.Additional is { } additional)
        {
            w.Line($"foreach (var entry in {additional.PropertyName})");
            w.Open();
            w.Line("w.Name(entry.Key);");
            if (additional.IsNullable)
            {
                JsonWriting.Plain.NullableValue(w, additional.Type, "entry.Value", depth: 2);
            }
            else
            {
                JsonWriting.Plain.Value(w, additional.Type, "entry.Value", depth: 2);
            }

            w.Close();
        }

        w.GapAfterBlock();
        w.Line("w.End();");
        w.Close();
    }

    private static void PrintHelpers(SourceWriter w, ObjectModel type, JsonReading reading)
    {
        if (!type.Has(GeneratedMembers.Reader))
        {
            return;
        }

        foreach (PropertyModel property in type.Properties)
        {
            if (IsRead(property) && reading.Expression(property.Type, nullable: false) is null)
            {
                reading.Helper(w, "static", HelperName(property.Name), property.Type);
            }
        }

        if (type.Additional is { } additional && reading.Expression(additional.Type, nullable: false) is null)
        {
            reading.Helper(w, "static", HelperName(additional.PropertyName), additional.Type);
        }
    }

    /// <summary>Whether <c>X.ReadList(…)</c> finds the member instead of the model of its name: not where the member is of that very type.</summary>
    private static bool HidesModel(PropertyModel property) =>
        property.IsOptional || property.Type.Kind is not (TypeKind.Object or TypeKind.Union) || property.Type.Name != property.Name;

    private static bool IsRead(PropertyModel property) => property.IsRead && JsonMethods.IsJson(property.Type);

    private static bool AnyRequired(ObjectModel type)
    {
        foreach (PropertyModel property in type.Properties)
        {
            if (property.IsRequiredMember)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lower case: members of the document are Pascal case and never meet it.</summary>
    private static string HelperName(string property) => "read" + property;
}

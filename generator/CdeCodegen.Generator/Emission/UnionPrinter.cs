using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// oneOf / anyOf: an abstract class that only its nested cases derive from, one for each alternative with the alternative as <c>Value</c>,
/// and <c>Unknown</c>, which keeps what matches none.
/// </summary>
internal static class UnionPrinter
{
    private const string Element = "global::System.Text.Json.JsonElement";

    public static void Print(SourceWriter w, ModelsUnit unit, EmissionFacts facts, UnionModel type)
    {
        var nested = new HashSet<string>(StringComparer.Ordinal) { "Unknown" };
        foreach (UnionCaseModel @case in type.Cases)
        {
            nested.Add(@case.Name);
        }

        string jsonOut = ModelFile.Import("JsonWriter", unit.Hidden, nested);
        var names = TypeNames.InModels(unit.Context, nested);
        var reading = JsonReading.InModel(unit, names, nested);
        string access = ModelFile.Access(unit);

        Docs.Write(w, type.Doc);
        w.Line($"{access} {(facts.Closed ? "closed" : "abstract")} partial class {type.Name}");
        w.Open();
        bool byShape = type.Has(GeneratedMembers.Reader) && AnyByShape(type);
        if (byShape)
        {
            PrintShapes(w, type, ModelFile.Import("JsonShape", unit.Hidden, nested), ModelFile.Import("JsonTokens", unit.Hidden, nested));
        }

        w.Gap();
        w.Line($"private {type.Name}() {{ }}");
        foreach (UnionCaseModel @case in type.Cases)
        {
            w.Gap();
            Docs.Write(w, @case.Doc);
            PrintCase(w, type, @case.Name, names.Of(@case.Type));
        }

        w.Gap();
        w.Line("/// <summary>What matches no documented alternative, as it came.</summary>");
        PrintCase(w, type, "Unknown", Element);
        PrintConversions(w, type, names);
        if (type.Has(GeneratedMembers.Reader))
        {
            PrintReader(w, type, reading, byShape);
        }

        if (type.Has(GeneratedMembers.Writer))
        {
            PrintWriter(w, type, jsonOut);
        }

        ModelFile.PrintCollectionReaders(w, type, new TypeRef(TypeKind.Union, type.Name), reading);
        ModelFile.PrintBodyReader(w, type, "ReadFrom(ref r)");
        if (type.Has(GeneratedMembers.Reader))
        {
            foreach (UnionCaseModel @case in type.Cases)
            {
                if (reading.Expression(@case.Type, nullable: false) is null)
                {
                    reading.Helper(w, "static", "read" + @case.Name, @case.Type);
                }
            }
        }

        w.Close();
    }

    private static void PrintCase(SourceWriter w, UnionModel type, string name, string value) =>
        w.Line($"public sealed class {name}({value} value) : {type.Name} {{ public {value} Value {{ get; }} = value; }}");

    /// <summary>From each alternative, where the language allows it and the type says which one is meant.</summary>
    private static void PrintConversions(SourceWriter w, UnionModel type, TypeNames names)
    {
        for (int i = 0; i < type.Cases.Count; i++)
        {
            UnionCaseModel @case = type.Cases[i];
            bool isInterface = @case.Type.Kind is TypeKind.List or TypeKind.Map;
            bool isSelf = @case.Type.IsNamed && @case.Type.Name == type.Name;
            string value = names.Of(@case.Type);
            bool isUnique = true;
            for (int j = 0; j < type.Cases.Count; j++)
            {
                isUnique &= i == j || names.Of(type.Cases[j].Type) != value;
            }

            if (!isInterface && !isSelf && isUnique)
            {
                w.Gap();
                w.Line($"public static implicit operator {type.Name}({value} value) => new {@case.Name}(value);");
            }
        }
    }

    private static bool AnyByShape(UnionModel type)
    {
        foreach (UnionCaseModel @case in type.Cases)
        {
            if (IsByShape(type, @case))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A discriminator decides among the objects that it names; alternatives without a value of it are told by their shape.</summary>
    private static bool IsByShape(UnionModel type, UnionCaseModel @case) => type.Discriminator is null || @case.DiscriminatorValues.Count == 0;

    private static void PrintShapes(SourceWriter w, UnionModel type, string jsonShape, string jsonTokens)
    {
        w.Line($"static readonly {jsonShape}[] shapes =");
        w.Line("{");
        w.Right();
        foreach (UnionCaseModel @case in type.Cases)
        {
            if (IsByShape(type, @case))
            {
                w.Line($"new({Tokens(@case.Tokens, jsonTokens)}, {Strings(@case.RequiredNames)}, {Strings(@case.KnownNames)}),");
            }
        }

        w.Left();
        w.Line("};");
    }

    private static string Tokens(JsonTokens tokens, string jsonTokens)
    {
        if (tokens == JsonTokens.None)
        {
            return jsonTokens + ".None";
        }

        string text = "";
        Add(JsonTokens.Object);
        Add(JsonTokens.Array);
        Add(JsonTokens.String);
        if ((tokens & JsonTokens.Number) == JsonTokens.Number)
        {
            Add(JsonTokens.Number);
        }
        else
        {
            Add(JsonTokens.Integer);
        }

        Add(JsonTokens.Boolean);
        return text;

        void Add(JsonTokens token)
        {
            if ((tokens & token) == token)
            {
                text += (text.Length == 0 ? "" : " | ") + jsonTokens + "." + token switch
                {
                    JsonTokens.Object => "Object",
                    JsonTokens.Array => "Array",
                    JsonTokens.String => "String",
                    JsonTokens.Integer => "Integer",
                    JsonTokens.Number => "Number",
                    _ => "Boolean",
                };
            }
        }
    }

    private static string Strings(EquatableArray<string> values)
    {
        if (values.Count == 0)
        {
            return "[]";
        }

        var text = new System.Text.StringBuilder("[");
        for (int i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Literals.Quote(values[i]));
        }

        return text.Append(']').ToString();
    }

    private static void PrintReader(SourceWriter w, UnionModel type, JsonReading reading, bool byShape)
    {
        w.Gap();
        w.Line($"internal static {type.Name} ReadFrom(ref {reading.JsonReader} r)");
        w.Open();
        if (type.Discriminator is { } discriminator)
        {
            w.Line($"switch ({reading.JsonValues}.Discriminator(in r, {Literals.Quote(discriminator)}))");
            w.Open();
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (UnionCaseModel @case in type.Cases)
            {
                foreach (string value in @case.DiscriminatorValues)
                {
                    if (taken.Add(value))
                    {
                        w.Line($"case {Literals.Quote(value)}: return {New(@case)};");
                    }
                }
            }

            if (!byShape)
            {
                w.Line($"default: return new Unknown({reading.JsonValues}.Element(ref r));");
            }

            w.Close();
            if (byShape)
            {
                w.Gap();
            }
        }

        if (byShape)
        {
            w.Line($"switch ({reading.JsonValues}.Shape(in r, shapes))");
            w.Open();
            int index = 0;
            foreach (UnionCaseModel @case in type.Cases)
            {
                if (IsByShape(type, @case))
                {
                    w.Line($"case {index++}: return {New(@case)};");
                }
            }

            w.Line($"default: return new Unknown({reading.JsonValues}.Element(ref r));");
            w.Close();
        }
        else if (type.Discriminator is null)
        {
            w.Line($"return new Unknown({reading.JsonValues}.Element(ref r));");
        }

        w.Close();

        string New(UnionCaseModel @case) =>
            "new " + @case.Name + "(" + (reading.Expression(@case.Type, nullable: false) ?? "read" + @case.Name + "(ref r)") + ")";
    }

    private static void PrintWriter(SourceWriter w, UnionModel type, string jsonOut)
    {
        w.Gap();
        w.Line($"internal void WriteTo({jsonOut} w)");
        w.Open();
        w.Line("switch (this)");
        w.Open();
        foreach (UnionCaseModel @case in type.Cases)
        {
            if (@case.Type.Kind is not (TypeKind.List or TypeKind.Map))
            {
                w.Line($"case {@case.Name} value: {JsonWriting.Plain.Statement(@case.Type, "value.Value")} break;");
                continue;
            }

            w.Line($"case {@case.Name} value:");
            w.Right();
            JsonWriting.Plain.Value(w, @case.Type, "value.Value");
            w.Line("break;");
            w.Left();
        }

        w.Line("case Unknown value: w.Element(value.Value); break;");
        w.Close();
        w.Close();
    }
}

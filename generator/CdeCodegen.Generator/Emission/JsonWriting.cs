using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints how a value is written to the runtime's <c>JsonWriter</c>.</summary>
/// <param name="mark">Ends the names of the writer and of all variables, where those without it are taken.</param>
internal sealed class JsonWriting(string mark = "")
{
    public static readonly JsonWriting Plain = new();

    /// <summary>The variable that holds the writer.</summary>
    public string Writer { get; } = "w" + mark;

    /// <summary>For a place in which other variables are in scope.</summary>
    public static JsonWriting Beside(HashSet<string> taken)
    {
        string mark = "";
        while (IsTaken(taken, mark))
        {
            mark += "_";
        }

        return mark.Length == 0 ? Plain : new(mark);
    }

    /// <summary>A member of an object: left out when absent, null written only where the document allows it.</summary>
    public void Member(SourceWriter w, PropertyModel property, int index)
    {
        string name = "names[" + Literals.Number(index) + "]";
        string value = property.Name;
        TypeRef type = property.Type;
        bool nullIsWritten = property.IsNullWritten;
        string condition = "";
        if (property.IsOptional)
        {
            condition = value + ".HasValue";
            value += ".Value";
        }

        if (OneCall(type) is { } method)
        {
            condition = condition.Length == 0 ? "" : "if (" + condition + ") ";
            w.Line($"{condition}{Writer}.{method}{(nullIsWritten ? "OrNull" : "")}({name}, {Converted(type, value, property.IsNullableMember || property.IsOptional)});");
            return;
        }

        bool isObject = type.Kind is TypeKind.Object or TypeKind.Union;
        if (nullIsWritten)
        {
            condition += (condition.Length == 0 ? "" : " && ") + Writer + ".NotNull(" + name + ", " + value + ")";
        }
        else if (isObject)
        {
            w.Line($"{value}{(property.IsNullableMember ? "?" : "")}.WriteTo({Writer}.Name({name}));");
            return;
        }
        else if (property.IsNullableMember)
        {
            condition = value + " is not null";
        }

        if (isObject)
        {
            w.Line($"if ({condition}) {value}.WriteTo({Writer});");
            return;
        }

        if (condition.Length > 0)
        {
            w.Line($"if ({condition})");
            w.Open();
        }

        Value(w, type, value, depth: 1, nullIsWritten ? Writer : Writer + ".Name(" + name + ")");
        if (condition.Length > 0)
        {
            w.Close();
        }
    }

    /// <summary>A value that is not null, at the root or within an array or map.</summary>
    public void Value(SourceWriter w, TypeRef type, string value, int depth = 1) => Value(w, type, value, depth, Writer);

    /// <summary>The same for a type that takes one statement: any but a list and a map.</summary>
    public string Statement(TypeRef type, string value) => type.Kind is TypeKind.Object or TypeKind.Union
        ? value + ".WriteTo(" + Writer + ");"
        : Writer + "." + (type.Kind == TypeKind.Enum ? JsonMethods.Of(type.EnumValue) : JsonMethods.WriterOf(type)) + "(" + Converted(type, value, nullable: false) + ");";

    /// <summary>The same where the value may be null.</summary>
    public void NullableValue(SourceWriter w, TypeRef type, string value, int depth = 1)
    {
        w.Line($"if ({value} is null)");
        w.Right();
        w.Line($"{Writer}.Null();");
        w.Left();
        string content = type.IsValueType ? value + ".Value" : value;
        if (IsCollection(type))
        {
            w.Line("else");
            w.Open();
            Value(w, type, content, depth);
            w.Close();
        }
        else
        {
            w.Line("else");
            w.Right();
            w.Line(Statement(type, content));
            w.Left();
        }
    }

    /// <param name="start">The expression on which an array or object is begun: the writer, after the member's name has been written.</param>
    private void Value(SourceWriter w, TypeRef type, string value, int depth, string start)
    {
        string suffix = (depth == 1 ? "" : Literals.Number(depth)) + mark;
        switch (type.Kind)
        {
            case TypeKind.List:
                string i = "i" + suffix;
                w.Line($"{start}.StartArray();");
                Loop(w, $"for (int {i} = 0; {i} < {value}.Count; {i}++)", type, value + "[" + i + "]", depth);
                w.Line($"{Writer}.EndArray();");
                break;
            case TypeKind.Map:
                string entry = "entry" + suffix;
                w.Line($"{start}.Start();");
                w.Line($"foreach (var {entry} in {value})");
                w.Open();
                w.Line($"{Writer}.Name({entry}.Key);");
                Item(w, type, entry + ".Value", depth);
                w.Close();
                w.Line($"{Writer}.End();");
                break;
            default:
                w.Line(Statement(type, value));
                break;
        }
    }

    private void Loop(SourceWriter w, string loop, TypeRef list, string value, int depth)
    {
        if (!list.IsItemNullable && !IsCollection(list.Item!))
        {
            w.Line($"{loop} {Statement(list.Item!, value)}");
            return;
        }

        w.Line(loop);
        w.Open();
        Item(w, list, value, depth);
        w.Close();
    }

    private void Item(SourceWriter w, TypeRef collection, string value, int depth)
    {
        if (collection.IsItemNullable)
        {
            NullableValue(w, collection.Item!, value, depth + 1);
        }
        else
        {
            Value(w, collection.Item!, value, depth + 1);
        }
    }

    private static bool IsCollection(TypeRef type) => type.Kind is TypeKind.List or TypeKind.Map;

    /// <summary>The writer's method that takes name and value, or null where the value takes statements.</summary>
    private static string? OneCall(TypeRef type) => type.Kind switch
    {
        TypeKind.Enum => JsonMethods.Of(type.EnumValue),
        TypeKind.List when !type.IsItemNullable && JsonMethods.IsListable(type.Item!) => JsonMethods.ListOf(type.Item!.Kind),
        _ => JsonMethods.IsScalar(type.Kind) ? JsonMethods.WriterOf(type) : null,
    };

    /// <summary>An enumeration as what it is on the wire; everything else as it is.</summary>
    private static string Converted(TypeRef type, string value, bool nullable)
    {
        if (type.Kind != TypeKind.Enum)
        {
            return value;
        }

        string mark = nullable ? "?" : "";
        return type.EnumValue switch
        {
            TypeKind.Int32 => "(int" + mark + ")" + value,
            TypeKind.Int64 => "(long" + mark + ")" + value,
            _ => value + mark + ".ToString()",
        };
    }

    private static bool IsTaken(HashSet<string> taken, string mark)
    {
        foreach (string name in taken)
        {
            if (name.EndsWith(mark, StringComparison.Ordinal)
                && name.Substring(0, name.Length - mark.Length).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "w" or "i" or "entry")
            {
                return true;
            }
        }

        return false;
    }
}

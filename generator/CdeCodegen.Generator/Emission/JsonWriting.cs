using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the code that writes a value to the runtime's <c>JsonWriter</c>.</summary>
/// <param name="mark">The ending of every variable that the code declares or uses; it keeps them apart from other variables in scope.</param>
internal sealed class JsonWriting(string mark = "")
{
    public static readonly JsonWriting Plain = new();

    /// <summary>The variable that holds the writer.</summary>
    public string Writer { get; } = "writer" + mark;

    /// <summary>For a method in which other variables are in scope.</summary>
    /// <param name="taken">The names of these variables.</param>
    public static JsonWriting Beside(HashSet<string> taken)
    {
        string mark = "";
        while (IsTaken(taken, mark))
        {
            mark += "_";
        }

        return mark.Length == 0 ? Plain : new(mark);
    }

    /// <summary>Prints how a member of an object is written. An absent member is left out; null is written only where the document allows it.</summary>
    /// <param name="w">The file.</param>
    /// <param name="property">The member.</param>
    /// <param name="name">The expression for its JSON name.</param>
    public void Member(SourceWriter w, PropertyModel property, string name)
    {
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
            string argument = Converted(type, value, property.IsNullableMember || property.IsOptional);
            Guarded(w, condition, $"{Writer}.{method}{(nullIsWritten ? "OrNull" : "")}({name}, {argument});");
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
            Guarded(w, condition, $"{value}.WriteTo({Writer});");
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

    /// <summary>Prints how a value that is not null is written, at the root or within an array or map.</summary>
    public void Value(SourceWriter w, TypeRef type, string value, int depth = 1) => Value(w, type, value, depth, Writer);

    /// <summary>Returns the statement that writes a value of any type but a list or a map.</summary>
    public string Statement(TypeRef type, string value)
    {
        if (type.Kind is TypeKind.Object or TypeKind.Union)
        {
            return value + ".WriteTo(" + Writer + ");";
        }

        string method = type.IsWrapped ? JsonMethods.Of(type.EnumValue) : JsonMethods.WriterOf(type);
        return Writer + "." + method + "(" + Converted(type, value, nullable: false) + ");";
    }

    /// <summary>Prints how a value is written that may be null.</summary>
    public void NullableValue(SourceWriter w, TypeRef type, string value, int depth = 1)
    {
        w.Line($"if ({value} is null)");
        w.Open();
        w.Line($"{Writer}.Null();");
        w.Close();
        w.Line("else");
        w.Open();
        Value(w, type, type.IsValueType ? value + ".Value" : value, depth);
        w.Close();
    }

    /// <param name="start">The expression on which an array or an object is started: the writer, after the name of the member where there is one.</param>
    private void Value(SourceWriter w, TypeRef type, string value, int depth, string start)
    {
        string suffix = (depth == 1 ? "" : Literals.Number(depth)) + mark;
        switch (type.Kind)
        {
            case TypeKind.List:
                string i = "i" + suffix;
                w.Line($"{start}.StartArray();");
                w.Line($"for (int {i} = 0; {i} < {value}.Count; {i}++)");
                w.Open();
                Item(w, type, value + "[" + i + "]", depth);
                w.Close();
                w.GapAfterBlock();
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
                w.GapAfterBlock();
                w.Line($"{Writer}.End();");
                break;
            default:
                w.Line(Statement(type, value));
                break;
        }
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

    private static void Guarded(SourceWriter w, string condition, string statement)
    {
        if (condition.Length == 0)
        {
            w.Line(statement);
            return;
        }

        w.Line($"if ({condition})");
        w.Open();
        w.Line(statement);
        w.Close();
    }

    /// <summary>Returns the writer's method that takes name and value, or null where writing takes statements.</summary>
    private static string? OneCall(TypeRef type) => type.Kind switch
    {
        TypeKind.Enum or TypeKind.Duration => JsonMethods.Of(type.EnumValue),
        TypeKind.List when !type.IsItemNullable && JsonMethods.IsListable(type.Item!) => JsonMethods.ListOf(type.Item!.Kind),
        _ => JsonMethods.IsScalar(type.Kind) ? JsonMethods.WriterOf(type) : null,
    };

    /// <summary>Returns an enumeration or a duration as its JSON value, and every other value unchanged.</summary>
    private static string Converted(TypeRef type, string value, bool nullable)
    {
        if (!type.IsWrapped)
        {
            return value;
        }

        string conditional = nullable ? "?" : "";
        return type.EnumValue switch
        {
            TypeKind.Int32 => "(int" + conditional + ")" + value,
            TypeKind.Int64 => "(long" + conditional + ")" + value,
            _ => value + conditional + ".ToString()",
        };
    }

    private static bool IsTaken(HashSet<string> taken, string mark)
    {
        foreach (string name in taken)
        {
            if (name.EndsWith(mark, StringComparison.Ordinal)
                && name.Substring(0, name.Length - mark.Length).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "writer" or "i" or "entry")
            {
                return true;
            }
        }

        return false;
    }
}

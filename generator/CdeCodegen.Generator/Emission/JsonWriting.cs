using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints how a value is written to the runtime's <c>JsonOut</c>.</summary>
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
        bool nullIsWritten = property.Nullable && (property.Required || property.IsOptional);
        if (property.IsOptional)
        {
            w.Line($"if ({value}.HasValue)");
            value += ".Value";
            if (OneCall(type) is not null)
            {
                w.Right();
            }
            else
            {
                w.Open();
            }
        }

        if (OneCall(type) is { } method)
        {
            w.Line($"{Writer}.{method}{(nullIsWritten ? "OrNull" : "")}({name}, {Converted(type, value, property.IsNullableMember || property.IsOptional)});");
        }
        else if (nullIsWritten)
        {
            w.Line($"{Writer}.Name({name});");
            NullableValue(w, type, value, depth: 1);
        }
        else if (type.Kind is TypeKind.Object or TypeKind.Union)
        {
            w.Line($"{value}{(property.IsNullableMember ? "?" : "")}.WriteTo({Writer}.Name({name}));");
        }
        else if (property.IsNullableMember)
        {
            w.Line($"if ({value} is not null)");
            w.Open();
            w.Line($"{Writer}.Name({name});");
            Value(w, type, value, depth: 1);
            w.Close();
        }
        else
        {
            w.Line($"{Writer}.Name({name});");
            Value(w, type, value, depth: 1);
        }

        if (property.IsOptional)
        {
            if (OneCall(type) is not null)
            {
                w.Left();
            }
            else
            {
                w.Close();
            }
        }
    }

    /// <summary>A value that is not null, at the root or within an array or map.</summary>
    public void Value(SourceWriter w, TypeRef type, string value, int depth = 1)
    {
        string suffix = (depth == 1 ? "" : Literals.Number(depth)) + mark;
        switch (type.Kind)
        {
            case TypeKind.List:
                string i = "i" + suffix;
                w.Line($"{Writer}.StartArray();");
                w.Line($"for (int {i} = 0; {i} < {value}.Count; {i}++)");
                Item(w, type, value + "[" + i + "]", depth);
                w.Line($"{Writer}.EndArray();");
                break;
            case TypeKind.Map:
                string entry = "entry" + suffix;
                w.Line($"{Writer}.Start();");
                w.Line($"foreach (var {entry} in {value})");
                w.Open();
                w.Line($"{Writer}.Name({entry}.Key);");
                if (type.ItemNullable)
                {
                    NullableValue(w, type.Item!, entry + ".Value", depth + 1);
                }
                else
                {
                    Value(w, type.Item!, entry + ".Value", depth + 1);
                }

                w.Close();
                w.Line($"{Writer}.End();");
                break;
            default:
                w.Line(Statement(type, value));
                break;
        }
    }

    /// <summary>The same for a type that takes one statement: any but a list and a map.</summary>
    public string Statement(TypeRef type, string value) => type.Kind is TypeKind.Object or TypeKind.Union
        ? value + ".WriteTo(" + Writer + ");"
        : Writer + "." + JsonMethods.Of(type.Kind == TypeKind.Enum ? type.EnumValue : type.Kind) + "(" + Converted(type, value, nullable: false) + ");";

    /// <summary>The same where the value may be null.</summary>
    public void NullableValue(SourceWriter w, TypeRef type, string value, int depth = 1)
    {
        w.Line($"if ({value} is null)");
        w.Right();
        w.Line($"{Writer}.Null();");
        w.Left();
        w.Line("else");
        Block(w, type, type.IsValueType ? value + ".Value" : value, depth);
    }

    private void Item(SourceWriter w, TypeRef list, string value, int depth)
    {
        if (list.ItemNullable)
        {
            w.Open();
            NullableValue(w, list.Item!, value, depth + 1);
            w.Close();
        }
        else
        {
            Block(w, list.Item!, value, depth + 1);
        }
    }

    /// <summary>The statements that write a value, as the body of an <c>if</c> or a loop.</summary>
    private void Block(SourceWriter w, TypeRef type, string value, int depth)
    {
        if (type.Kind is TypeKind.List or TypeKind.Map)
        {
            w.Open();
            Value(w, type, value, depth);
            w.Close();
        }
        else
        {
            w.Right();
            Value(w, type, value, depth);
            w.Left();
        }
    }

    /// <summary>The writer's method that takes name and value, or null where the value takes statements.</summary>
    private static string? OneCall(TypeRef type) => type.Kind switch
    {
        TypeKind.Enum => JsonMethods.Of(type.EnumValue),
        TypeKind.List when !type.ItemNullable && JsonMethods.IsScalar(type.Item!.Kind) => JsonMethods.ListOf(type.Item.Kind),
        _ => JsonMethods.IsScalar(type.Kind) ? JsonMethods.Of(type.Kind) : null,
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

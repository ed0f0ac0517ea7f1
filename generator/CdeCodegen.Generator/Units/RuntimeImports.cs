using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>The runtime types that model files use by their simple name. A model with such a name hides the import.</summary>
internal static class RuntimeImports
{
    private static readonly string[] s_names = ["JsonValues", "JsonNames", "JsonWriter", "JsonReader", "JsonShape", "JsonRule", "JsonTokens", "JsonItems"];

    /// <summary>The imported names that these models hide, in the order of the models.</summary>
    public static EquatableArray<string> HiddenBy(EquatableArray<TypeModel> types)
    {
        List<string>? hidden = null;
        foreach (TypeModel type in types)
        {
            if (Array.IndexOf(s_names, type.Name) >= 0)
            {
                (hidden ??= []).Add(type.Name);
            }
        }

        return hidden?.ToEquatableArray() ?? default;
    }
}

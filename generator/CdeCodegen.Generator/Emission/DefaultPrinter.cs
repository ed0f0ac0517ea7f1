using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the constant of a documented default, below its property. A caller can name it; nothing sends it by itself.</summary>
internal static class DefaultPrinter
{
    public static void Print(SourceWriter w, TypeRef type, DefaultModel? value, TypeNames names)
    {
        if (value is null)
        {
            return;
        }

        bool isText = type.Kind == TypeKind.String || type is { Kind: TypeKind.Enum, EnumValue: TypeKind.String };
        string literal = isText ? Literals.Quote(value.Value) : value.Value;
        w.Line(type.Kind == TypeKind.Enum
            ? $"public static {names.Of(type)} {value.Name} => new({literal});"
            : $"public const {names.Of(type)} {value.Name} = {literal};");
    }
}

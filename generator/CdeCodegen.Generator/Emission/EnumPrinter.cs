using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// Prints an open enumeration: a struct that holds the JSON value, with a static property for each known value, in the style of the Azure SDK.
/// An unknown value survives a round trip.
/// </summary>
internal static class EnumPrinter
{
    public static void Print(SourceWriter w, ModelsUnit unit, EnumModel type)
    {
        string name = type.Name;
        var members = new HashSet<string>(StringComparer.Ordinal) { name };
        foreach (EnumMemberModel member in type.Members)
        {
            members.Add(member.Name);
        }

        bool isText = type.Value == TypeKind.String;
        string valueType = type.Value switch
        {
            TypeKind.Int32 => "int",
            TypeKind.Int64 => "long",
            _ => "string",
        };
        string value = FreshName.For("Value", members);

        Docs.Write(w, type.Doc);
        ModelFile.PrintConverter(w, "ApiEnumConverter", name);
        w.Line($"{ModelFile.Access(unit)} readonly partial struct {name} : {TypeNames.Generated}IApiEnum, global::System.IEquatable<{name}>");
        w.Open();
        w.Line("/// <summary>Creates a value, known or unknown.</summary>");
        w.Line($"public {name}({valueType} value) => {value} = value;");
        foreach (EnumMemberModel member in type.Members)
        {
            string literal = isText ? Literals.Quote(member.Value) : member.Value;
            w.Gap();
            Docs.Write(w, member.Doc, "<c>" + DocXml.Escape(member.Value) + "</c>");
            w.Line($"public static {name} {member.Name} => new({literal});");
        }

        w.Gap();
        w.Line($"private {valueType}{(isText ? "?" : "")} {value} {{ get; }}");
        w.Gap();
        w.Line(isText
            ? $"string? {TypeNames.Generated}IApiEnum.Text => {value};"
            : $"string {TypeNames.Generated}IApiEnum.Text => ToString();");
        w.Gap();
        w.Line($"public static implicit operator {name}({valueType} value) => new(value);");
        if (!isText)
        {
            w.Gap();
            w.Line($"public static explicit operator {valueType}({name} value) => value.{value};");
        }

        w.Gap();
        w.Line($"public static bool operator ==({name} left, {name} right) => left.{value} == right.{value};");
        w.Gap();
        w.Line($"public static bool operator !=({name} left, {name} right) => left.{value} != right.{value};");
        w.Gap();
        w.Line($"public bool Equals({name} other) => {value} == other.{value};");
        w.Gap();
        w.Line($"public override bool Equals(object? obj) => obj is {name} other && {value} == other.{value};");
        w.Gap();
        w.Line($"public override int GetHashCode() => {value}{(isText ? "?.GetHashCode() ?? 0" : ".GetHashCode()")};");
        w.Gap();
        w.Line($"public override string ToString() => {value}{(isText ? " ?? \"\"" : ".ToString(global::System.Globalization.CultureInfo.InvariantCulture)")};");
        var item = new TypeRef(TypeKind.Enum, name, EnumValue: type.Value);
        ModelFile.PrintCollectionReaders(w, type, item, JsonReading.InModel(unit, TypeNames.InModels(unit.Context), members));
        w.Close();
    }
}

using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints how an object is sent as a multipart body: files as files, scalars as text, everything else as JSON.</summary>
internal static class PartsPrinter
{
    public static void Print(SourceWriter w, ObjectModel type)
    {
        w.Gap();
        w.Line($"internal void WriteParts(ref {TypeNames.Generated}ApiRequest request)");
        w.Open();
        foreach (PropertyModel property in type.Properties)
        {
            if (property.IsWritten)
            {
                PrintPart(w, property);
            }
        }

        if (type.Additional is { } additional)
        {
            w.GapAfterBlock();
            PrintEntries(w, additional.PropertyName, additional.Type, additional.IsNullable, "request");
        }

        w.Close();
    }

    /// <summary>Prints the parts whose names the caller chooses: a file, a text or JSON for each entry of a map.</summary>
    /// <param name="w">The file.</param>
    /// <param name="map">The map.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="isNullable">Whether a value can be null, which is not sent.</param>
    /// <param name="request">The variable of the request.</param>
    public static void PrintEntries(SourceWriter w, string map, TypeRef type, bool isNullable, string request)
    {
        w.Line($"foreach (var entry in {map})");
        w.Open();

        // JSON without a schema is a text, a number or a list of them, as a form has them.
        if (type.Kind == TypeKind.Json)
        {
            w.Line($"{request}.MultipartField(entry.Key, entry.Value);");
        }
        else
        {
            PrintPart(w, "entry.Key", "entry.Value", type, isNullable, "", request);
        }

        w.Close();
    }

    private static void PrintPart(SourceWriter w, PropertyModel property)
    {
        string name = Literals.Quote(property.WireName);
        string value = property.Name;
        if (property.IsOptional)
        {
            // A part cannot be null, so null is sent like an absent value.
            value += ".GetValueOrDefault()";
        }

        string mediaType = property.PartMediaType is { } known ? ", " + Literals.Quote(known) : "";
        w.GapAfterBlock();
        PrintPart(w, name, value, property.Type, property.IsNullableMember || property.IsOptional, mediaType, "request");
    }

    private static void PrintPart(SourceWriter w, string name, string value, TypeRef type, bool mayBeNull, string mediaType, string request)
    {
        if (type.Kind == TypeKind.Stream)
        {
            w.Line($"{request}.MultipartFile({name}, {value}{mediaType});");
        }
        else if (type is { Kind: TypeKind.List, Item.Kind: TypeKind.Stream })
        {
            w.Line($"{request}.MultipartFiles({name}, {value}{mediaType});");
        }
        else if (type is { Kind: TypeKind.List, IsItemNullable: false, Item: { Kind: TypeKind.Object or TypeKind.Union } item })
        {
            // One part per item (OpenAPI 3.1, Encoding Object), as for lists of strings and of files.
            if (mayBeNull)
            {
                w.Line($"if ({value} is not null)");
                w.Open();
            }

            w.Line($"foreach (var item in {value})");
            w.Open();
            JsonWriting json = JsonWriting.Plain;
            w.Line($"var {json.Writer} = {request}.StartJson();");
            json.Value(w, item, "item");
            w.GapAfterBlock();
            w.Line($"{request}.MultipartJson({name}, {json.Writer}{mediaType});");
            w.Close();
            if (mayBeNull)
            {
                w.Close();
            }
        }
        else if (JsonMethods.IsJson(type) && (JsonMethods.IsModel(type) || type.Kind is TypeKind.Json or TypeKind.Map))
        {
            if (mayBeNull)
            {
                w.Line($"if ({value} is not null)");
            }

            JsonWriting json = JsonWriting.Plain;
            w.Open();
            w.Line($"var {json.Writer} = {request}.StartJson();");
            json.Value(w, type, mayBeNull && type.IsValueType ? value + ".Value" : value);
            w.GapAfterBlock();
            w.Line($"{request}.MultipartJson({name}, {json.Writer}{mediaType});");
            w.Close();
        }
        else if (JsonMethods.IsJson(type))
        {
            w.Line(mediaType.Length == 0 ? $"{request}.MultipartField({name}, {value});" : $"{request}.MultipartText({name}, {value}{mediaType});");
        }
    }
}

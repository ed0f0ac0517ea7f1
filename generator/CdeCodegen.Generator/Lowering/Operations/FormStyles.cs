using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>
/// The styles of the fields of an <c>application/x-www-form-urlencoded</c> body. By default a list repeats its name and an object is JSON text, as the
/// specification shows it (Encoding Object).
/// </summary>
internal static class FormStyles
{
    public static EquatableArray<FieldStyleModel> Of(MediaType media, ObjectDraft form)
    {
        List<(ParameterStyle Style, bool IsReservedAllowed, List<string> Names)>? groups = null;
        foreach (PropertyDraft property in form.Properties)
        {
            FieldStyle? style = media.StyleOf(property.WireName);
            if (StyleOf(media, property, style) is not { } chosen)
            {
                continue;
            }

            bool isReservedAllowed = style?.AllowReserved == true;
            groups ??= [];
            int at = groups.FindIndex(group => group.Style == chosen && group.IsReservedAllowed == isReservedAllowed);
            if (at < 0)
            {
                at = groups.Count;
                groups.Add((chosen, isReservedAllowed, []));
            }

            groups[at].Names.Add(property.WireName);
        }

        if (groups is null)
        {
            return default;
        }

        var models = new List<FieldStyleModel>(groups.Count);
        foreach ((ParameterStyle style, bool isReservedAllowed, List<string> names) in groups)
        {
            models.Add(new FieldStyleModel(style, isReservedAllowed, names.ToEquatableArray()));
        }

        return models.ToEquatableArray();
    }

    /// <returns>Null for the default.</returns>
    private static ParameterStyle? StyleOf(MediaType media, PropertyDraft property, FieldStyle? style)
    {
        TypeKind kind = property.Type.Type.Kind;
        bool isList = kind == TypeKind.List;
        bool isComposite = isList || kind is TypeKind.Map or TypeKind.Object or TypeKind.Union or TypeKind.Json;
        if (style is null)
        {
            // A value in JSON is quoted. Lists are encoded item by item, so that only objects within them are JSON.
            return !isList && media.ContentTypeOf(property.WireName) is { } type && MediaTypes.KindOf(type) == BodyKind.Json ? ParameterStyle.Json : null;
        }

        if (!isComposite)
        {
            return style.AllowReserved ? ParameterStyle.Exploded : null;
        }

        ParameterStyle chosen = style.Name switch
        {
            "deepObject" => ParameterStyle.DeepObject,
            "spaceDelimited" when !style.Explode => ParameterStyle.Space,
            "pipeDelimited" when !style.Explode => ParameterStyle.Pipe,
            "tab" => ParameterStyle.Tab,
            _ => style.Explode || style.Name is "spaceDelimited" or "pipeDelimited" ? ParameterStyle.Exploded : ParameterStyle.Comma,
        };
        return isList && chosen == ParameterStyle.Exploded && !style.AllowReserved ? null : chosen;
    }
}

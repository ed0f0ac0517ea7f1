using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>
/// The styles of parameters: the tables "Style Values" and "Style Examples" of the specification. What they leave undefined is sent as the server most likely
/// reads it, and reported.
/// </content>
internal sealed partial class OperationLowering
{
    /// <summary>The positions of styles and headers that were reported: operations share parameters and headers.</summary>
    private readonly HashSet<int> _reported = [];

    /// <summary>What was reported once. Documents that have one list in style <c>deepObject</c> have hundreds.</summary>
    private readonly HashSet<string> _reportedOnce = new(StringComparer.Ordinal);

    private ParameterStyle PathStyle(ApiParameter parameter, TypeUse type)
    {
        bool isComposite = type.Kind is TypeKind.List or TypeKind.Map;
        if (parameter.ContentType is not null)
        {
            bool isNumber = type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal or TypeKind.Boolean
                || type.Draft is EnumDraft { Value: not TypeKind.String };
            return !isNumber && MediaTypes.KindOf(parameter.ContentType) == BodyKind.Json ? ParameterStyle.Json : ParameterStyle.Simple;
        }

        ReportStyle(parameter, type);
        bool isExploded = isComposite && parameter.Explode == true;
        return parameter.Style switch
        {
            "label" => isExploded ? ParameterStyle.LabelExploded : ParameterStyle.Label,
            "matrix" => isExploded ? ParameterStyle.MatrixExploded : ParameterStyle.Matrix,
            _ when parameter.AllowReserved && !isComposite => ParameterStyle.Reserved,
            "spaceDelimited" when isComposite && parameter.IsCollectionFormat => ParameterStyle.Space,
            "pipeDelimited" when isComposite && parameter.IsCollectionFormat => ParameterStyle.Pipe,
            "tab" when isComposite => ParameterStyle.Tab,
            _ => isExploded ? ParameterStyle.Exploded : ParameterStyle.Simple,
        };
    }

    private ParameterStyle Style(ApiParameter parameter, TypeUse type)
    {
        if (parameter.ContentType is not null)
        {
            return MediaTypes.KindOf(parameter.ContentType) == BodyKind.Json ? ParameterStyle.Json : ParameterStyle.Exploded;
        }

        ReportStyle(parameter, type);
        bool isExploded = parameter.Explode ?? parameter.Style is "form" or "cookie" || (parameter.Style is null && parameter.Place != ParameterLocation.Header);
        bool canBeDelimited = parameter.Place == ParameterLocation.Query ? !isExploded : parameter.IsCollectionFormat;
        return parameter.Style switch
        {
            "spaceDelimited" when canBeDelimited => ParameterStyle.Space,
            "pipeDelimited" when canBeDelimited => ParameterStyle.Pipe,
            "tab" => ParameterStyle.Tab,
            _ when parameter.Place == ParameterLocation.Header => isExploded ? ParameterStyle.Exploded : ParameterStyle.Simple,
            "cookie" when parameter.Place == ParameterLocation.Cookie => isExploded ? ParameterStyle.CookieExploded : ParameterStyle.Cookie,
            "deepObject" when parameter.Place == ParameterLocation.Query => ParameterStyle.DeepObject,
            _ => isExploded ? ParameterStyle.Exploded : ParameterStyle.Comma,
        };
    }

    /// <summary>Reports a style that the specification does not permit in this place, or whose result for the type it does not define.</summary>
    private void ReportStyle(ApiParameter parameter, TypeUse type)
    {
        if (parameter.IsCollectionFormat)
        {
            return;
        }

        bool isList = type.Kind == TypeKind.List;
        bool isObject = type.Kind is TypeKind.Object or TypeKind.Map;
        bool isScalar = IsScalar(type.Kind);
        string place = parameter.Place switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Header => "header",
            ParameterLocation.Cookie => "cookie",
            _ => "query",
        };
        switch (parameter.Style)
        {
            case "matrix" or "label" when place == "path":
            case "simple" when place is "path" or "header":
            case "form" when place == "query":
            case null when place != "cookie":
                break;
            case "form" or "cookie" or null when place == "cookie":
                if (parameter.Explode == false && (isList || isObject))
                {
                    Report("A list or an object in one cookie", parameter.Style == "cookie" ? "its commas, which cookies do not allow, are sent" : "its commas are sent as %2C");
                }

                break;
            case "spaceDelimited" or "pipeDelimited" when place == "query":
                if (isScalar)
                {
                    Report($"A single value in style {parameter.Style}", "it is sent as name=value");
                }
                else if (parameter.Explode == true && (isList || isObject))
                {
                    Report($"The style {parameter.Style} with explode", "it is sent in style form");
                }

                break;
            case "deepObject" when place == "query":
                if (isScalar)
                {
                    Report("A single value in style deepObject", "it is sent as name=value");
                }
                else if (isList)
                {
                    ReportOnce("A list in style deepObject", "its items are sent as name[0], name[1]");
                }
                else if (HasCompositeMember(parameter.Schema, isListRepeated: false))
                {
                    ReportOnce("A list or an object within an object in style deepObject", "its parts are sent as name[member][0] and name[member][inner]");
                }

                break;
            default:
                Report($"The style '{parameter.Style}' of a parameter in: {place}", place is "path" or "header" ? "it is sent in style simple" : "it is sent in style form");
                break;
        }

        if (parameter.Style != "deepObject" && HasCompositeItem(type))
        {
            ReportOnce("A list of lists or objects in a parameter", "each item is sent as JSON");
        }
        else if (parameter.Style != "deepObject" && isObject && HasCompositeMember(parameter.Schema, isListRepeated: place == "query" && parameter.Explode != false))
        {
            ReportOnce("A list or an object within an object in a parameter", "it is sent as JSON");
        }

        void ReportOnce(string construct, string replacement)
        {
            if (_reportedOnce.Add(construct))
            {
                Report(construct, replacement);
            }
        }

        void Report(string construct, string replacement)
        {
            if (_reported.Add(parameter.StylePosition))
            {
                diagnostics.Report(Descriptors.Degraded, parameter.StyleNode, construct, replacement);
            }
        }
    }

    private static bool HasCompositeItem(TypeUse type) =>
        type is { Kind: TypeKind.List or TypeKind.Map, Item.Kind: TypeKind.List or TypeKind.Map or TypeKind.Object or TypeKind.Union };

    /// <summary>Whether an object has a member that is an object or a list.</summary>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="isListRepeated">Whether a list of scalars is sent as any other: with the name of the member before each item.</param>
    private static bool HasCompositeMember(Schema? schema, bool isListRepeated)
    {
        foreach (KeyValuePair<string, Schema> member in schema is null ? [] : ObjectShape.Of(TypeLowering.ResolveAliases(schema)).Properties)
        {
            Schema value = TypeLowering.ResolveAliases(member.Value);
            value = isListRepeated && value.TypesExceptNull == SchemaTypes.Array && value.Items is { } items ? TypeLowering.ResolveAliases(items) : value;
            if ((value.Types & (SchemaTypes.Object | SchemaTypes.Array)) != 0 || value.HasProperties)
            {
                return true;
            }
        }

        return false;
    }
}

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

    /// <summary>Whether a list in style <c>deepObject</c> was reported. Documents that have one have hundreds.</summary>
    private bool _isDeepListReported;

    private ParameterStyle PathStyle(ApiParameter parameter, TypeUse type)
    {
        bool isComposite = type.Kind is TypeKind.List or TypeKind.Map;
        if (parameter.ContentType is not null)
        {
            return isComposite && MediaTypes.KindOf(parameter.ContentType) == BodyKind.Json ? ParameterStyle.Json : ParameterStyle.Simple;
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
        if (parameter.Place == ParameterLocation.QueryString)
        {
            return ParameterStyle.Exploded; // each field becomes a separate pair
        }

        if (parameter.ContentType is not null)
        {
            return type.IsString ? ParameterStyle.Exploded : ParameterStyle.Json;
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
                else if (isList && !_isDeepListReported)
                {
                    _isDeepListReported = true;
                    Report("A list in style deepObject", "its items are sent as name[0], name[1]");
                }

                break;
            default:
                Report($"The style '{parameter.Style}' of a parameter in: {place}", place is "path" or "header" ? "it is sent in style simple" : "it is sent in style form");
                break;
        }

        void Report(string construct, string replacement)
        {
            if (_reported.Add(parameter.StylePosition))
            {
                diagnostics.Report(Descriptors.Degraded, parameter.StyleNode, construct, replacement);
            }
        }
    }
}

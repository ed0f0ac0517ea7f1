using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>Parameters that are the whole query of a URL: <c>in: querystring</c> of OpenAPI 3.2.</content>
internal sealed partial class OperationLowering
{
    /// <summary>
    /// The fields of a form are pairs of the query. Anything else is the query itself: the JSON or the text, percent-encoded.
    /// </summary>
    private ParameterDraft QueryString(OperationDraft draft, ApiParameter parameter)
    {
        if (draft.Source.Parameters.Exists(other => !ReferenceEquals(other, parameter) && other.Place is ParameterLocation.Query or ParameterLocation.QueryString))
        {
            ReportParameter(parameter, "A parameter in: querystring beside another one of the query", "both are sent, with '&' between them");
        }

        TypeUse type = types.Lower(parameter.Schema, NameHint.Of(draft.Name, parameter.Name)).Type;
        bool isForm = parameter.ContentType is { } media ? MediaTypes.KindOf(media) == BodyKind.FormUrlEncoded : ContentShapes.HasStructure(parameter.Schema);
        if (parameter.ContentType is null)
        {
            ReportParameter(
                parameter, "A parameter in: querystring without 'content'", isForm ? "it is sent as application/x-www-form-urlencoded" : "its text is the query");
        }

        ParameterPlace place = ParameterPlace.Query;
        ParameterStyle style = ParameterStyle.Exploded;
        if (!isForm)
        {
            bool isJson = parameter.ContentType is { } described && MediaTypes.KindOf(described) == BodyKind.Json;
            place = ParameterPlace.QueryString;
            style = isJson ? ParameterStyle.Json : ParameterStyle.Simple;
            type = isJson ? type : TypeUse.String;
        }
        else if (type.Kind is not (TypeKind.Object or TypeKind.Union or TypeKind.Map))
        {
            if (type.Kind != TypeKind.Json)
            {
                ReportParameter(parameter, "A form whose fields are not named", "its fields are a map of strings");
            }

            type = new TypeUse(TypeKind.Map, type.Kind == TypeKind.Json ? TypeUse.Json : TypeUse.String, itemNullable: false);
        }

        reachability.Write(type);
        return new ParameterDraft(parameter, place, type, style, Doc(parameter, type));
    }

    private void ReportParameter(ApiParameter parameter, string construct, string replacement)
    {
        if (_reportedOnce.Add(parameter.Position + construct))
        {
            diagnostics.Report(Descriptors.Degraded, parameter.Node, construct, replacement);
        }
    }
}

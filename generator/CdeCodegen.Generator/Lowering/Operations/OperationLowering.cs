using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Lowers one operation: its path, parameters, body and responses. Types are left to <see cref="TypeLowering"/>.</summary>
internal sealed partial class OperationLowering(TypeLowering types, Reachability reachability, NameScope names, DiagnosticBag diagnostics)
{
    /// <summary>Names of operations: those of their results and query classes derive from them.</summary>
    private readonly NameScope _operations = new();

    /// <returns>Null (reported) when the operation cannot be called with what is supported.</returns>
    public OperationDraft? Lower(ApiOperation operation)
    {
        if (Unsupported(operation) is { } construct)
        {
            diagnostics.Report(Descriptors.Skipped, operation.Node, construct, $"the operation {operation.Method} {operation.Path} is left out");
            return null;
        }

        if (operation.ServerUrl is not null)
        {
            diagnostics.Report(
                Descriptors.Degraded, operation.Node["servers"] ?? operation.Node, "A server of an operation or a path", $"{operation.Method} {operation.Path} is sent to the client's base URL");
        }

        string name = Name(operation);
        var draft = new OperationDraft(operation, name, names.Take(name + "Result"));
        (draft.Segments, draft.Query, draft.Fragment) = PathTemplates.Parse(operation.Path);
        foreach (KeyValuePair<string, ApiParameter?> match in PathTemplates.Match(operation, draft.Segments, diagnostics))
        {
            draft.PathValues.Add(match.Key, PathValue(draft, match.Key, match.Value));
        }

        foreach (ApiParameter parameter in operation.Parameters)
        {
            if (parameter.Place != ApiPlace.Path && !IsImplied(parameter))
            {
                draft.Parameters.Add(Parameter(draft, parameter));
            }
        }

        if (operation.Body is { } body)
        {
            draft.Body = Body(draft, body);
        }

        foreach (ApiResponse response in operation.Responses)
        {
            if (Case(draft, response) is { } @case)
            {
                draft.Cases.Add(@case);
            }
        }

        if (draft.Cases.Count == 0)
        {
            diagnostics.Report(Descriptors.InvalidKeyword, operation.Node, "responses", "the operation documents no response; any is taken");
            draft.Cases.Add(new CaseDraft("Default", StatusKind.Default, 0, null, [], DocText.None));
        }

        return draft;
    }

    private static string? Unsupported(ApiOperation operation)
    {
        int query = operation.Path.IndexOf('?');
        if (query >= 0 && operation.Path.IndexOf('{', query) >= 0)
        {
            return "A parameter in the query string of a path template";
        }

        foreach (ApiParameter parameter in operation.Parameters)
        {
            if (parameter.Place == ApiPlace.QueryString)
            {
                return "A parameter in: querystring";
            }

            if (parameter.Place == ApiPlace.Path && parameter.Style is "matrix" or "label")
            {
                return $"The style '{parameter.Style}'";
            }
        }

        return null;
    }

    private string Name(ApiOperation operation)
    {
        if (operation.Id is { } id)
        {
            string wanted = Identifiers.Pascal(id);
            string taken = _operations.Take(wanted);
            if (taken != wanted)
            {
                diagnostics.Report(Descriptors.DuplicateOperationId, operation.Node["operationId"] ?? operation.Node, id, taken);
            }

            return taken;
        }

        // GET /connectors/{id}/versions: GetConnectorsByIdVersions
        var text = new System.Text.StringBuilder(Identifiers.Pascal(operation.Method.ToLowerInvariant()));
        (List<List<TemplatePart>> segments, string query, string fragment) = PathTemplates.Parse(operation.Path);
        foreach (List<TemplatePart> segment in segments)
        {
            foreach (TemplatePart part in segment)
            {
                text.Append(part.IsValue ? "By" : "").Append(Identifiers.Pascal(part.Text));
            }
        }

        if (query.Length + fragment.Length > 0)
        {
            text.Append(Identifiers.Pascal(query + fragment));
        }

        return _operations.Take(text.ToString());
    }

    private PathValueDraft PathValue(OperationDraft draft, string templateName, ApiParameter? declared)
    {
        if (declared is null)
        {
            return new PathValueDraft(templateName, TypeUse.String, DocText.None);
        }

        TypeUse type = types.Lower(declared.Schema, NameHint.Of(draft.Name, declared.Name)).Type;
        bool isSimple = IsScalar(type) || (type.Kind == TypeKind.List && IsScalar(type.Item!));
        type = isSimple ? type : TypeUse.String;
        reachability.Write(type);
        return new PathValueDraft(declared.Name, type, DocTexts.Of(null, declared.Description, declared.Deprecated));
    }

    /// <summary>The specification gives these headers other homes: the body, the response, the security scheme.</summary>
    private static bool IsImplied(ApiParameter parameter) =>
        parameter.Place == ApiPlace.Header
        && (parameter.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));

    private ParameterDraft Parameter(OperationDraft draft, ApiParameter parameter)
    {
        TypeUse type = types.Lower(parameter.Schema, NameHint.Of(draft.Name, parameter.Name)).Type;
        ParameterPlace place = parameter.Place switch
        {
            ApiPlace.Header => ParameterPlace.Header,
            ApiPlace.Cookie => ParameterPlace.Cookie,
            _ => ParameterPlace.Query,
        };
        if (parameter.ContentType is not null)
        {
            type = MediaTypes.KindOf(parameter.ContentType) == BodyKind.Json ? type : TypeUse.String;
        }
        else if (type.Kind == TypeKind.Json)
        {
            type = TypeUse.String;
        }

        reachability.Write(type);
        return new ParameterDraft(parameter, place, type, Style(parameter, type), DocTexts.Of(null, parameter.Description, parameter.Deprecated));
    }

    private static ParameterStyle Style(ApiParameter parameter, TypeUse type)
    {
        if (parameter.ContentType is not null && !type.IsString)
        {
            return ParameterStyle.Json;
        }

        bool isForm = parameter.Style is null or "form";
        return parameter.Style switch
        {
            "deepObject" => ParameterStyle.DeepObject,
            "spaceDelimited" => parameter.Explode == true ? ParameterStyle.Exploded : ParameterStyle.Space,
            "pipeDelimited" => parameter.Explode == true ? ParameterStyle.Exploded : ParameterStyle.Pipe,
            "tab" => ParameterStyle.Tab,
            _ when parameter.Place == ApiPlace.Header => ParameterStyle.Simple,
            _ => isForm && parameter.Explode != false ? ParameterStyle.Exploded : ParameterStyle.Comma,
        };
    }

    private static bool IsScalar(TypeUse type) => type.Kind is not (TypeKind.Json or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.Stream);
}

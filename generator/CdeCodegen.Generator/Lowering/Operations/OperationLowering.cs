using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Lowers the path, parameters, body and responses of an operation. Uses <see cref="TypeLowering"/> for types.</summary>
/// <param name="names">The names in the client's namespace.</param>
/// <param name="server">The URL of the document's server, or null.</param>
internal sealed partial class OperationLowering(TypeLowering types, Reachability reachability, NameScope names, string? server, DiagnosticBag diagnostics)
{
    /// <summary>The names of operations. Names of results and query classes derive from them.</summary>
    private readonly NameScope _operations = new();

    /// <summary>The first operation id with each C# name.</summary>
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The first other operation id with each C# name that several have.</summary>
    private readonly Dictionary<string, string> _otherIds = new(StringComparer.Ordinal);

    /// <summary>The operation ids that several operations have.</summary>
    private readonly HashSet<string> _repeatedIds = new(StringComparer.Ordinal);

    /// <summary>The first path of each method and template without the names of its parameters.</summary>
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal);

    /// <summary>The methods and paths of operations.</summary>
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private readonly ContentShapes _shapes = new(new Fingerprints());

    /// <summary>Finds the operation ids that several operations have.</summary>
    public void FindRepeatedIds(List<ApiOperation> operations)
    {
        foreach (ApiOperation operation in operations)
        {
            _paths.Add(operation.Method + operation.Path);
            if (operation.Id is not { } id)
            {
                continue;
            }

            string name = Identifiers.Pascal(id);
            if (!_ids.TryGetValue(name, out string? first))
            {
                _ids.Add(name, id);
            }
            else if (first == id || (_otherIds.TryGetValue(name, out string? other) && other == id))
            {
                _repeatedIds.Add(id);
            }
            else if (other is null)
            {
                _otherIds.Add(name, id);
            }
        }
    }

    /// <returns>Null, with a diagnostic, if the operation needs an unsupported feature.</returns>
    public OperationDraft? Lower(ApiOperation operation)
    {
        string template = QueryTemplates.Normalize(operation.Path);
        (List<List<TemplatePart>> segments, string query, string fragment) = PathTemplates.Parse(template);
        List<ApiParameter>? parameters = QueryTemplates.Take(operation, segments, query, isExpression: template != operation.Path, out string sentQuery);
        if (parameters is null)
        {
            diagnostics.Report(
                Descriptors.Skipped, operation.Node, "A query string with parameters in a path template",
                $"the operation {operation.Method} {operation.Path} is left out");
            return null;
        }

        ReportEqualPath(operation, segments, query + fragment);
        if (segments.Find(static segment => segment.Count == 1 && segment[0] is { IsValue: false, Text: "." or ".." }) is { } dots)
        {
            diagnostics.Report(Descriptors.Degraded, operation.Node, $"The segment '{dots[0].Text}' of a path", "it is resolved before the request is sent, as in every URL");
        }

        string name = Name(operation, segments, query + fragment);
        var draft = new OperationDraft(operation, name, names.Take(name + "Result"))
        {
            Segments = segments,
            Query = query,
            SentQuery = sentQuery,
            Fragment = fragment,
            Server = Server(operation),
        };
        foreach (KeyValuePair<string, ApiParameter?> match in PathTemplates.Match(operation, parameters, segments, diagnostics))
        {
            draft.PathValues.Add(match.Key, PathValue(draft, match.Key, match.Value));
        }

        foreach (ApiParameter parameter in parameters)
        {
            if (parameter.Place == ParameterLocation.Path)
            {
                continue;
            }

            if (!IsImplied(parameter))
            {
                draft.Parameters.Add(Parameter(draft, parameter));
            }
            else if (parameter.IsCollectionFormat && parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && _reportedOnce.Add(parameter.Name))
            {
                // OpenAPI 3 says that it is to be ignored, Swagger 2.0 does not.
                diagnostics.Report(Descriptors.Degraded, parameter.Node, "A parameter for the header Authorization", "the client's credentials are sent");
            }
        }

        if (operation.Body is { } body)
        {
            AddBodies(draft, body);
        }

        foreach (ApiResponse response in operation.Responses)
        {
            if (Case(draft, response) is { } @case)
            {
                draft.Cases.Add(@case);
            }
        }

        AddVariants(draft);
        if (draft.Cases.Count == 0)
        {
            diagnostics.Report(Descriptors.InvalidKeyword, operation.Node, "responses", "the operation documents no response; any response is accepted");
            draft.Cases.Add(new CaseDraft("Default", StatusKind.Default, 0, null, [], DocText.None));
        }

        return draft;
    }

    /// <summary>Reports an operation whose path differs from that of an earlier one only in the names of its parameters. The specification forbids it.</summary>
    private void ReportEqualPath(ApiOperation operation, List<List<TemplatePart>> segments, string suffix)
    {
        var key = new System.Text.StringBuilder(operation.Method);
        foreach (List<TemplatePart> segment in segments)
        {
            key.Append('/');
            foreach (TemplatePart part in segment)
            {
                key.Append(part.IsValue ? "{}" : part.Text);
            }
        }

        string template = key.Append(suffix).ToString();
        if (!_templates.TryGetValue(template, out string? earlier))
        {
            _templates.Add(template, operation.Path);
        }
        else if (earlier != operation.Path)
        {
            diagnostics.Report(
                Descriptors.Degraded, operation.Node, $"A path that differs from '{earlier}' only in the names of its parameters",
                "both operations are generated, and send requests to the same URLs");
        }
    }

    /// <summary>
    /// Null unless the operation declares its own server. A path belongs to the host of the client's base URL. Another relative URL without a base is
    /// reported, and the client's base URL is used.
    /// </summary>
    private string? Server(ApiOperation operation)
    {
        if (operation.ServerUrl is not { } url || url == server)
        {
            return null;
        }

        if (Servers.IsPath(url))
        {
            return url.TrimEnd('/') is { Length: > 0 } path ? path : "/";
        }

        if (url.IndexOf('{') < 0 && Servers.Absolute(url, server) is { } absolute)
        {
            // What is relative to the server of the document is on the host of the client's base URL.
            return absolute == Servers.Absolute(server, null) ? null : Servers.IsRelative(url) ? Servers.PathOf(absolute) : absolute;
        }

        diagnostics.Report(
            Descriptors.Degraded, operation.ServersNode, "This server of an operation or a path",
            $"{operation.Method} {operation.Path} is sent to the client's base URL");
        return null;
    }

    private string Name(ApiOperation operation, List<List<TemplatePart>> segments, string suffix)
    {
        if (operation.Id is { } id)
        {
            string wanted = Identifiers.Pascal(id);
            bool isRepeated = _repeatedIds.Contains(id);
            if (!_otherIds.TryGetValue(wanted, out string? second) && !isRepeated)
            {
                return _operations.Take(wanted);
            }

            // All of them are named after their paths, so that no name depends on the order of the operations.
            string name = _operations.Take(NameOfPath(operation, segments, suffix));
            string? other = _ids[wanted] == id ? second : _ids[wanted];
            diagnostics.Report(
                Descriptors.DuplicateOperationId, operation.IdNode, id, isRepeated ? "is used more than once" : $"has the same name in C# as '{other}'", name);
            return name;
        }

        return _operations.Take(NameOfPath(operation, segments, suffix));
    }

    private string NameOfPath(ApiOperation operation, List<List<TemplatePart>> segments, string suffix)
    {
        // GET /connectors/{id}/versions becomes GetConnectorsByIdVersions.
        var text = new System.Text.StringBuilder(Identifiers.Pascal(operation.Method.ToLowerInvariant()));
        foreach (List<TemplatePart> segment in segments)
        {
            foreach (TemplatePart part in segment)
            {
                text.Append(part.IsValue ? "By" : "").Append(Identifiers.Pascal(part.Text));
            }
        }

        if (operation.Path.EndsWith("/", StringComparison.Ordinal) && _paths.Contains(operation.Method + operation.Path.TrimEnd('/')))
        {
            text.Append("Slash"); // where only the trailing slash tells two operations apart, their names do not depend on their order
        }

        if (suffix.Length > 0)
        {
            text.Append(Identifiers.Pascal(PathTemplates.WithoutNames(suffix)));
        }

        return text.ToString();
    }

    private PathValueDraft PathValue(OperationDraft draft, string templateName, ApiParameter? declared)
    {
        if (declared is null)
        {
            return new PathValueDraft(templateName, TypeUse.String, ParameterStyle.Simple, DocText.None);
        }

        if (templateName != declared.Name)
        {
            // RFC 6570 has the style in the template: {.ext}, {;id}, {;list*}.
            declared.Style ??= templateName[0] switch { '.' => "label", ';' => "matrix", _ => null };
            declared.Explode ??= templateName.EndsWith("*", StringComparison.Ordinal) ? true : null;
        }

        TypeUse type = types.Lower(declared.Schema, NameHint.Of(draft.Name, declared.Name)).Type;
        bool isComposite = type.Kind is TypeKind.List or TypeKind.Map && IsScalar(type.Item!.Kind);
        ParameterStyle? style = null;
        if (!isComposite && !IsScalar(type.Kind))
        {
            if (type.Kind is not (TypeKind.Json or TypeKind.Union))
            {
                diagnostics.Report(
                    Descriptors.Degraded, declared.Node, "A path parameter that is neither a scalar nor a list or map of scalars", "its text is given as it is sent");
                style = ParameterStyle.Reserved;
            }

            type = TypeUse.String;
        }

        reachability.Write(type);
        return new PathValueDraft(declared.Name, type, style ?? PathStyle(declared, type), Doc(declared, type));
    }

    /// <summary>Whether other parts of the document describe the header: the body, the responses, or the security scheme.</summary>
    private static bool IsImplied(ApiParameter parameter) =>
        parameter.Place == ParameterLocation.Header
        && (parameter.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));

    private ParameterDraft Parameter(OperationDraft draft, ApiParameter parameter)
    {
        if (parameter.Place == ParameterLocation.QueryString)
        {
            return QueryString(draft, parameter);
        }

        TypeUse type = types.Lower(parameter.Schema, NameHint.Of(draft.Name, parameter.Name)).Type;
        ParameterPlace place = parameter.Place switch
        {
            ParameterLocation.Header => ParameterPlace.Header,
            ParameterLocation.Cookie => ParameterPlace.Cookie,
            _ => ParameterPlace.Query,
        };
        if (parameter.ContentType is not null)
        {
            type = MediaTypes.KindOf(parameter.ContentType) == BodyKind.Json ? type : TypeUse.String;
        }
        else if (type.Kind == TypeKind.Json)
        {
            // An object whose members are not known has any.
            bool isObject = parameter.Schema is { } schema && TypeLowering.ResolveAliases(schema).TypesExceptNull == SchemaTypes.Object;
            type = isObject ? new TypeUse(TypeKind.Map, TypeUse.Json, itemNullable: false) : TypeUse.String;
        }

        reachability.Write(type);
        return new ParameterDraft(parameter, place, type, Style(parameter, type), Doc(parameter, type));
    }

    private static DocText Doc(ApiParameter parameter, TypeUse type) => DocTexts.OfMember(
        parameter.Name, parameter.Description, parameter.Schema, type, Schema.ValueText(parameter.Node["example"], isQuoted: false), parameter.Deprecated);

    internal static bool IsScalar(TypeKind kind) =>
        kind is not (TypeKind.Json or TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map or TypeKind.Stream);
}

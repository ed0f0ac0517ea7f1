using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Creates the models of operations once all types have names.</summary>
/// <param name="names">The names in the client's namespace.</param>
internal sealed class OperationFinishing(NameScope names, SecurityLowering security, PagingLowering paging)
{
    public OperationModel Finish(OperationDraft draft, List<PathPartModel> path, List<PathValue> values, NameScope members)
    {
        ApiOperation source = draft.Source;
        string verb = Identifiers.Pascal(source.Method.ToLowerInvariant());
        string methodName = members.Take(verb + "Async", verb + draft.Name + "Async");

        // An argument with the name of a path value would hide it, because the builder's primary constructor brings path values into scope.
        var arguments = new NameScope("body", "requestConfiguration", "cancellationToken", "request", "configuration");
        foreach (PathValue value in values)
        {
            arguments.Take(value.Name.TrimStart('@'));
        }

        var required = new List<ParameterModel>();
        var optional = new List<ParameterModel>();
        string? queryClass = draft.Parameters.Exists(p => !p.Source.Required) ? names.Take(draft.Name + "QueryParameters") : null;
        var properties = new NameScope("Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", queryClass ?? "");
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            ApiParameter origin = parameter.Source;
            string name = origin.Required
                ? Argument(arguments, origin.Name)
                : properties.Take(Identifiers.Pascal(origin.Name), Identifiers.Pascal(origin.Name) + "Value");
            (origin.Required ? required : optional).Add(new ParameterModel
            {
                Name = name,
                WireName = origin.Name,
                Place = parameter.Place,
                Type = parameter.Type.Final,
                Style = parameter.Style,
                IsReservedAllowed = origin.AllowReserved,
                Doc = parameter.Doc,
            });
        }

        var operation = new OperationModel
        {
            MethodName = methodName,
            HttpMethod = source.Method,
            OperationId = source.Id,
            Doc = DocTexts.Of(source.Summary, source.Description, source.Deprecated),
            Path = path.ToEquatableArray(),
            Parameters = required.ToEquatableArray(),
            QueryClass = queryClass is null ? null : new QueryClassModel(queryClass, optional.ToEquatableArray()),
            Body = draft.Body?.Finish(),
            Result = draft.ResultName,
            Accept = Accept(draft),
            Security = security.Position(source),
            IsStreamed = draft.Cases.Exists(c => c.Body?.Kind == BodyKind.Binary && (c.Kind == StatusKind.Default || c.IsDocumentedSuccess)),
            Server = draft.Server,
        };
        return operation with { Paging = paging.Lower(draft, operation, verb, members) };
    }

    public static ResultModel FinishResult(OperationDraft draft)
    {
        var cases = new List<ResultCaseModel>(draft.Cases.Count);
        bool documentsSuccess = draft.Cases.Exists(c => c.IsDocumentedSuccess);
        foreach (CaseDraft @case in draft.Cases)
        {
            var scope = new NameScope(
                "Body", "BodyError", "RawBody", "GetBody", "Headers", "StatusCode", "IsSuccess", "EnsureSuccess", "Read",
                "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize");
            foreach (CaseDraft other in draft.Cases)
            {
                scope.Take(other.Name); // a property with the name of a nested case would hide it
            }

            var headers = new List<ResponseHeaderModel>(@case.Headers.Count);
            foreach (HeaderDraft header in @case.Headers)
            {
                string name = Identifiers.Pascal(header.WireName);
                headers.Add(new ResponseHeaderModel(scope.Take(name, name + "Header"), header.WireName, header.Type.Final, header.Doc));
            }

            cases.Add(new ResultCaseModel
            {
                Name = @case.Name,
                Kind = @case.Kind,
                Status = @case.Status,
                IsSuccess = @case.Kind == StatusKind.Default ? !documentsSuccess : @case.IsDocumentedSuccess,
                Body = @case.Body?.Finish(),
                Headers = headers.ToEquatableArray(),
                Doc = @case.Doc,
            });
        }

        return new ResultModel(draft.ResultName, draft.Label, cases.ToEquatableArray()) { Template = Template(draft.Source.Path) };
    }

    private static string Template(string path)
    {
        int end = path.IndexOfAny(['?', '#']);
        return end < 0 ? path : path.Substring(0, end);
    }

    private static string Argument(NameScope scope, string wireName)
    {
        string camel = Identifiers.Camel(wireName);
        string bare = camel.TrimStart('@');
        string taken = scope.Take(bare);
        return taken == bare ? camel : taken;
    }

    /// <summary>The value of the <c>Accept</c> header: the media types that the cases can read, successes first.</summary>
    private static string? Accept(OperationDraft draft)
    {
        var types = new List<string>();
        foreach (CaseDraft @case in draft.Cases)
        {
            if (@case.Body is { } body && !types.Contains(body.MediaType))
            {
                types.Add(body.MediaType);
            }
        }

        return types.Count == 0 ? null : string.Join(", ", types);
    }
}

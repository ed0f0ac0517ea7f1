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
    /// <returns>A method for each shape of the successes and each body, the preferred ones first.</returns>
    public List<OperationModel> Finish(OperationDraft draft, List<PathPartModel> path, List<PathValue> values, NameScope members)
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
        bool isQueryOnly = draft.Parameters.TrueForAll(p => p.Source.Required || p.Place == ParameterPlace.Query);
        string? queryClass = draft.Parameters.Exists(p => !p.Source.Required)
            ? names.Take(draft.Name + (isQueryOnly ? "QueryParameters" : "Parameters"))
            : null;
        NameScope properties = MemberNames.OfObject(queryClass ?? "");
        HashSet<string>? plainArguments = MemberNames.Plain(draft.Parameters, static p => p.Source.Required ? p.Source.Name : null);
        HashSet<string>? plainProperties = MemberNames.Plain(draft.Parameters, static p => p.Source.Required ? null : p.Source.Name);
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            ApiParameter origin = parameter.Source;
            string name = origin.Required
                ? Argument(arguments, origin.Name, plainArguments)
                : MemberNames.Take(properties, origin.Name, plainProperties);
            (origin.Required ? required : optional).Add(new ParameterModel
            {
                Name = name,
                WireName = origin.Name,
                Place = parameter.Place,
                Type = parameter.Type.Final,
                Style = parameter.Style,
                IsReservedAllowed = origin.AllowReserved,
                Constant = parameter.Constant,
                Doc = parameter.Doc,
            });
        }

        AddDefaults(draft.Parameters, optional, properties);
        var operation = new OperationModel
        {
            MethodName = methodName,
            HttpMethod = source.Method,
            OperationId = source.Id,
            Doc = DocTexts.Of(source.Summary, source.Description, source.Deprecated),
            Path = path.ToEquatableArray(),
            Parameters = required.ToEquatableArray(),
            QueryClass = queryClass is null ? null : new QueryClassModel(queryClass, optional.ToEquatableArray()),
            Body = draft.Bodies.Count == 0 ? null : draft.Bodies[0].Finish(),
            Result = draft.ResultName,
            Accept = Accept(draft.Cases, usual: null),
            Security = security.Position(source),
            IsStreamed = IsStreamed(draft.Cases),
            Server = draft.Server,
        };
        var operations = new List<OperationModel>(1 + draft.Variants.Count) { operation with { Paging = paging.Lower(draft, operation, values, verb, members) } };
        AddOverloads(operation, draft, operations, verb, "Async", members);
        foreach (VariantDraft variant in draft.Variants)
        {
            string suffix = "As" + variant.Name + "Async";
            OperationModel asked = operation with
            {
                MethodName = members.Take(verb + suffix, verb + draft.Name + suffix),
                Result = variant.ResultName,
                Accept = Accept(variant.Cases, draft.Cases),
                AsksFor = AsksFor(draft, variant),
                IsStreamed = IsStreamed(variant.Cases),
            };
            operations.Add(asked);
            AddOverloads(asked, draft, operations, verb, suffix, members);
        }

        return operations;
    }

    /// <summary>Gives each optional parameter the constant of its default. The parameters themselves have the first choice of a name.</summary>
    private static void AddDefaults(List<ParameterDraft> parameters, List<ParameterModel> optional, NameScope names)
    {
        int i = 0;
        foreach (ParameterDraft parameter in parameters)
        {
            if (!parameter.Source.Required)
            {
                if (Constants.DefaultConstant(parameter.Source.Schema, parameter.Type) is { } value)
                {
                    optional[i] = optional[i] with { Default = new DefaultModel(names.Take("Default" + optional[i].Name), value) };
                }

                i++;
            }
        }
    }

    /// <summary>Adds the results of an operation: one for each shape of its successes.</summary>
    public static void FinishResults(OperationDraft draft, List<ResultModel> results)
    {
        results.Add(FinishResult(draft, draft.ResultName, draft.Cases));
        foreach (VariantDraft variant in draft.Variants)
        {
            results.Add(FinishResult(draft, variant.ResultName, variant.Cases));
        }
    }

    private static void AddOverloads(
        OperationModel operation, OperationDraft draft, List<OperationModel> operations, string verb, string suffix, NameScope members)
    {
        for (int i = 1; i < draft.Bodies.Count; i++)
        {
            string part = draft.Bodies[i].MethodPart;
            operations.Add(operation with
            {
                Body = draft.Bodies[i].Finish(),
                MethodName = part.Length == 0 ? operation.MethodName : members.Take(verb + part + suffix, verb + part + draft.Name + suffix),
            });
        }
    }

    private static ResultModel FinishResult(OperationDraft draft, string resultName, List<CaseDraft> drafts)
    {
        var cases = new List<ResultCaseModel>(drafts.Count);
        bool documentsSuccess = drafts.Exists(c => c.IsDocumentedSuccess);
        foreach (CaseDraft @case in drafts)
        {
            NameScope scope = MemberNames.OfObject(
                "Body", "BodyError", "RawBody", "GetBody", "GetHeader", "Headers", "StatusCode", "IsSuccess", "EnsureSuccess", "Read");
            foreach (CaseDraft other in drafts)
            {
                scope.Take(other.Name); // a property with the name of a nested case would hide it
            }

            if (@case.Body?.Kind == BodyKind.Binary)
            {
                scope.Take("FileName");
                scope.Take("ContentType");
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

        return new ResultModel(resultName, draft.Label, cases.ToEquatableArray()) { Template = Template(draft.Source.Path) };
    }

    private static string Template(string path)
    {
        int end = path.IndexOfAny(['?', '#']);
        return end < 0 ? path : path.Substring(0, end);
    }

    private static string Argument(NameScope scope, string wireName, HashSet<string>? plain)
    {
        string camel = Identifiers.Camel(MemberNames.Reserved(wireName, plain) ?? wireName);
        string bare = camel.TrimStart('@');
        string taken = scope.Take(bare);
        return taken == bare ? camel : taken;
    }

    private static bool IsStreamed(List<CaseDraft> cases) =>
        cases.Exists(c => c.Body?.Kind is BodyKind.Binary or BodyKind.Items or BodyKind.Events && (c.Kind == StatusKind.Default || c.IsDocumentedSuccess));

    private static string? AsksFor(OperationDraft draft, VariantDraft variant)
    {
        for (int i = 0; i < variant.Cases.Count; i++)
        {
            if (!ReferenceEquals(variant.Cases[i], draft.Cases[i]))
            {
                return variant.Cases[i].Body!.MediaType;
            }
        }

        return null;
    }

    /// <summary>
    /// The value of the <c>Accept</c> header: the media types that the cases can read, successes first. Where a method asks for one shape of several, a server
    /// must not prefer what the other cases have, because the success has that type as well.
    /// </summary>
    /// <param name="cases">The cases of the result.</param>
    /// <param name="usual">The cases of the result of the preferred shape; null if the cases are these.</param>
    private static string? Accept(List<CaseDraft> cases, List<CaseDraft>? usual)
    {
        var types = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < cases.Count; i++)
            {
                bool isFirst = usual is null ? cases[i].IsDocumentedSuccess : !ReferenceEquals(cases[i], usual[i]);
                foreach (string type in pass == 0 == isFirst ? cases[i].MediaTypes : [])
                {
                    if (seen.Add(type))
                    {
                        types.Add(usual is not null && pass == 1 && types.Count > 0 ? type + ";q=0.9" : type);
                    }
                }
            }
        }

        return types.Count == 0 ? null : string.Join(", ", types);
    }
}

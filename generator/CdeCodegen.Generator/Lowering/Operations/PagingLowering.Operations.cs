using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <content>
/// Links that are a parameter of another operation. Its URL is requested with the headers, the credentials and the result of the first one, so that all pages
/// have one result type.
/// </content>
internal sealed partial class PagingLowering
{
    /// <returns>Null, with the problem, if the first operation does not have what the other one needs.</returns>
    private PagingModel? ThroughOperation(
        PagingModel paging, OperationDraft draft, OperationModel operation, List<PathValue> values, PageableExtension pageable, out string problem)
    {
        problem = $"with the operation '{pageable.OperationName}'";
        OperationDraft? next = drafts.Find(d => d.Source.Id == pageable.OperationName);
        bool isSame = next is not null && next.Source.Method == "GET" && next.Bodies.Count == 0 && next.Server is null && draft.Server is null
            && Success(next)?.Body!.Type.Type.Final == Success(draft)?.Body!.Type.Type.Final;
        if (next is null || !isSame)
        {
            problem += ", which is no GET of the client's server with the same body of the response";
            return null;
        }

        Dictionary<string, string> known = Known(draft, operation, values);
        if (LinkParameter(next, known, pageable.NextLinkName!) is not { } linkName)
        {
            problem += ", which needs more than the link and the parameters of the first operation";
            return null;
        }

        known[linkName] = "";
        var url = new List<PathPartModel>();
        bool isComplete = AddPath(url, next, known) && AddQuery(url, next, operation, known);
        if (!isComplete)
        {
            problem += ", whose parameters are not the ones of the first operation";
            return null;
        }

        return paging with
        {
            Url = url.ToEquatableArray(),
            IsLinkPath = url.Exists(static part => part.IsValue && part.Text.Length == 0 && part.Style == ParameterStyle.Reserved),
        };
    }

    /// <summary>The C# names of the values that the first operation has, by the names of its path and required query parameters.</summary>
    private static Dictionary<string, string> Known(OperationDraft draft, OperationModel operation, List<PathValue> values)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        int i = 0;
        foreach (List<TemplatePart> segment in draft.Segments)
        {
            foreach (TemplatePart part in segment)
            {
                if (part.IsValue)
                {
                    known[draft.PathValues[part.Text].WireName] = values[i++].Name;
                }
            }
        }

        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Place == ParameterPlace.Query)
            {
                known[parameter.WireName] = parameter.Name;
            }
        }

        return known;
    }

    /// <summary>Returns the parameter that is the link: the one with the name of the link, or the one that the first operation lacks. Empty for none.</summary>
    private static string? LinkParameter(OperationDraft next, Dictionary<string, string> known, string linkName)
    {
        linkName = linkName.Substring(linkName.LastIndexOf('.') + 1);
        string? lacking = null;
        bool areSeveralLacking = false;
        foreach (ApiParameter parameter in next.Source.Parameters)
        {
            bool isOfUrl = parameter.Place == ParameterLocation.Path || (parameter.Place == ParameterLocation.Query && parameter.Required);
            if (isOfUrl && parameter.Name.Equals(linkName, StringComparison.OrdinalIgnoreCase))
            {
                return parameter.Name;
            }

            if (isOfUrl && !known.ContainsKey(parameter.Name))
            {
                areSeveralLacking |= lacking is not null;
                lacking = parameter.Name;
            }
        }

        return areSeveralLacking ? null : lacking ?? "";
    }

    private static bool AddPath(List<PathPartModel> url, OperationDraft next, Dictionary<string, string> known)
    {
        foreach (List<TemplatePart> segment in next.Segments)
        {
            url.Add(new PathPartModel(false, "/"));
            foreach (TemplatePart part in segment)
            {
                if (!part.IsValue)
                {
                    url.Add(new PathPartModel(false, PathTemplates.Encode(part.Text)));
                    continue;
                }

                PathValueDraft value = next.PathValues[part.Text];
                if (!known.TryGetValue(value.WireName, out string? name) || value.Style is not (ParameterStyle.Simple or ParameterStyle.Reserved))
                {
                    return false;
                }

                url.Add(new PathPartModel(true, name, part.IsReserved ? ParameterStyle.Reserved : value.Style));
            }
        }

        return true;
    }

    private static bool AddQuery(List<PathPartModel> url, OperationDraft next, OperationModel operation, Dictionary<string, string> known)
    {
        string separator = next.SentQuery.Length == 0 ? "?" : "&";
        if (next.SentQuery.Length > 0)
        {
            url.Add(new PathPartModel(false, "?" + PathTemplates.Encode(next.SentQuery)));
        }

        foreach (ParameterDraft parameter in next.Parameters)
        {
            if (!parameter.Source.Required)
            {
                continue;
            }

            string wireName = parameter.Source.Name;
            if (parameter.Place != ParameterPlace.Query)
            {
                if (!IsSent(operation, wireName, parameter.Place))
                {
                    return false;
                }

                continue;
            }

            if (!known.TryGetValue(wireName, out string? name) || !OperationLowering.IsScalar(parameter.Type.Kind))
            {
                return false;
            }

            url.Add(new PathPartModel(false, separator + Uri.EscapeDataString(wireName) + "="));
            url.Add(new PathPartModel(true, name));
            separator = "&";
        }

        return true;
    }

    /// <summary>Whether the first operation has a required header or cookie of this name, which its requests then have.</summary>
    private static bool IsSent(OperationModel operation, string wireName, ParameterPlace place)
    {
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Place == place && parameter.WireName.Equals(wireName, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

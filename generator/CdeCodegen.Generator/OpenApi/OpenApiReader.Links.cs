using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Links of responses. One that leads to its own operation with a value of the response describes a list in pages.</content>
internal sealed partial class OpenApiReader
{
    private const string BodyExpression = "$response.body#/";
    private const string HeaderExpression = "$response.header.";

    private void ReadLinks(ApiOperation operation, string status, SpecNode? links)
    {
        bool isSuccess = status.StartsWith("2", StringComparison.Ordinal);
        foreach (SpecMember member in links is { Kind: SpecKind.Object } ? links.Members : [])
        {
            if (isSuccess && operation.PageLink is null && _resolver.Follow(member.Value) is { Kind: SpecKind.Object } link && PageLink(operation, link) is { } page)
            {
                operation.PageLink = page;
            }
            else
            {
                _unread.Once(links, "A link of a response", "the caller passes its values on");
            }
        }
    }

    /// <summary>Returns a link that passes one value of the response as a query parameter of its own operation, and parameters of the request as they are.</summary>
    private static ApiPageLink? PageLink(ApiOperation operation, SpecNode link)
    {
        if ((link["requestBody"] ?? link["server"]) is not null || !LeadsTo(operation, link) || link["parameters"] is not { Kind: SpecKind.Object } parameters)
        {
            return null;
        }

        ApiPageLink? found = null;
        foreach (SpecMember member in parameters.Members)
        {
            string expression = member.Value.Text;
            if (expression.Length > 2 && expression[0] == '{' && expression[expression.Length - 1] == '}')
            {
                expression = expression.Substring(1, expression.Length - 2);
            }

            string name = member.Name.StartsWith("query.", StringComparison.Ordinal) ? member.Name.Substring("query.".Length) : member.Name;
            bool isBody = expression.StartsWith(BodyExpression, StringComparison.Ordinal);
            if (isBody || expression.StartsWith(HeaderExpression, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null || !operation.Parameters.Exists(p => p.Name == name && p.Place == ParameterLocation.Query))
                {
                    return null;
                }

                found = isBody
                    ? new ApiPageLink(name, expression.Substring(BodyExpression.Length), null, link)
                    : new ApiPageLink(name, null, expression.Substring(HeaderExpression.Length), link);
            }
            else if (!IsSame(expression, member.Name, name))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>Whether an expression is the value that the parameter had in the request.</summary>
    private static bool IsSame(string expression, string qualifiedName, string name) =>
        expression == "$request." + qualifiedName
        || expression == "$request.query." + name
        || expression == "$request.path." + name
        || expression.Equals("$request.header." + name, StringComparison.OrdinalIgnoreCase);

    private static bool LeadsTo(ApiOperation operation, SpecNode link)
    {
        if (Text(link, "operationId") is { } id)
        {
            return id == operation.Id;
        }

        return Text(link, "operationRef") is { } reference
            && Uri.UnescapeDataString(reference) == "#/paths/" + SpecPointer.Escape(operation.Path) + "/" + operation.Method.ToLowerInvariant();
    }
}

using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>
/// Handles query strings in path templates. The specification does not allow them, but some documents distinguish operations by them
/// (<c>/items?mode=full</c>) or declare parameters in them (<c>/items?name={name}</c>, <c>/items{?name,page}</c>).
/// </summary>
internal static class QueryTemplates
{
    /// <summary>Rewrites RFC 6570's <c>{?a,b}</c> and <c>{&amp;a,b}</c> at the end of a template as <c>?a={a}&amp;b={b}</c>.</summary>
    public static string Normalize(string template)
    {
        int at = 0;
        while (at < template.Length && !IsExpression(template, at))
        {
            at++;
        }

        if (at == template.Length)
        {
            return template;
        }

        var text = new System.Text.StringBuilder(template, 0, at, template.Length * 2);
        char separator = template.IndexOf('?', 0, at) >= 0 ? '&' : '?';
        while (at < template.Length)
        {
            int close = template.IndexOf('}', at);
            if (!IsExpression(template, at) || close < 0)
            {
                return template;
            }

            foreach (string entry in template.Substring(at + 2, close - at - 2).Split(','))
            {
                string name = entry.TrimEnd('*').Trim();
                if (name.Length > 0)
                {
                    text.Append(separator).Append(name).Append("={").Append(name).Append('}');
                    separator = '&';
                }
            }

            at = close + 1;
        }

        return text.ToString();
    }

    private static bool IsExpression(string template, int at) =>
        template[at] == '{' && at + 1 < template.Length && template[at + 1] is '?' or '&';

    /// <summary>
    /// Converts pairs <c>name={parameter}</c> to query parameters, which the document declares in the path or not at all. A pair <c>name=value</c> fixes a parameter.
    /// </summary>
    /// <param name="segments">The path before the query string, whose parameters stay path parameters.</param>
    /// <param name="query">The query string with its question mark, or empty.</param>
    /// <param name="isExpression">Whether the template was <c>{?name}</c>, in which parameters can be optional.</param>
    /// <param name="literal">The remaining query string, which is sent unchanged.</param>
    /// <returns>The operation's parameters, or null if the query string uses a parameter in another form.</returns>
    public static List<ApiParameter>? Take(
        ApiOperation operation, List<List<TemplatePart>> segments, string query, bool isExpression, out string literal)
    {
        literal = query.Length == 0 ? "" : query.Substring(1);
        if (literal.Length == 0)
        {
            return operation.Parameters;
        }

        var parameters = new List<ApiParameter>(operation.Parameters);
        var kept = new List<string>();
        foreach (string pair in literal.Split('&'))
        {
            if (pair.IndexOf('{') < 0)
            {
                // Documents that distinguish operations this way often declare the parameter as well. It would be sent twice.
                string fixedName = pair.Split('=')[0];
                parameters.RemoveAll(p => p.Place == ParameterLocation.Query && p.Name == fixedName);
                kept.Add(pair);
                continue;
            }

            int equals = pair.IndexOf('=');
            if (equals <= 0 || equals + 3 >= pair.Length || pair[equals + 1] != '{' || pair.IndexOf('}') != pair.Length - 1)
            {
                return null;
            }

            string name = pair.Substring(0, equals);
            bool isReserved = pair[equals + 2] == '+'; // RFC 6570's {+name}
            int start = isReserved ? equals + 3 : equals + 2;
            string inner = pair.Substring(start, pair.Length - start - 1);
            ApiParameter? declared = parameters.Find(p => p.Place == ParameterLocation.Query && (p.Name == name || p.Name == inner))
                ?? parameters.Find(p => p.Place == ParameterLocation.Path && p.Name == inner);
            if (declared is { Place: ParameterLocation.Query } || !segments.Exists(segment => segment.Exists(part => part.IsValue && part.Text == inner)))
            {
                parameters.RemoveAll(p => ReferenceEquals(p, declared));
            }

            parameters.Add(new ApiParameter(name, ParameterLocation.Query, declared?.Node ?? operation.Node)
            {
                Required = !isExpression || (declared?.Required ?? false),
                Deprecated = declared?.Deprecated ?? false,
                Description = declared?.Description,
                Schema = declared?.Schema,
                Style = declared is { Place: ParameterLocation.Query } ? declared.Style : null,
                Explode = declared is { Place: ParameterLocation.Query } ? declared.Explode : null,
                AllowReserved = isReserved || (declared?.AllowReserved ?? false),
                ContentType = declared?.ContentType,
            });
        }

        literal = string.Join("&", kept);
        return parameters;
    }
}

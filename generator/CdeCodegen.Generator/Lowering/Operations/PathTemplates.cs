using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <param name="IsValue">Whether the part is a parameter rather than literal text.</param>
/// <param name="Text">The name of the parameter in the template, or the literal text.</param>
internal readonly record struct TemplatePart(bool IsValue, string Text)
{
    /// <summary>Whether slashes and other reserved characters of the value stay as they are.</summary>
    public bool IsReserved { get; init; }
}

/// <summary>Path templates and the parameters that fill them.</summary>
internal static class PathTemplates
{
    /// <summary>
    /// Splits <c>/a/{x}.json</c> into segments of parts. Some documents distinguish operations by parts that templates may not have: a query string,
    /// which is sent, or a fragment, which is not.
    /// </summary>
    /// <returns>The segments, and the query string and the fragment with their first characters (empty for none).</returns>
    public static (List<List<TemplatePart>> Segments, string Query, string Fragment) Parse(string template)
    {
        string fragment = Cut(ref template, '#');
        string query = Cut(ref template, '?');

        var segments = new List<List<TemplatePart>>();
        var segment = new List<TemplatePart>();
        int at = 1;
        int literal = 1;
        while (at < template.Length)
        {
            int close;
            if (template[at] == '/')
            {
                AddLiteral(segment, template, literal, at);
                segments.Add(segment);
                segment = [];
                literal = ++at;
            }
            else if (template[at] == '{' && (close = template.IndexOf('}', at)) > at + 1)
            {
                AddLiteral(segment, template, literal, at);
                bool isReserved = template[at + 1] == '+' && close > at + 2; // RFC 6570's {+name}

                // {name+} of Amazon's gateway and of Smithy, whose parameter has the plus as well. The plus of {name:[0-9]+} belongs to the pattern.
                bool isGreedy = template[close - 1] == '+' && close > at + 2 && template.IndexOf(':', at, close - at) < 0;
                int start = isReserved ? at + 2 : at + 1;
                int pattern = template.IndexOf('=', start, close - start); // Google's {name=projects/*/locations/*}
                bool isPath = pattern > start
                    && (template.IndexOf('/', pattern, close - pattern) >= 0 || template.IndexOf("**", pattern, close - pattern, StringComparison.Ordinal) >= 0);
                int end = pattern > start ? pattern : close;
                segment.Add(new TemplatePart(true, template.Substring(start, end - start)) { IsReserved = isReserved || isGreedy || isPath });
                literal = at = close + 1;
            }
            else
            {
                at++;
            }
        }

        AddLiteral(segment, template, literal, template.Length);
        segments.Add(segment);
        if (segments.Count == 1 && segment.Count == 0)
        {
            segments.Clear(); // "/"
        }

        return (segments, query, fragment);
    }

    /// <summary>
    /// Finds the declared parameter for each name in the template, also with what frameworks add to names. If exactly one name is undeclared and one
    /// parameter is unused, they are matched. Any other undeclared name becomes a string.
    /// </summary>
    /// <returns>The parameters by the name in the template; null for an undeclared name.</returns>
    public static Dictionary<string, ApiParameter?> Match(
        ApiOperation operation, List<ApiParameter> parameters, List<List<TemplatePart>> segments, DiagnosticBag diagnostics)
    {
        var matches = new Dictionary<string, ApiParameter?>(StringComparer.Ordinal);
        var undeclared = new List<string>();
        foreach (List<TemplatePart> segment in segments)
        {
            foreach (TemplatePart part in segment)
            {
                if (part.Text.IndexOf('{') >= 0 || (!part.IsValue && part.Text.IndexOf('}') >= 0))
                {
                    string fault = part.Text.IndexOf("{}", StringComparison.Ordinal) >= 0
                        ? "has braces without a name, which become part of the URL"
                        : "has an unmatched brace, which becomes part of the URL";
                    diagnostics.Report(Descriptors.InvalidKeyword, operation.Node, "paths", $"'{operation.Path}' {fault}");
                }

                if (part.IsValue && matches.ContainsKey(part.Text))
                {
                    diagnostics.Report(Descriptors.Degraded, operation.Node, $"The parameter '{part.Text}', which occurs twice in the path,", "the caller gives its value twice");
                }
                else if (part.IsValue)
                {
                    ApiParameter? declared = parameters.Find(p => p.Place == ParameterLocation.Path && p.Name == part.Text);
                    matches.Add(part.Text, declared);
                    if (declared is null)
                    {
                        undeclared.Add(part.Text);
                    }
                }
            }
        }

        List<ApiParameter> unused = parameters.FindAll(p => p.Place == ParameterLocation.Path && !matches.ContainsKey(p.Name));
        for (int i = undeclared.Count - 1; i >= 0; i--)
        {
            string bare = BareName(undeclared[i]);
            if (unused.Find(p => p.Name == bare) is { } meant)
            {
                matches[undeclared[i]] = meant;
                diagnostics.Report(Descriptors.ParameterReconciled, meant.Node, operation.Path, undeclared[i], meant.Name);
                undeclared.RemoveAt(i);
                unused.Remove(meant);
            }
        }

        if (undeclared.Count == 1 && unused.Count == 1)
        {
            matches[undeclared[0]] = unused[0];
            diagnostics.Report(Descriptors.ParameterReconciled, unused[0].Node, operation.Path, undeclared[0], unused[0].Name);
            return matches;
        }

        foreach (string name in undeclared)
        {
            diagnostics.Report(Descriptors.ParameterUndeclared, operation.Node, operation.Path, name);
        }

        foreach (ApiParameter parameter in unused)
        {
            diagnostics.Report(Descriptors.InvalidKeyword, parameter.Node, "name", $"the path '{operation.Path}' has no parameter '{parameter.Name}'");
        }

        return matches;
    }

    /// <summary>The name without what the templates of frameworks and of RFC 6570 add: <c>id:int</c>, <c>id?</c>, <c>**path</c>, <c>path*</c>, <c>;id</c>.</summary>
    private static string BareName(string name)
    {
        int colon = name.IndexOf(':');
        return (colon > 0 ? name.Substring(0, colon) : name).TrimStart('*', '+', '#', '.', '/', ';', '?', '&').TrimEnd('*', '+', '?');
    }

    /// <summary>A template without its parameters, to derive a name from.</summary>
    public static string WithoutNames(string template)
    {
        var text = new System.Text.StringBuilder(template.Length);
        bool isName = false;
        foreach (char c in template)
        {
            isName = c == '{' || (isName && c != '}');
            if (!isName && c != '}')
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    /// <summary>Percent-encodes literal text, except for characters that RFC 3986 allows in a path and existing escapes.</summary>
    public static string Encode(string literal)
    {
        var text = new System.Text.StringBuilder(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            char c = literal[i];
            // Uri leaves letters, digits and the rest of the allowed characters alone.
            if ("/!$&'()*+,;=:@".IndexOf(c) >= 0 || (c == '%' && i + 2 < literal.Length && Uri.IsHexDigit(literal[i + 1]) && Uri.IsHexDigit(literal[i + 2])))
            {
                text.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < literal.Length && char.IsLowSurrogate(literal[i + 1]))
            {
                text.Append(Uri.EscapeDataString(literal.Substring(i++, 2)));
            }
            else
            {
                text.Append(char.IsSurrogate(c) ? "%EF%BF%BD" : Uri.EscapeDataString(c.ToString()));
            }
        }

        return text.ToString();
    }

    private static string Cut(ref string template, char at)
    {
        // Within braces, it belongs to the name: {id?} is an optional parameter of some frameworks.
        int index = 0;
        while (index < template.Length && template[index] != at)
        {
            bool isName = template[index] == '{' && index + 1 < template.Length && template[index + 1] != at;
            int close = isName ? template.IndexOf('}', index) : -1;
            index = close < 0 ? index + 1 : close;
        }

        if (index == template.Length)
        {
            return "";
        }

        string tail = template.Substring(index);
        template = template.Substring(0, index);
        return tail.Length == 1 ? "" : tail;
    }

    private static void AddLiteral(List<TemplatePart> segment, string template, int start, int end)
    {
        if (end > start)
        {
            segment.Add(new TemplatePart(false, template.Substring(start, end - start)));
        }
    }
}

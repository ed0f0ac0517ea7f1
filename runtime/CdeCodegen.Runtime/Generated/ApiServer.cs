using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The first server of a document, whose URL has variables. For generated code.</summary>
/// <param name="template">The URL, with its variables in braces.</param>
/// <param name="variables">For each variable its name, its default, and the allowed values, if they are limited.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiServer(string template, params string[][] variables)
{
    /// <summary>Returns the URL with the values of the caller, or null without a template.</summary>
    /// <exception cref="ArgumentException">There is no such variable, or the document does not allow the value.</exception>
    internal static string? Fill(ApiServer? server, IDictionary<string, string> values)
    {
        foreach (string name in values.Keys)
        {
            if (server is null || !server.Has(name))
            {
                throw new ArgumentException($"ServerVariables: the server of the API's document has no variable '{name}'.");
            }
        }

        return server?.Fill(values);
    }

    private bool Has(string name) => Array.Exists(variables, variable => variable[0] == name);

    private string Fill(IDictionary<string, string> values)
    {
        string url = template;
        foreach (string[] variable in variables)
        {
            if (!values.TryGetValue(variable[0], out string? value))
            {
                value = variable[1];
            }
            else if (variable.Length > 2 && !variable.AsSpan(2).Contains(value))
            {
                throw new ArgumentException($"ServerVariables: '{variable[0]}' must be one of {string.Join(", ", variable[2..])}.");
            }

            url = url.Replace("{" + variable[0] + "}", value, StringComparison.Ordinal);
        }

        return url;
    }
}

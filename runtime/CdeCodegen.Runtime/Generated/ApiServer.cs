using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The first server of a document, whose URL has variables. For generated code.</summary>
/// <param name="template">The URL, with its variables in braces.</param>
/// <param name="variables">For each variable its name, its default (null if it must be set), and the allowed values, if they are limited.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiServer(string template, params string?[][] variables)
{
    /// <summary>Returns the URL with the values of the caller, or null without a template.</summary>
    /// <exception cref="ArgumentException">
    /// There is no such variable, the document does not allow the value, or no value is set for a variable without a default and nothing replaces the server.
    /// </exception>
    internal static string? Fill(ApiServer? server, ApiClientOptions options)
    {
        foreach (string name in options.ServerVariables.Keys)
        {
            if (server is null || !server.Has(name))
            {
                throw new ArgumentException($"{Describe(options, name)}: the server of the API's document has no variable of this name.");
            }
        }

        return server?.Fill(options);
    }

    private static bool IsReplaced(ApiClientOptions options) => options.BaseUrl is not null || options.HttpClient?.BaseAddress is not null;

    private static string Describe(ApiClientOptions options, string name) =>
        options.ConfigurationPath is null ? $"ServerVariables[\"{name}\"]" : $"{options.ConfigurationPath}:ServerVariables:{name}";

    /// <summary>Returns the URL of a server that the caller chose.</summary>
    /// <param name="values">The values of the variables, in their order; null for the default.</param>
    /// <exception cref="ArgumentException">The document does not allow the value, or there is neither a value nor a default.</exception>
    public Uri Url(params string?[] values) => new(Fill(
        i => values[i],
        static name => $"The variable '{name}' of the server",
        static name => throw new ArgumentException($"The variable '{name}' of the server is not set, and has no default.")));

    // Configurations do not distinguish case: an environment variable is usually in capital letters.
    private bool Has(string name) => Array.Exists(variables, variable => name.Equals(variable[0], StringComparison.OrdinalIgnoreCase));

    private string? Fill(ApiClientOptions options)
    {
        string? unset = null;
        string url = Fill(i => Value(options.ServerVariables, variables[i][0]!), name => Describe(options, name), name => unset ??= name);
        if (unset is null || IsReplaced(options))
        {
            return unset is null ? url : null;
        }

        throw new ArgumentException($"{Describe(options, unset)} is not set, and the URL of the API's server has no default for it. Set it, or the base URL.");
    }

    /// <param name="valueOf">Returns the value of a variable, by its position; null for the default.</param>
    /// <param name="describe">Describes a variable in an error, by its name.</param>
    /// <param name="unset">Takes the names of variables without a value.</param>
    private string Fill(Func<int, string?> valueOf, Func<string, string> describe, Action<string> unset)
    {
        string url = template;
        for (int i = 0; i < variables.Length; i++)
        {
            string?[] variable = variables[i];
            string name = variable[0]!;
            string? value = valueOf(i);
            if (value is not null && variable.Length > 2 && !variable.AsSpan(2).Contains(value))
            {
                throw new ArgumentException($"{describe(name)} is '{value}', which is not one of {string.Join(", ", variable[2..])}.");
            }

            value ??= variable[1];
            if (value is null)
            {
                unset(name);
            }

            url = url.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return url;
    }

    private static string? Value(IDictionary<string, string> values, string name)
    {
        if (values.TryGetValue(name, out string? exact))
        {
            return exact;
        }

        foreach ((string key, string value) in values)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}

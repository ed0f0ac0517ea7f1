using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Reads options from a configuration without reflection, which Native AOT cannot do.</summary>
internal static class OptionsConfiguration
{
    private static readonly string[] s_keys =
    [
        nameof(ApiClientOptions.BaseUrl), nameof(ApiClientOptions.MaxResponseBodyBytes), nameof(ApiClientOptions.MaxRetries),
        nameof(ApiClientOptions.RetryNonIdempotent), nameof(ApiClientOptions.AllowCredentialsOverHttp), nameof(ApiClientOptions.RetryDelay),
        nameof(ApiClientOptions.MaxRetryDelay), nameof(ApiClientOptions.ServerVariables),
    ];

    /// <summary>Names of credentials can be short. Two other letters make another word of them.</summary>
    private const int ShortName = 7;

    private delegate bool Parser<T>(string text, out T value);

    /// <summary>Sets the options that the section names; the others keep their values.</summary>
    /// <param name="section">The section.</param>
    /// <param name="options">The options.</param>
    /// <param name="credentials">The names of the credentials, which are read elsewhere.</param>
    /// <exception cref="InvalidOperationException">A value cannot be read, or a key looks like a misspelt option.</exception>
    internal static void Read(IConfiguration section, ApiClientOptions options, IReadOnlyCollection<string> credentials)
    {
        options.BaseUrl = Value(section, nameof(options.BaseUrl), "an absolute http or https URL", options.BaseUrl, ParseUrl);
        options.MaxResponseBodyBytes = Value<long>(
            section, nameof(options.MaxResponseBodyBytes), "a number of bytes of at least 1", options.MaxResponseBodyBytes,
            static (string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0 && value < Array.MaxLength);
        options.MaxRetries = Value<int>(
            section, nameof(options.MaxRetries), "a whole number of at least 0", options.MaxRetries,
            static (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value));
        options.RetryNonIdempotent = Value<bool>(section, nameof(options.RetryNonIdempotent), "true or false", options.RetryNonIdempotent, bool.TryParse);
        options.AllowCredentialsOverHttp = Value<bool>(
            section, nameof(options.AllowCredentialsOverHttp), "true or false", options.AllowCredentialsOverHttp, bool.TryParse);
        options.RetryDelay = Value<TimeSpan>(section, nameof(options.RetryDelay), "a time such as 00:00:02", options.RetryDelay, ParseTime);
        options.MaxRetryDelay = Value<TimeSpan>(section, nameof(options.MaxRetryDelay), "a time such as 00:00:30", options.MaxRetryDelay, ParseTime);
        options.ConfigurationPath = (section as IConfigurationSection)?.Path;
        foreach (IConfigurationSection variable in section.GetSection(nameof(options.ServerVariables)).GetChildren())
        {
            options.ServerVariables[variable.Key] = variable.Value ?? throw new InvalidOperationException($"{variable.Path} is a section, which is no value of a variable.");
        }

        string[] known = [.. s_keys, .. credentials];
        foreach (IConfigurationSection child in section.GetChildren())
        {
            RejectMisspelling(child, known);
        }
    }

    private static T Value<T>(IConfiguration section, string key, string expected, T current, Parser<T> parse)
    {
        IConfigurationSection child = section.GetSection(key);
        if (string.IsNullOrWhiteSpace(child.Value))
        {
            return current;
        }

        return parse(child.Value.Trim(), out T value) ? value : throw new InvalidOperationException($"{child.Path} is '{child.Value}', which is not {expected}.");
    }

    private static bool ParseUrl(string text, out Uri? value)
        => Uri.TryCreate(text, UriKind.Absolute, out value) && (value.Scheme == Uri.UriSchemeHttp || value.Scheme == Uri.UriSchemeHttps);

    private static bool ParseTime(string text, out TimeSpan value)
    {
        // A number alone would be days.
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value) && value >= TimeSpan.Zero;
    }

    /// <summary>A section may hold other values of the application. A key that differs from an option by one or two letters is a mistake, however.</summary>
    private static void RejectMisspelling(IConfigurationSection child, string[] known)
    {
        if (Array.Exists(known, key => key.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        foreach (string key in known)
        {
            if (Distance(key.ToUpperInvariant(), child.Key.ToUpperInvariant()) <= (key.Length < ShortName ? 1 : 2))
            {
                throw new InvalidOperationException($"{child.Path} is no option of a client. Write {key}.");
            }
        }
    }

    /// <summary>The number of letters to insert, remove or replace (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

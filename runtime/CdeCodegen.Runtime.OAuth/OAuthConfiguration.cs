using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CdeCodegen.Runtime.OAuth;

/// <summary>Reads options from a configuration without reflection, which Native AOT cannot do.</summary>
internal static class OAuthConfiguration
{
    /// <exception cref="InvalidOperationException">A value is missing or cannot be read. The message has its key, and the value unless it is secret.</exception>
    internal static OAuthClientOptions Read(IConfiguration section, HttpClient? httpClient, string? tokenEndpoint, IReadOnlyList<string>? scopes)
    {
        OAuthClientAuthentication authentication = default;
        IConfigurationSection chosen = section.GetSection(nameof(OAuthClientOptions.ClientAuthentication));
        if (chosen.Value is { Length: > 0 } text && !(Enum.TryParse(text, ignoreCase: true, out authentication) && Enum.IsDefined(authentication)))
        {
            throw Wrong(chosen, "one of " + string.Join(", ", Enum.GetNames<OAuthClientAuthentication>()));
        }

        return new OAuthClientOptions
        {
            TokenEndpoint = Endpoint(section, tokenEndpoint),
            ClientId = section[nameof(OAuthClientOptions.ClientId)] is { Length: > 0 } id
                ? id
                : throw Missing(section.GetSection(nameof(OAuthClientOptions.ClientId))),
            ClientSecret = section[nameof(OAuthClientOptions.ClientSecret)],
            ClientAuthentication = authentication,
            Scopes = List(section.GetSection(nameof(OAuthClientOptions.Scopes))) ?? scopes ?? [],
            AllowedHosts = List(section.GetSection(nameof(OAuthClientOptions.AllowedHosts))) ?? [],
            RefreshMargin = Time(section.GetSection(nameof(OAuthClientOptions.RefreshMargin)), TimeSpan.FromMinutes(1)),
            RequestTimeout = Time(section.GetSection(nameof(OAuthClientOptions.RequestTimeout)), TimeSpan.FromSeconds(30)),
            HttpClient = httpClient,
        };
    }

    private static Uri Endpoint(IConfiguration section, string? otherwise)
    {
        IConfigurationSection child = section.GetSection(nameof(OAuthClientOptions.TokenEndpoint));
        string text = child.Value is { Length: > 0 } value ? value : otherwise ?? throw Missing(child);
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? url : throw Wrong(child, "an absolute URL");
    }

    /// <summary>A list, or one text with spaces as in RFC 6749; null if there is neither.</summary>
    private static string[]? List(IConfigurationSection section)
    {
        if (section.Value is { Length: > 0 } text)
        {
            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        string[] items = [.. section.GetChildren().Select(child => child.Value).OfType<string>()];
        return items.Length == 0 ? null : items;
    }

    private static TimeSpan Time(IConfigurationSection child, TimeSpan otherwise)
    {
        if (string.IsNullOrEmpty(child.Value))
        {
            return otherwise;
        }

        // A number alone would be days.
        return child.Value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(child.Value, CultureInfo.InvariantCulture, out TimeSpan value)
            ? value
            : throw Wrong(child, "a time such as 00:00:30");
    }

    private static InvalidOperationException Missing(IConfigurationSection section) => new($"{section.Path} is missing.");

    private static InvalidOperationException Wrong(IConfigurationSection section, string expected) => new($"{section.Path} is '{section.Value}', which is not {expected}.");
}

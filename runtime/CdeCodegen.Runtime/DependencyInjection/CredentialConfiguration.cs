using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Reads the credentials of a client from its section of the configuration. For generated code.</summary>
/// <remarks>A credential that the section does not mention keeps its value. Messages of errors have the key but never the value, which is secret.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CredentialConfiguration
{
    private const string AllowedHosts = "AllowedHosts";

    private readonly IConfiguration _section;

    internal CredentialConfiguration(IConfiguration section) => _section = section;

    /// <summary>The credentials that the client can have.</summary>
    internal List<string> Names { get; } = [];

    /// <summary>Reads a key: a text, or a section with <c>Key</c> and <c>AllowedHosts</c>.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="current">The value if the section does not mention the option.</param>
    /// <exception cref="InvalidOperationException">The key is missing, or cannot be sent.</exception>
    public ApiKeyCredential? ApiKey(string name, ApiKeyCredential? current) =>
        Secret(name, "Key", isOptional: false, out string[] hosts) is { } key ? new ApiKeyCredential(key, hosts) : current;

    /// <summary>Reads a section with <c>UserName</c>, <c>Password</c> and <c>AllowedHosts</c>.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="current">The value if the section does not mention the option.</param>
    /// <exception cref="InvalidOperationException">A value is missing, or cannot be sent.</exception>
    public BasicCredential? Basic(string name, BasicCredential? current)
    {
        IConfigurationSection section = Section(name);
        if (section.Value is not null)
        {
            throw new InvalidOperationException($"{section.Path} is a text. Write UserName and Password below it.");
        }

        if (!section.GetChildren().Any())
        {
            return current;
        }

        // One of the two may be empty: some services take a token as the user name, or as the password.
        IConfigurationSection userName = Child(section, "UserName");
        IConfigurationSection password = Child(section, "Password");
        CheckText(userName);
        CheckText(password);
        return userName.Value!.Contains(':', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{userName.Path} contains a colon, which separates the user name from the password.")
            : new BasicCredential(userName.Value, password.Value!, Hosts(section));
    }

    /// <summary>Reads a fixed token: a text, or a section with <c>Token</c> and <c>AllowedHosts</c>. Other sections may belong to a token provider.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="current">The value if the section does not mention the option.</param>
    /// <exception cref="InvalidOperationException">The token is empty, or cannot be sent.</exception>
    public IAccessTokenProvider? Token(string name, IAccessTokenProvider? current)
    {
        if (Secret(name, "Token", isOptional: true, out string[] hosts) is not { } token)
        {
            return current;
        }

        return token.Any(static c => c is <= ' ' or > '~')
            ? throw new InvalidOperationException($"{Section(name).Path} contains spaces or non-ASCII characters, which cannot be sent in a header.")
            : new StaticAccessTokenProvider(token, hosts);
    }

    private string? Secret(string name, string key, bool isOptional, out string[] hosts)
    {
        IConfigurationSection section = Section(name);
        hosts = [];
        if (section.Value is null)
        {
            if (!section.GetChildren().Any() || (isOptional && section.GetSection(key).Value is null))
            {
                return null;
            }

            hosts = Hosts(section);
            section = Child(section, key);
        }

        CheckText(section);
        return section.Value!.Length > 0 ? section.Value : throw new InvalidOperationException($"{section.Path} is empty.");
    }

    private IConfigurationSection Section(string name)
    {
        Names.Add(name);
        return _section.GetSection(name);
    }

    private static IConfigurationSection Child(IConfigurationSection section, string key) =>
        section.GetSection(key) is { Value: not null } child ? child : throw new InvalidOperationException($"{section.Path}:{key} is missing.");

    private static string[] Hosts(IConfigurationSection section)
    {
        IConfigurationSection hosts = section.GetSection(AllowedHosts);
        return hosts.Value is { } text
            ? text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            : [.. hosts.GetChildren().Select(static host => host.Value).OfType<string>()];
    }

    // Typically a line break at the end of a file with the secret.
    private static void CheckText(IConfigurationSection section)
    {
        if (section.Value!.Any(char.IsControl))
        {
            throw new InvalidOperationException($"{section.Path} contains a line break or another control character, which cannot be sent.");
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace RestoreConnector;

internal enum Mode
{
    Demonstration,
    Lifecycle,
    Restore,
    Help,
}

/// <summary>The parsed command line.</summary>
internal sealed record Arguments(Mode Mode)
{
    /// <summary>The environment variable that contains the token, unless an argument does. Process lists show arguments, but not variables.</summary>
    public const string TokenVariable = "CDE_TOKEN";

    private static readonly string[] s_signInNames = ["--authorization-url", "--token-url", "--client-id", "--scope", "--redirect-port"];

    private static readonly string[] s_names = ["--id", "--base-url", "--token", .. s_signInNames];

    public Guid Id { get; private init; }

    /// <summary>Null for the server of the document.</summary>
    public Uri? BaseUrl { get; private init; }

    public string? Token { get; private init; }

    /// <summary>Null unless the user is to sign in.</summary>
    public SignIn? SignIn { get; private init; }

    public static bool TryParse(
        string[] args, string? environmentToken, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        problem = null;
        var given = new Dictionary<string, string>();
        bool isLifecycle = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h" or "-?":
                    arguments = new(Mode.Help);
                    return true;
                case "life":
                    isLifecycle = true;
                    break;
                case { } name when s_names.Contains(name) && (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)):
                    problem = $"{args[i]} needs a value.";
                    return false;
                case { } name when s_names.Contains(name):
                    if (!given.TryAdd(args[i], args[i + 1]))
                    {
                        problem = $"{args[i]} was given twice.";
                        return false;
                    }

                    i++;
                    break;
                default:
                    problem = $"'{args[i]}' is not a known argument.";
                    return false;
            }
        }

        if (given.Count == 0)
        {
            arguments = new(isLifecycle ? Mode.Lifecycle : Mode.Demonstration);
            return true;
        }

        problem = isLifecycle ? "'life' uses an embedded server and takes no other arguments." : Check(given, environmentToken, out arguments);
        return problem is null;
    }

    private static string? Check(Dictionary<string, string> given, string? environmentToken, out Arguments? arguments)
    {
        arguments = null;
        if (!given.TryGetValue("--id", out string? id))
        {
            return "--id is missing: it is the identifier of the connector.";
        }

        if (!Guid.TryParse(id, out Guid connector))
        {
            return $"'{id}' is not a UUID, so it cannot be the identifier of a connector.";
        }

        Uri? baseUrl = null;
        if (given.TryGetValue("--base-url", out string? url) && !TryParseServerAddress(url, out baseUrl))
        {
            return $"'{url}' is not a valid server: use an https address, or an http address on this machine.";
        }

        if (CheckSignIn(given, out SignIn? signIn) is { } problem)
        {
            return problem;
        }

        string? token = given.GetValueOrDefault("--token", environmentToken ?? "");
        arguments = new(Mode.Restore) { Id = connector, BaseUrl = baseUrl, Token = token.Length == 0 ? null : token, SignIn = signIn };
        return null;
    }

    private static string? CheckSignIn(Dictionary<string, string> given, out SignIn? signIn)
    {
        signIn = null;
        if (!given.Keys.Any(s_signInNames.Contains))
        {
            return null;
        }

        if (given.ContainsKey("--token"))
        {
            return "--token cannot be combined with the arguments for signing in.";
        }

        if (!given.TryGetValue("--authorization-url", out string? authorizationUrl) || !given.TryGetValue("--token-url", out string? tokenUrl)
            || !given.TryGetValue("--client-id", out string? clientId))
        {
            return "Signing in requires --authorization-url, --token-url and --client-id.";
        }

        if (!TryParseServerAddress(authorizationUrl, out Uri? authorization) || !TryParseServerAddress(tokenUrl, out Uri? token))
        {
            return "--authorization-url and --token-url must be https addresses, or http addresses on this machine.";
        }

        int port = 0;
        if (given.TryGetValue("--redirect-port", out string? text)
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort))
        {
            return $"'{text}' is not a port.";
        }

        signIn = new(authorization, token, clientId, given.GetValueOrDefault("--scope", "").Split(' ', StringSplitOptions.RemoveEmptyEntries), port);
        return null;
    }

    private static bool TryParseServerAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

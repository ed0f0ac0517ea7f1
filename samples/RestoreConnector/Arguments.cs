using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace RestoreConnector;

internal enum Mode
{
    Demonstration,
    Life,
    Restore,
    Help,
}

/// <summary>What the program was asked to do.</summary>
internal sealed record Arguments(Mode Mode)
{
    /// <summary>The environment variable that holds the token where no argument does: arguments show in lists of processes.</summary>
    public const string TokenVariable = "CDE_TOKEN";

    private static readonly string[] s_signInNames = ["--authorization-url", "--token-url", "--client-id", "--scope", "--redirect-port"];

    private static readonly string[] s_names = ["--id", "--base-url", "--token", .. s_signInNames];

    public Guid Id { get; private init; }

    /// <summary>Null for the document's own server.</summary>
    public Uri? BaseUrl { get; private init; }

    public string? Token { get; private init; }

    /// <summary>Null where no token is to be asked for.</summary>
    public SignIn? SignIn { get; private init; }

    public static bool TryParse(
        string[] args, string? tokenOfEnvironment, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        problem = null;
        var given = new Dictionary<string, string>();
        bool life = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h" or "-?":
                    arguments = new(Mode.Help);
                    return true;
                case "life":
                    life = true;
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
                    problem = $"'{args[i]}' is not an argument of this program.";
                    return false;
            }
        }

        if (given.Count == 0)
        {
            arguments = new(life ? Mode.Life : Mode.Demonstration);
            return true;
        }

        problem = life ? "'life' runs on a server of its own and takes no other arguments." : Check(given, tokenOfEnvironment, out arguments);
        return problem is null;
    }

    private static string? Check(Dictionary<string, string> given, string? tokenOfEnvironment, out Arguments? arguments)
    {
        arguments = null;
        if (!given.TryGetValue("--id", out string? id))
        {
            return "Which connector? Its identifier goes after --id.";
        }

        if (!Guid.TryParse(id, out Guid connector))
        {
            return $"'{id}' is no UUID, so it cannot be the identifier of a connector.";
        }

        Uri? baseUrl = null;
        if (given.TryGetValue("--base-url", out string? url) && !TryParseAddress(url, out baseUrl))
        {
            return $"'{url}' cannot be the server: it takes an https address, or an http address of this machine.";
        }

        if (CheckSignIn(given, out SignIn? signIn) is { } problem)
        {
            return problem;
        }

        string? token = given.GetValueOrDefault("--token", tokenOfEnvironment ?? "");
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
            return "A token is given or asked for, not both.";
        }

        if (!given.TryGetValue("--authorization-url", out string? authorizationUrl) || !given.TryGetValue("--token-url", out string? tokenUrl)
            || !given.TryGetValue("--client-id", out string? clientId))
        {
            return "To ask for a token takes --authorization-url, --token-url and --client-id.";
        }

        if (!TryParseAddress(authorizationUrl, out Uri? authorization) || !TryParseAddress(tokenUrl, out Uri? token))
        {
            return "The authorization server takes https addresses, or http addresses of this machine.";
        }

        int port = 0;
        if (given.TryGetValue("--redirect-port", out string? text)
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort))
        {
            return $"'{text}' is no port.";
        }

        signIn = new(authorization, token, clientId, given.GetValueOrDefault("--scope", "").Split(' ', StringSplitOptions.RemoveEmptyEntries), port);
        return null;
    }

    private static bool TryParseAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

using System.Diagnostics.CodeAnalysis;

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

    public Guid Id { get; private init; }

    /// <summary>Null for the document's own server.</summary>
    public Uri? BaseUrl { get; private init; }

    public string? Token { get; private init; }

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
                case "--id" or "--base-url" or "--token" when i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal):
                    problem = $"{args[i]} needs a value.";
                    return false;
                case "--id" or "--base-url" or "--token":
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

        if (!Guid.TryParse(id, out var connector))
        {
            return $"'{id}' is no UUID, so it cannot be the identifier of a connector.";
        }

        Uri? baseUrl = null;
        if (given.TryGetValue("--base-url", out string? url)
            && !(Uri.TryCreate(url, UriKind.Absolute, out baseUrl) && (baseUrl.Scheme == Uri.UriSchemeHttps || (baseUrl.Scheme == Uri.UriSchemeHttp && baseUrl.IsLoopback))))
        {
            return $"'{url}' cannot be the server: it takes an https address, or an http address of this machine.";
        }

        string? token = given.GetValueOrDefault("--token", tokenOfEnvironment ?? "");
        arguments = new(Mode.Restore) { Id = connector, BaseUrl = baseUrl, Token = token.Length == 0 ? null : token };
        return null;
    }
}

namespace RestoreConnector;

/// <summary>The output of <c>--help</c>.</summary>
internal static class HelpText
{
    private const string Text = $"""
        Restores a connector from the bin of the Productsup CDE API.

        Without arguments it starts a server in this process and shows each result:
        one restore that succeeds, and one each that ends in 401, 403 and 404.

          RestoreConnector
          RestoreConnector life
          RestoreConnector --id UUID [--base-url URL] [--token TOKEN]
          RestoreConnector --id UUID [--base-url URL] --authorization-url URL --token-url URL --client-id ID [--scope "S …"] [--redirect-port N]

        life              On the embedded server: create a connector, move it to the bin, list the bin, restore it, show it.
        --id UUID         The connector to restore.
        --base-url URL    The server; by default the staging server. https, or http on this machine.
        --token TOKEN     The access token; by default the environment variable {Arguments.TokenVariable}.
        --authorization-url URL, --token-url URL, --client-id ID
                          Sign in at this authorization server as this client instead (OAuth 2.0 authorization code with PKCE).
                          The environment variable {SignIn.SecretVariable} contains the client secret, if there is one.
        --scope "S …"     The requested scopes; by default the server chooses.
        --redirect-port N The port of the redirect URI http://127.0.0.1:N/callback; by default any free port.
        --help            Show this text.

        Exit codes
          0    restored, or every result of the demonstration was as expected
          1    no usable response: server not reached, undocumented status, malformed body
          2    invalid arguments
          3    401, the token is missing or invalid
          4    403, access is denied
          5    404, no such connector is in the bin
          130  interrupted
        """;

    public static Task<Outcome> PrintAsync()
    {
        Console.WriteLine(Text);
        return Task.FromResult(Outcome.Restored);
    }
}

namespace RestoreConnector;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    private const string Text = $"""
        Restores a connector from the bin of the Productsup CDE API.

        Without arguments it shows what can come of that, on a server of its own that it starts in this process:
        one restore that succeeds, and one each that ends in 401, 403 and 404.

          RestoreConnector
          RestoreConnector life
          RestoreConnector --id UUID [--base-url URL] [--token TOKEN]
          RestoreConnector --id UUID [--base-url URL] --authorization-url URL --token-url URL --client-id ID [--scope "S …"] [--redirect-port N]

        life              On a server of its own: create a connector, move it to the bin, list the bin, restore it, show it.
        --id UUID         The connector to restore.
        --base-url URL    The server; the staging server when left out. https, or http on this machine.
        --token TOKEN     The access token; the environment variable {Arguments.TokenVariable} when left out.
        --authorization-url URL, --token-url URL, --client-id ID
                          Have the user sign in instead (OAuth 2.0 authorization code with PKCE), at that authorization server as that client;
                          the client's secret, where it has one, is the environment variable {SignIn.SecretVariable}.
        --scope "S …"     What to ask for; what the server gives such a client when left out.
        --redirect-port N The port of http://127.0.0.1:N/callback, to which the user comes back; any free one when left out.
        --help            This.

        Exit codes
          0    restored (or the demonstration went as it should)
          1    no usable answer: not reached, an undocumented status, a malformed body
          2    the arguments make no sense
          3    401, the token is missing or not valid
          4    403, access is denied
          5    404, there is no such connector in the bin
          130  interrupted
        """;

    public static Task<Outcome> PrintAsync()
    {
        Console.WriteLine(Text);
        return Task.FromResult(Outcome.Restored);
    }
}

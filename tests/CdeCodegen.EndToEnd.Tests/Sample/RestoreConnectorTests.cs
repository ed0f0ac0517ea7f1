using CdeCodegen.Samples;

namespace CdeCodegen.EndToEnd.Sample;

/// <summary>The output and exit codes of <c>samples/RestoreConnector</c>.</summary>
public sealed class RestoreConnectorTests
{
    [Fact]
    public async Task Without_arguments_it_shows_every_result_of_a_restore()
    {
        (int exitCode, string? output, string? error) = await SampleProgram.RunAsync(null);

        Assert.Equal((0, ""), (exitCode, error));
        foreach (string text in new[]
        {
            "200 OK  Connector has been restored from bin.", "3.0.0", "created", "bin-docker-wrapper 15.30.75",
            "401 Unauthorized  You have to be authorized to access this resource.",
            "403 Forbidden  Access denied for user.",
            "404 Not Found  Connector not found.",
        })
        {
            Assert.Contains(text, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_command_life_shows_the_life_cycle_of_a_connector()
    {
        (int exitCode, string? output, string? error) = await SampleProgram.RunAsync(null, "life");

        Assert.Equal((0, ""), (exitCode, error));
        string[] headings = ["Create:", "Move to bin:", "List the bin:", "(in bin)", "Restore:", "Show:"];
        int[] steps = [.. headings.Select(heading => output.IndexOf(heading, StringComparison.Ordinal))];
        Assert.All(steps, s => Assert.NotEqual(-1, s));
        Assert.Equal(steps.Order(), steps);
    }

    [Fact]
    public async Task Help_lists_options_environment_variables_and_exit_codes()
    {
        (int exitCode, string? output, string? error) = await SampleProgram.RunAsync(null, "--help");

        Assert.Equal((0, ""), (exitCode, error));
        foreach (string text in new[] { "--base-url", "--token", "--id", "CDE_TOKEN", "--authorization-url", "CDE_CLIENT_SECRET", "Exit codes", "404" })
        {
            Assert.Contains(text, output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("'--what' is not a known argument.", "--what")]
    [InlineData("--id needs a value.", "--id")]
    [InlineData("--id needs a value.", "--id", "--token", "x")]
    [InlineData("--id was given twice.", "--id", "a", "--id", "b")]
    [InlineData("--id is missing: it is the identifier of the connector.", "--token", "x")]
    [InlineData("'7' is not a UUID, so it cannot be the identifier of a connector.", "--id", "7")]
    [InlineData("'here' is not a valid server", "--id", "019e16f4-abc0-7901-9c6e-97ad896c94ce", "--base-url", "here")]
    [InlineData("'http://example.com' is not a valid server", "--id", "019e16f4-abc0-7901-9c6e-97ad896c94ce", "--base-url", "http://example.com")]
    [InlineData("Signing in requires", "--id", "019e16f4-abc0-7901-9c6e-97ad896c94ce", "--token-url", "https://example.com/token")]
    [InlineData("--token cannot be combined", "--id", "019e16f4-abc0-7901-9c6e-97ad896c94ce", "--token", "x", "--client-id", "x")]
    [InlineData("--authorization-url and --token-url must be https", "--id", "019e16f4-abc0-7901-9c6e-97ad896c94ce",
        "--client-id", "x", "--token-url", "https://example.com/token", "--authorization-url", "http://example.com")]
    [InlineData("'x' is not a port.", "--id", "019e16f4-abc0-7901-9c6e-97ad896c94ce",
        "--client-id", "x", "--token-url", "https://example.com", "--authorization-url", "https://example.com", "--redirect-port", "x")]
    [InlineData("'life' uses an embedded server", "life", "--token", "x")]
    public async Task Invalid_arguments_print_one_sentence_and_exit_with_2(string sentence, params string[] args)
    {
        (int exitCode, string? output, string? error) = await SampleProgram.RunAsync(null, args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Equal(2, error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task The_exit_code_depends_on_the_result_of_the_given_server()
    {
        await using CdeServer server = await CdeServer.StartAsync();
        string url = server.BaseAddress.AbsoluteUri;
        string id = CdeSeed.BinnedConnector.ToString();

        Assert.Equal(3, (await SampleProgram.RunAsync(null, "--base-url", url, "--id", id)).ExitCode);
        Assert.Equal(3, (await SampleProgram.RunAsync(null, "--base-url", url, "--id", id, "--token", "wrong")).ExitCode);
        Assert.Equal(4, (await SampleProgram.RunAsync(CdeSeed.Stranger.Token, "--base-url", url, "--id", id)).ExitCode);
        Assert.Equal(0, (await SampleProgram.RunAsync("wrong", "--base-url", url, "--id", id, "--token", CdeSeed.Owner.Token)).ExitCode);
        Assert.Equal(5, (await SampleProgram.RunAsync(CdeSeed.Owner.Token, "--base-url", url, "--id", id)).ExitCode);
    }

    [Theory]
    [InlineData(500, "{}", "The server returned 500, which is not documented for this operation.")]
    [InlineData(200, "{\"message\":1}", "The response cannot be read at $.message: ")]
    public async Task An_undocumented_or_malformed_response_prints_one_sentence(int status, string body, string sentence)
    {
        await using StubServer server = await StubServer.StartAsync(status, body);

        (int exitCode, string _, string? error) = await SampleProgram.RunAsync(
            null, "--base-url", server.BaseAddress.AbsoluteUri, "--id", CdeSeed.BinnedConnector.ToString());

        Assert.Equal(1, exitCode);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_unreachable_server_prints_one_sentence()
    {
        StubServer server = await StubServer.StartAsync(200, "{}");
        await server.DisposeAsync();

        (int exitCode, string _, string? error) = await SampleProgram.RunAsync(
            null, "--base-url", server.BaseAddress.AbsoluteUri, "--id", CdeSeed.BinnedConnector.ToString());

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The server cannot be reached: ", error, StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace CdeCodegen.Runtime.OAuth.Tests;

/// <summary>No exception and no text of an object holds a secret of the client, whatever the token endpoint sends back.</summary>
public sealed class SecretTests
{
    private const string Secret = "sec-5a17b0c4";
    private const string Refresh = "ref-8e2f6d11";
    private const string Access = "acc-13c9ee70";

    private static readonly Uri s_apiAddress = new("https://api.example/");

    public static TheoryData<int, string> Answers => new()
    {
        { 400, "{\"error\":\"invalid_client\",\"error_description\":\"ECHO\"}" },
        { 400, "{\"error\":\"ECHO\"}" },
        { 400, "{\"error\":\"x\",\"error_uri\":\"https://a.example/?ECHO\"}" },
        { 400, "ECHO" },
        { 500, "<html>ECHO</html>" },
        { 200, "ECHO" },
        { 200, "{\"access_token\":\"" + Access + "\",\"token_type\":\"ECHO\"}" },
        { 200, "{\"access_token\":\"" + Access + " ECHO\",\"token_type\":\"Bearer\"}" },
        { 200, "{\"access_token\":\"" + Access + "\",\"token_type\":\"Bearer\",\"expires_in\":\"ECHO\"}" },
        { 302, "ECHO" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_echoed_secret_is_in_no_text(int status, string answer)
    {
        foreach (OAuthClientAuthentication authentication in Enum.GetValues<OAuthClientAuthentication>())
        {
            using var http = new HttpClient(new EchoHandler((HttpStatusCode)status, answer));
            var options = new OAuthClientOptions
            {
                TokenEndpoint = new Uri("https://auth.example/token"),
                ClientId = "client",
                ClientSecret = Secret,
                ClientAuthentication = authentication,
                HttpClient = http,
            };
            using var tokens = new ClientCredentialsTokenProvider(options);

            Exception? error = await Record.ExceptionAsync(() => tokens.GetAuthorizationTokenAsync(s_apiAddress));

            StringBuilder shown = new StringBuilder().Append(options).Append(tokens).Append(new OAuthTokens { AccessToken = Access, RefreshToken = Refresh, IssuedAt = default });
            for (Exception? e = error; e is not null; e = e.InnerException)
            {
                shown.Append(e).Append(e.Message);
            }

            Assert.All(new[] { Secret, Refresh, Access }, secret => Assert.DoesNotContain(secret, shown.ToString(), StringComparison.Ordinal));
        }
    }

    /// <summary>A record prints its members, and a debugger display may.</summary>
    [Fact]
    public void No_type_prints_its_members()
    {
        Type[] types = typeof(OAuthTokens).Assembly.GetTypes();

        Assert.DoesNotContain(types, type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);
        Assert.DoesNotContain(types, type => type.GetCustomAttribute<DebuggerDisplayAttribute>() is not null);
    }

    /// <summary>Tokens are on a disk only if the application's store puts them there: no code of the package can open a file.</summary>
    [Fact]
    public void The_package_writes_no_file()
    {
        using var file = new PEReader(File.OpenRead(typeof(OAuthTokens).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();

        string[] types =
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference).Where(type => metadata.GetString(type.Namespace).StartsWith("System.IO", StringComparison.Ordinal))
                .Select(type => metadata.GetString(type.Name)).Order(StringComparer.Ordinal),
        ];

        Assert.All(types, type => Assert.Contains(type, new[] { "IOException", "MemoryStream", "Stream", "StreamReader", "TextReader", "TextWriter", "Path" }));
    }

    /// <summary>Puts what the client sent, secrets included, in the place of <c>ECHO</c>.</summary>
    private sealed class EchoHandler(HttpStatusCode status, string answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            string basic = request.Headers.Authorization?.Parameter is { } credentials ? Encoding.UTF8.GetString(Convert.FromBase64String(credentials)) : "";
            return new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Content = new StringContent(answer.Replace("ECHO", sent + " " + basic, StringComparison.Ordinal), Encoding.UTF8, "application/json"),
            };
        }
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using CdeCodegen.Runtime.Tests.Faults;

namespace CdeCodegen.Runtime.Tests.Secrets;

/// <summary>Secrets of a call never reach a log, a trace, a metric, an exception's text or a debugger display, however the call ends.</summary>
/// <remarks>The JSON path of a format error names members of the body, up to 256 characters, so a secret must not be the name of a member.</remarks>
[Collection(nameof(FaultTableTests))]
public class SecretTests
{
    private const string Token = "tok-4f1f9f0c";
    private const string Key = "key-7d2ab8e1";
    private const string Password = "pwd-90c3d5aa";
    private const string PathSecret = "path-31be77f0";
    private const string Answered = "ans-c0ffee12";

    private static readonly string[] s_secrets = [Token, Key, Password, PathSecret, Answered];

    /// <summary>Ends of a call, by the response: a success, errors with bodies that fit and do not, broken bodies, and no response at all.</summary>
    public static TheoryData<string, string> Responses => new()
    {
        { "success", Body("200 OK", $"{{\"secret\":\"{Answered}\"}}") },
        { "documented error", Body("404 Not Found", $"{{\"secret\":\"{Answered}\"}}") },
        { "error that does not fit", Body("404 Not Found", $"<html>{Answered}") },
        { "success that does not fit", Body("200 OK", $"{{\"secret\":\"{Answered}\"") },
        { "wrong kind", Body("200 OK", $"{{\"a\":{{\"b\":\"{Answered}\",\"c\":tru}}}}") },
        { "undocumented status", Body("500 Oops", Answered) },
        { "other content type", $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Secret: {Answered}\r\nContent-Length: 2\r\n\r\n{{}}" },
        { "redirect", $"HTTP/1.1 302 Found\r\nLocation: http://localhost:1/?token={Answered}\r\nContent-Length: 0\r\n\r\n" },
        { "refused retry", $"HTTP/1.1 503 Busy\r\nRetry-After: 999\r\nX-Secret: {Answered}\r\nContent-Length: 0\r\n\r\n" },
        { "too large", Body("200 OK", $"\"{Answered}{new string('x', 2000)}\"") },
        { "hang-up", "" },
        { "no HTTP", "SSH-2.0\r\n\r\n" },
        { "broken header", $"HTTP/1.1 200 OK\r\nX-Secret: {Answered}\r\nBroken\r\n\r\n" },
        { "early end", $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"a\":\"{Answered}" },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task No_text_of_a_call_holds_a_secret(string name, string response)
    {
        Assert.NotEmpty(name);
        foreach (string method in new[] { "GET", "PATCH" })
        {
            await using var server = RawServer.Responding(response);
            using var recorder = new Recorder();
            var options = new ApiClientOptions
            {
                BaseUrl = server.Url,
                AccessTokenProvider = new StaticAccessTokenProvider(Token),
                MaxResponseBodyBytes = 1000,
                RetryDelay = TimeSpan.Zero,
            };
            var core = new ApiClientCore(options, null);

            try
            {
                FaultResult result = await Send(core, method);
                recorder.Record(result);
                recorder.Record(result.BodyError);
                recorder.Record(result.Headers);
                recorder.Record(new ApiResultException(result));
                recorder.Record(Record.Exception(() => result is FaultResult.NotFound notFound ? notFound.Body : null));
            }
            catch (Exception e)
            {
                recorder.Record(e);
            }

            foreach (object shown in new object[] { options, core, options.AccessTokenProvider!, new FilePart(new MemoryStream(), Password) })
            {
                recorder.Record(shown);
            }

            Assert.Contains(server.Requests, request => request.Contains(Token, StringComparison.Ordinal) && request.Contains(Key, StringComparison.Ordinal));
            Assert.NotEmpty(recorder.Texts);
            Assert.DoesNotContain(recorder.Texts, text => s_secrets.Any(secret => text.Contains(secret) && !IsAddressOfPlatform(secret, text)));
        }
    }

    /// <summary>The exceptions of values that cannot be sent name the parameter and not the value.</summary>
    [Fact]
    public void A_refused_value_is_not_in_the_exception()
    {
        ApiClientCore core = TestApi.Over(StubHandler.Json("{}"));
        using var recorder = new Recorder();

        recorder.Record(Record.Exception(() => new ApiRequest(core, "GET", $"/things").Header("X-Key", Key + "\r\n")));
        recorder.Record(Record.Exception(() => new ApiRequest(core, "GET", $"/things").Header("X-Key", Key + "\0")));

        Assert.NotEmpty(recorder.Texts);
        Assert.DoesNotContain(recorder.Texts, text => s_secrets.Any(text.Contains));
    }

    [Theory]
    [InlineData(Token + " with space")]
    [InlineData(Token + "\r\nX-Evil: 1")]
    [InlineData(Token + "\u00e9")]
    public async Task A_refused_token_is_not_in_the_exception(string token)
    {
        using var recorder = new Recorder();
        ApiClientCore core = TestApi.Over(StubHandler.Json("{}"), o => o.AccessTokenProvider = new StaticAccessTokenProvider(token));

        recorder.Record(await Record.ExceptionAsync(() => core.Get(Probe.Status)));

        Assert.NotEmpty(recorder.Texts);
        Assert.DoesNotContain(recorder.Texts, text => s_secrets.Any(text.Contains));
    }

    /// <summary>A record prints its members, and a debugger display may. No type of the runtime does either with values of a call.</summary>
    [Fact]
    public void No_type_of_the_runtime_prints_its_members()
    {
        Type[] types = typeof(ApiResult).Assembly.GetTypes();

        Assert.DoesNotContain(types, type => type.IsPublic && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);
        Assert.DoesNotContain(types, type => type.GetCustomAttribute<DebuggerDisplayAttribute>() is not null && !type.IsDefined(typeof(CompilerGeneratedAttribute)));
    }

    /// <summary>The recorder finds a secret wherever one could be.</summary>
    [Fact]
    public void The_recorder_sees_secrets()
    {
        using var recorder = new Recorder();
        using var source = new ActivitySource("Test.Secrets");
        using (Activity? activity = source.StartActivity("call"))
        {
            activity?.SetTag("a", Token);
        }

        var inner = new InvalidOperationException(Key);
        inner.Data["x"] = Password;
        recorder.Record(new IOException("outer", inner));
        recorder.Record(new Shown());

        Assert.All(new[] { Token, Key, Password, PathSecret }, secret => Assert.Contains(recorder.Texts, text => text.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>The trace and the events of HttpClient itself show the address without its query. Secrets do not belong in a path; the runtime's own trace has none.</summary>
    private static bool IsAddressOfPlatform(string secret, string text) =>
        secret == PathSecret && (text.StartsWith("url.full=", StringComparison.Ordinal) || text.StartsWith("http ", StringComparison.Ordinal));

    private static Task<FaultResult> Send(ApiClientCore core, string method)
    {
        var request = new ApiRequest(core, method, $"/things/{PathSecret}");
        request.Header("X-Api-Key", Key);
        request.Query("password", Password);
        request.Cookie("session", Key);
        if (method != "GET")
        {
            JsonWriter w = request.Json("application/json");
            w.Start();
            w.Name("password").String(Password);
            w.End();
        }

        return request.SendAsync(FaultResult.Read, default);
    }

    private static string Body(string status, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nX-Secret: {Answered}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    [DebuggerDisplay("{Secret}")]
    private sealed class Shown
    {
        private string Secret => PathSecret;
    }
}

using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Model;
using CdeCodegen.Runtime;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>Results: the case for each status, its members, and <c>EnsureSuccess</c>.</summary>
public class ResultTests
{
    private static readonly ObjectModel s_thing = Class("Thing", Member("name", Text));
    private static readonly ObjectModel s_error = Class("Error", Member("message", Text));

    private static readonly ResultModel s_result = Result(
        "GetResult",
        Default(JsonBody(Ref(s_error))),
        Range(4, "ClientError"),
        Status(200, "Ok", JsonBody(Ref(s_thing)), new("RetryAfter", "Retry-After", Int, DocText.None), new("Location", "Location", Of(TypeKind.Uri), DocText.None)),
        Status(404, "NotFound", JsonBody(Ref(s_error))),
        Status(409, "Conflict", Body(BodyKind.Text, "text/plain", Text)));

    private const string Describe = """
        public static async Task<string> Describe(HttpClient http) => await new AcmeClient(http).Things.GetAsync() switch
        {
            GetResult.Ok r => $"Ok {r.StatusCode} {r.Body.Name} {r.RetryAfter?.ToString() ?? "-"} {r.Location?.ToString() ?? "-"}",
            GetResult.NotFound r => $"NotFound {r.StatusCode} {r.Body.Message}",
            GetResult.Conflict r => $"Conflict {r.StatusCode} {r.Body}",
            GetResult.ClientError r => $"ClientError {r.StatusCode} {r.IsSuccess}",
            GetResult.Default r => $"Default {r.StatusCode} {r.Body.Message} {r.IsSuccess}",
            _ => "?",
        };
        public static async Task<string> Ensure(HttpClient http)
        {
            try
            {
                return (await new AcmeClient(http).Things.GetAsync()).EnsureSuccess().Name;
            }
            catch (ApiResultException e)
            {
                return e.Result.GetType().Name + e.ResponseStatusCode;
            }
        }
        """;

    [Theory]
    [InlineData(200, """{"name":"n"}""", "application/json", "Ok 200 n 7 https://example.com/x", "n")]
    [InlineData(404, """{"message":"m"}""", "application/problem+json", "NotFound 404 m", "NotFound404")]
    [InlineData(409, "taken", "text/plain", "Conflict 409 taken", "Conflict409")]
    [InlineData(418, "short and stout", "text/plain", "ClientError 418 False", "ClientError418")]
    [InlineData(499, null, "", "ClientError 499 False", "ClientError499")]
    [InlineData(500, """{"message":"m"}""", "application/json", "Default 500 m False", "Default500")]
    [InlineData(201, """{"message":"m"}""", "application/json", "Default 201 m True", "Default201")]
    public async Task The_status_selects_the_case(int status, string? body, string mediaType, string expected, string ensured)
    {
        var client = EmittedClient.Of(Client([s_thing, s_error], (Operation("GET", s_result), s_result)), Describe);
        var server = new StubHandler(status, body, mediaType, ("Retry-After", "7"), ("Location", "https://example.com/x"));
        Assert.Equal(expected, await client.Call("Describe", server.Client()));
        Assert.Equal(ensured, await client.Call("Ensure", server.Client()));
    }

    /// <summary>The runtime cannot create types of the client without reflection.</summary>
    [Fact]
    public async Task A_header_can_be_an_enumeration()
    {
        EnumModel state = Enum("State", "idle", "busy");
        EnumModel level = Numbers("Level", TypeKind.Int32, 1, 2);
        ResultModel result = Result("GetResult", Status(204, "NoContent", null, new("State", "X-State", Ref(state), DocText.None), new("Level", "X-Level", Ref(level), DocText.None)));
        var client = EmittedClient.Of(Client([state, level], (Operation("GET", result), result)), """
            public static async Task<string> Describe(HttpClient http) => await new AcmeClient(http).Things.GetAsync() is GetResult.NoContent r
                ? $"{r.State?.ToString() ?? "-"} {r.State == Acme.Models.State.Busy} {r.Level?.ToString() ?? "-"} {r.Level == Acme.Models.Level.V2}"
                : "?";
            """);

        Assert.Equal("busy True 2 True", await client.Call("Describe", new StubHandler(204, null, "", ("X-State", "busy"), ("X-Level", "2")).Client()));
        Assert.Equal("tired False 3 False", await client.Call("Describe", new StubHandler(204, null, "", ("X-State", "tired"), ("X-Level", "3")).Client()));
        Assert.Equal("- False - False", await client.Call("Describe", new StubHandler().Client()));
    }

    [Fact]
    public async Task A_missing_header_is_null_and_a_malformed_one_throws_where_it_is_read()
    {
        var client = EmittedClient.Of(Client([s_thing, s_error], (Operation("GET", s_result), s_result)), Describe);
        Assert.Equal("Ok 200 n - -", await client.Call("Describe", new StubHandler(200, """{"name":"n"}""", "application/json").Client()));
        CdeCodegen.Runtime.ResponseFormatException e = await Assert.ThrowsAsync<CdeCodegen.Runtime.ResponseFormatException>(
            () => client.Call("Describe", new StubHandler(200, """{"name":"n"}""", "application/json", ("Retry-After", "soon")).Client()));
        Assert.Contains("'Retry-After'", e.Message);
    }

    [Fact]
    public async Task An_undocumented_status_throws()
    {
        ResultModel result = Result("GetResult", Status(204, "NoContent"));
        var client = EmittedClient.Of(Client([], (Operation("GET", result), result)), """
            public static async Task Run(HttpClient http) => (await new AcmeClient(http).Things.GetAsync()).EnsureSuccess();
            """);
        await client.Call("Run", new StubHandler(204).Client());
        UnexpectedStatusException e = await Assert.ThrowsAsync<CdeCodegen.Runtime.UnexpectedStatusException>(() => client.Call("Run", new StubHandler(503, "down", "text/plain").Client()));
        Assert.Equal(503, e.ResponseStatusCode);
        Assert.Equal("down", e.ResponseBody);
    }

    /// <summary>The return type of <c>EnsureSuccess</c> depends on the documented successes.</summary>
    [Fact]
    public async Task EnsureSuccess_returns_the_common_body_of_all_successes()
    {
        ResultModel[] results =
        [
            Result("OneResult", Status(200, "Ok", JsonBody(Int)), Status(404, "NotFound")),
            Result("SameResult", Status(200, "Ok", JsonBody(Int)), Status(201, "Created", JsonBody(Int))),
            Result("MixedResult", Status(200, "Ok", JsonBody(Int)), Status(204, "NoContent")),
            Result("NoneResult", Status(204, "NoContent"), Status(205, "ResetContent")),
            Result("OnlyDefaultResult", Default(JsonBody(Int), isSuccess: true)),
            Result("RangeResult", Range(2, "Success", JsonBody(Int)), Status(404, "NotFound")),
            Result("OnlyErrorsResult", Status(404, "NotFound", JsonBody(Int))),
            Result("NullableResult", Status(200, "Ok", JsonBody(Int, nullable: true))),
        ];
        var client = EmittedClient.Of(Client([], [.. results.Select(r => (Operation("GET", r) with { MethodName = "Get" + r.Name }, r))]), """
            public static string Run()
            {
                int one = new OneResult.Ok(1).EnsureSuccess();
                int same = new SameResult.Created(2).EnsureSuccess();
                MixedResult mixed = new MixedResult.NoContent().EnsureSuccess();
                new NoneResult.ResetContent().EnsureSuccess();
                int byDefault = new OnlyDefaultResult.Default(299, 3).EnsureSuccess();
                int range = new RangeResult.Success(202, 4).EnsureSuccess();
                int? nullable = new NullableResult.Ok(null).EnsureSuccess();
                return $"{one}{same}{mixed.StatusCode}{byDefault}{range}{nullable}";
            }

            public static int Throws()
            {
                Action[] calls =
                [
                    () => new OneResult.NotFound().EnsureSuccess(),
                    () => new OnlyDefaultResult.Default(400, 1).EnsureSuccess(),
                    () => new RangeResult.NotFound().EnsureSuccess(),
                    () => new OnlyErrorsResult.NotFound(1).EnsureSuccess(),
                ];
                return calls.Count(call => { try { call(); return false; } catch (ApiResultException) { return true; } });
            }
            """);
        Assert.Equal("1220434", await client.Call("Run"));
        Assert.Equal(4, await client.Call("Throws"));
    }

    [Fact]
    public async Task Every_kind_of_body_is_read()
    {
        EnumModel color = Enum("Color", "red");
        ResultModel result = Result(
            "GetResult",
            Status(200, "Ok", JsonBody(Ref(color), nullable: true)),
            Status(201, "Created", JsonBody(List(Map(Int)))),
            Status(202, "Accepted", JsonBody(Ref(s_thing), nullable: true)),
            Status(203, "NonAuthoritativeInformation", Body(BodyKind.Binary, "application/octet-stream", Binary)),
            Status(206, "PartialContent", JsonBody(List(Map(Int)))),
            Status(226, "ImUsed", JsonBody(Json)),
            Status(400, "BadRequest", JsonBody(List(Ref(s_thing)))));
        OperationModel operation = Operation("GET", result) with { IsStreamed = true };
        var client = EmittedClient.Of(Client([s_thing, color], (operation, result)), """
            public static async Task<string> Describe(HttpClient http) => await new AcmeClient(http).Things.GetAsync() switch
            {
                GetResult.Ok r => r.Body?.ToString() ?? "null",
                GetResult.Created r => r.Body[0]["a"].ToString(),
                GetResult.Accepted r => r.Body?.Name ?? "null",
                GetResult.NonAuthoritativeInformation r => await new StreamReader(r.Body).ReadToEndAsync(),
                GetResult.PartialContent r => r.Body.Count.ToString(),
                GetResult.ImUsed r => r.Body.GetRawText(),
                GetResult.BadRequest r => r.Body[0].Name,
                _ => "?",
            };
            """);
        foreach ((int status, string body, string expected) in (IEnumerable<(int, string, string)>)
        [
            (200, "\"blue\"", "blue"), (200, "null", "null"), (201, """[{"a":5}]""", "5"), (202, """{"name":"n"}""", "n"), (202, " null ", "null"),
            (203, "bytes", "bytes"), (206, "[{},{}]", "2"), (226, "[1, 2]", "[1, 2]"), (400, """[{"name":"x"}]""", "x"),
        ])
        {
            Assert.Equal(expected, await client.Call("Describe", new StubHandler(status, body).Client()));
        }
    }

    [Fact]
    public async Task A_result_is_closed_and_has_attributes()
    {
        var client = EmittedClient.Of(Client([s_thing, s_error], (Operation("GET", s_result), s_result with { OperationName = "get_\"thing\"" })), """
            public static string Run()
            {
                Type type = typeof(GetResult);
                var all = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic;
                bool closed = type.IsAbstract && type.GetConstructors(all).All(c => c.IsPrivate) && type.GetNestedTypes().All(t => t.IsSealed && t.BaseType == type);
                var operation = type.GetCustomAttributes(false).OfType<ApiResultAttribute>().Single().Operation;
                var cases = type.GetNestedTypes().Select(t => t.GetCustomAttributesData().Single(a => a.AttributeType == typeof(ApiResultCaseAttribute)).ConstructorArguments[0].Value);
                return $"{closed} {operation} {string.Join(",", cases)}";
            }
            """);
        Assert.Equal("True get_\"thing\" default,4XX,200,404,409", await client.Call("Run"));
    }

    [Fact]
    public void Hierarchies_have_the_closed_modifier_in_CSharp_15()
    {
        UnionModel union = Union("Either", null, Case("Number", Int, JsonTokens.Integer));
        Dictionary<string, string> files = EmittedClient.Print(Client([s_thing, s_error, union], (Operation("GET", s_result), s_result)), EmissionFacts.Floor with { Closed = true });
        Assert.Contains("public closed class GetResult :", string.Concat(files.Values));
        Assert.Contains("public closed partial class Either : ", string.Concat(files.Values));
        Assert.DoesNotContain("abstract", string.Concat(files.Values));
    }
}

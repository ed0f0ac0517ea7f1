using CdeCodegen.Generator.Model;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>The requests that builders and operations send.</summary>
public class RequestTests
{
    private static readonly ResultModel s_done = Result("DoneResult", Status(204, "NoContent"));
    private static readonly ObjectModel s_thing = Class("Thing", Member("name", Text), Member("size", Int, required: false));
    private static readonly EnumModel s_color = Enum("Color", "red", "dark red");

    [Fact]
    public async Task Properties_indexers_and_methods_build_a_path()
    {
        OperationModel get = Operation("GET", s_done) with
        {
            Path = Array(
                new PathPartModel(false, "/things/"), new PathPartModel(true, "thingId"), new PathPartModel(false, "/report-"), new PathPartModel(true, "year"),
                new PathPartModel(false, ";"), new PathPartModel(true, "tags"), new PathPartModel(false, "/{x}%20\\")),
        };
        PathValueModel id = Value("thingId", Of(TypeKind.Guid)), year = Value("year", Int), tags = Value("tags", List(Text));
        ClientModel model = Client(
            [],
            [s_done],
            [Step("Things", "ThingsRequestBuilder")],
            [
                Builder("ThingsRequestBuilder", "/things", [], [new ChildModel(ChildKind.Indexer, "", "ThingsItemRequestBuilder", Array(id), DocText.None)], []),
                Builder("ThingsItemRequestBuilder", "/things/{thingId}", [id], [new ChildModel(ChildKind.Method, "ReportWithYearTags", "ReportRequestBuilder", Array(year, tags), DocText.None)], []),
                Builder("ReportRequestBuilder", "/things/{thingId}/report-{year};{tags}", [id, year, tags], [], [get]),
            ]);
        var client = EmittedClient.Of(model, """
            public static async Task Run(HttpClient http, string[] tags) =>
                (await new AcmeClient(http).Things[Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")].ReportWithYearTags(2024, tags).GetAsync()).EnsureSuccess();
            """);
        var server = new StubHandler();
        await client.Call("Run", server.Client(), new[] { "a/b", "c" });
        Assert.Equal("https://api.example.com/v1/things/0f8fad5b-d9cb-469f-a165-70867728950e/report-2024;a%2Fb,c/{x}%20\\", Uri.UnescapeDataString(server.Url).Replace("a/b", "a%2Fb").Replace("{x} \\", "{x}%20\\"));
    }

    [Fact]
    public async Task Parameters_are_sent_in_their_documented_locations()
    {
        OperationModel get = Operation(
            "GET",
            s_done,
            null,
            Parameter("page", "page", Int),
            Parameter("filter", "filter[x y]", List(Text)),
            Parameter("ids", "ids", List(Int), style: ParameterStyle.Comma),
            Parameter("color", "X-Color", Ref(s_color), ParameterPlace.Header),
            Parameter("session", "session", Text, ParameterPlace.Cookie),
            Parameter("like", "like", Ref(s_thing), style: ParameterStyle.DeepObject),
            Parameter("exact", "exact", Ref(s_thing), style: ParameterStyle.Json),
            Parameter("path", "path", Text) with { IsReservedAllowed = true }) with
        {
            QueryClass = new QueryClassModel("DoneQueryParameters", Array(
                Parameter("Since", "since", Of(TypeKind.DateTimeOffset)),
                Parameter("Colors", "colors", List(Ref(s_color))),
                Parameter("Like", "other", Ref(s_thing), style: ParameterStyle.DeepObject),
                Parameter("Trace", "X-Trace", Of(TypeKind.Guid), ParameterPlace.Header),
                Parameter("Theme", "theme", Text, ParameterPlace.Cookie))),
        };
        var client = EmittedClient.Of(Client([s_thing, s_color], (get, s_done)), """
            public static async Task Required(HttpClient http) => (await new AcmeClient(http).Things.GetAsync(
                2, ["a", "b&c"], [1, 2], Color.DarkRed, "s", new Thing { Name = "n", Size = 1 }, new Thing { Name = "m" }, "/a?b")).EnsureSuccess();
            public static async Task All(HttpClient http) => (await new AcmeClient(http).Things.GetAsync(
                2, [], [], Color.Red, "s", new Thing { Name = "n" }, new Thing { Name = "m" }, "p", configuration =>
                {
                    configuration.QueryParameters.Since = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
                    configuration.QueryParameters.Colors = [Color.Red, "blue"];
                    configuration.QueryParameters.Like = new Thing { Name = "o" };
                    configuration.QueryParameters.Trace = Guid.Empty;
                    configuration.QueryParameters.Theme = "dark";
                    configuration.Headers.Add("X-Own", "yes");
                })).EnsureSuccess();
            """);
        var server = new StubHandler();
        await client.Call("Required", server.Client());
        Assert.Equal(
            """https://api.example.com/v1/things?page=2&filter%5Bx%20y%5D=a&filter%5Bx%20y%5D=b%26c&ids=1,2&like%5Bname%5D=n&like%5Bsize%5D=1&exact=%7B%22name%22%3A%22m%22%7D&path=/a?b""",
            server.Url);
        Assert.Equal("dark red", server.Headers["X-Color"]);
        Assert.Equal("session=s", server.Headers["Cookie"]);
        Assert.Equal("application/json", server.Headers["Accept"]);
        Assert.DoesNotContain("X-Trace", server.Headers.Keys);

        await client.Call("All", server.Client());
        Assert.Equal(
            "https://api.example.com/v1/things?page=2&like%5Bname%5D=n&exact=%7B%22name%22%3A%22m%22%7D&path=p&since=2024-01-02T03%3A04%3A05Z&colors=red&colors=blue&other%5Bname%5D=o",
            server.Url);
        Assert.Equal("00000000-0000-0000-0000-000000000000", server.Headers["X-Trace"]);
        Assert.Equal("session=s; theme=dark", server.Headers["Cookie"]);
        Assert.Equal("yes", server.Headers["X-Own"]);
    }

    [Fact]
    public async Task Every_kind_of_body_is_sent()
    {
        ObjectModel form = Class(
            "Upload",
            Member("title", Text),
            Member("count", Int, required: false),
            Member("tags", List(Text), required: false),
            Member("meta", Ref(s_thing), required: false),
            Member("file", Binary),
            Member("more", List(Binary), required: false)) with
        { Generated = GeneratedMembers.Writer | GeneratedMembers.PartsWriter };
        (string Name, BodyModel Body)[] bodies =
        [
            ("Object", JsonBody(Ref(s_thing))),
            ("List", JsonBody(List(Ref(s_thing), nullable: true))),
            ("Nullable", JsonBody(Ref(s_thing), nullable: true)),
            ("Number", JsonBody(Int, required: false)),
            ("Optional", JsonBody(Ref(s_thing), required: false) with { MediaType = "application/merge-patch+json" }),
            ("Text", Body(BodyKind.Text, "text/plain", Text)),
            ("Binary", Body(BodyKind.Binary, "application/octet-stream", Binary)),
            ("Form", Body(BodyKind.FormUrlEncoded, "application/x-www-form-urlencoded", Ref(s_thing))),
            ("Fields", Body(BodyKind.FormUrlEncoded, "application/x-www-form-urlencoded", Map(Text))),
            ("Parts", Body(BodyKind.Multipart, "multipart/form-data", Ref(form))),
            ("TextParts", Body(BodyKind.Multipart, "multipart/form-data", Map(Text))),
        ];
        var client = EmittedClient.Of(
            Client([s_thing, form], [.. bodies.Select(b => (Operation("POST", s_done, b.Body) with { MethodName = b.Name }, s_done))]),
            """
            static RequestBuilders Of(HttpClient http) => new(http);
            readonly record struct RequestBuilders(HttpClient Http) { public Acme.RequestBuilders.ThingsRequestBuilder Things => new AcmeClient(Http).Things; }
            static readonly Thing thing = new() { Name = "n & m", Size = 2 };
            public static async Task Object(HttpClient http) => (await Of(http).Things.Object(thing)).EnsureSuccess();
            public static async Task List(HttpClient http) => (await Of(http).Things.List([thing, null])).EnsureSuccess();
            public static async Task Nullable(HttpClient http) => (await Of(http).Things.Nullable(null)).EnsureSuccess();
            public static async Task Number(HttpClient http) => (await Of(http).Things.Number(5)).EnsureSuccess();
            public static async Task NoNumber(HttpClient http) => (await Of(http).Things.Number()).EnsureSuccess();
            public static async Task Optional(HttpClient http) => (await Of(http).Things.Optional(thing)).EnsureSuccess();
            public static async Task Absent(HttpClient http) => (await Of(http).Things.Optional()).EnsureSuccess();
            public static async Task Text(HttpClient http) => (await Of(http).Things.Text("täxt")).EnsureSuccess();
            public static async Task Binary(HttpClient http) => (await Of(http).Things.Binary(new MemoryStream([65, 66]))).EnsureSuccess();
            public static async Task Form(HttpClient http) => (await Of(http).Things.Form(thing)).EnsureSuccess();
            public static async Task Fields(HttpClient http) => (await Of(http).Things.Fields(new Dictionary<string, string> { ["a b"] = "c" })).EnsureSuccess();
            public static async Task Parts(HttpClient http) => (await Of(http).Things.Parts(new Upload
            {
                Title = "t", Tags = ["x", "y"], Meta = thing, File = new FilePart(new MemoryStream([65]), "a.txt", "text/plain"), More = [new FilePart(new MemoryStream([66]), "b.bin")],
            })).EnsureSuccess();
            public static async Task TextParts(HttpClient http) => (await Of(http).Things.TextParts(new Dictionary<string, string> { ["a"] = "c" })).EnsureSuccess();
            """);
        foreach ((string method, string? type, string body) in (IEnumerable<(string, string?, string)>)
        [
            ("Object", "application/json", """{"name":"n & m","size":2}"""),
            ("List", "application/json", """[{"name":"n & m","size":2},null]"""),
            ("Nullable", "application/json", "null"),
            ("Number", "application/json", "5"),
            ("NoNumber", null, ""),
            ("Optional", "application/merge-patch+json", """{"name":"n & m","size":2}"""),
            ("Absent", null, ""),
            ("Text", "text/plain; charset=utf-8", "täxt"),
            ("Binary", "application/octet-stream", "AB"),
            ("Form", "application/x-www-form-urlencoded", "name=n%20%26%20m&size=2"),
            ("Fields", "application/x-www-form-urlencoded", "a%20b=c"),
        ])
        {
            var server = new StubHandler();
            await client.Call(method, server.Client());
            Assert.Equal(type, server.ContentType);
            Assert.Equal(body, server.Body.Replace("+", "%20"));
        }

        var parts = new StubHandler();
        await client.Call("Parts", parts.Client());
        Assert.StartsWith("multipart/form-data", parts.ContentType);
        foreach (string part in (string[])["name=title", "name=tags", "name=meta", "name=file; filename=a.txt", "text/plain", "name=more; filename=b.bin", """{"name":"n & m","size":2}"""])
        {
            Assert.Contains(part, parts.Body.Replace("name=\"", "name=").Replace("\";", ";").Replace("\"\r\n", "\r\n"));
        }

        Assert.DoesNotContain("count", parts.Body);
        await client.Call("TextParts", parts.Client());
        Assert.Contains("\r\n\r\nc\r\n", parts.Body);
    }

    [Fact]
    public async Task An_operation_can_accept_other_media_types_and_be_anonymous()
    {
        OperationModel get = Operation("GET", s_done) with { Accept = "text/csv, application/json", Security = -1 };
        var client = EmittedClient.Of(Client([], (get, s_done)), """
            public static async Task Run(HttpClient http) => (await new AcmeClient(http).Things.GetAsync()).EnsureSuccess();
            """);
        var server = new StubHandler();
        await client.Call("Run", server.Client());
        Assert.Equal("text/csv, application/json", server.Headers["Accept"]);
        Assert.Contains(", cancellationToken, -1);", client.File("RequestBuilders.Things.g.cs"));
    }

    [Fact]
    public async Task The_root_can_have_operations_with_any_method()
    {
        ClientModel model = Client([], [s_done], [], []);
        model = model with
        {
            Client = model.Client with
            {
                BaseUrl = null,
                Operations = Array(Operation("PURGE", s_done) with { Path = Array(new PathPartModel(false, "/")) }),
            },
        };
        var client = EmittedClient.Of(model, """
            public static async Task Run(HttpClient http) =>
                (await new AcmeClient(new ApiClientOptions { HttpClient = http, BaseUrl = new Uri("https://other.example") }).PurgeAsync(r => r.Headers.Add("A", "b"))).EnsureSuccess();
            """);
        var server = new StubHandler();
        await client.Call("Run", server.Client());
        Assert.Equal(("PURGE", "https://other.example/", "b"), (server.Method, server.Url, server.Headers["A"]));
    }
}

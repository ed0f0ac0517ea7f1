using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Tests.Infrastructure;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>The text of a small API that uses every construct, for review.</summary>
public class SnapshotTests
{
    private static readonly EnumModel s_state = Enum("State", "open", "in transit") with { Doc = new DocText("Where an order stands.") };
    private static readonly EnumModel s_priority = Numbers("Priority", TypeKind.Int32, 1, 2);

    private static readonly ObjectModel s_card = Class("Card", Member("kind", Text), Member("number", Text) with { Doc = new DocText("Masked but for the last four digits.") });
    private static readonly ObjectModel s_invoice = Class("Invoice", Member("kind", Text), Member("due-date", Of(TypeKind.Date)));

    private static readonly UnionModel s_payment = Union(
        "Payment",
        "kind",
        Case("Card", Ref(s_card), JsonTokens.Object, values: ["card"]) with { Doc = new DocText("Paid by card.") },
        Case("Invoice", Ref(s_invoice), JsonTokens.Object, values: ["invoice"])) with
    {
        Doc = new DocText("How an order is paid."),
        Generated = GeneratedMembers.Reader | GeneratedMembers.Writer | GeneratedMembers.ListReader,
    };

    private static readonly UnionModel s_reference = Union(
        "Reference", null, Case("Number", Of(TypeKind.Int64), JsonTokens.Integer), Case("Name", Text, JsonTokens.String), Case("Names", List(Text), JsonTokens.Array)) with
    {
        Generated = GeneratedMembers.Reader | GeneratedMembers.Writer,
    };

    private static readonly ObjectModel s_order = Class(
        "Order",
        Member("id", Of(TypeKind.Guid)) with { IsWritten = false, IsRequiredMember = false, IsNullableMember = true, Doc = new DocText("Given by the shop.") },
        Member("state", Ref(s_state)),
        Member("priority", Ref(s_priority), required: false),
        Member("note", Text, required: false, nullable: true, optional: true) with { Doc = new DocText("Anything else, in `Markdown`.", "Shown to the customer.\n\nUp to 500 characters.") },
        Member("payment", Ref(s_payment), required: true, nullable: true),
        Member("payments", List(Ref(s_payment)), required: false),
        Member("reference", Ref(s_reference), required: false, nullable: true, optional: true),
        Member("tags", List(Text)),
        Member("labels", Map(Text), required: false),
        Member("matrix", List(List(Of(TypeKind.Double)))),
        Member("secret", Text, required: false) with { IsRead = false, Doc = new DocText("Only ever sent.", IsDeprecated: true) }) with
    {
        Doc = new DocText("What somebody bought."),
        Generated = GeneratedMembers.Reader | GeneratedMembers.Writer | GeneratedMembers.ListReader | GeneratedMembers.BodyReader,
        Additional = new AdditionalModel(Json, IsNullable: false, "AdditionalProperties"),
    };

    private static readonly ObjectModel s_problem = Class("Problem", Member("message", Text)) with
    {
        Generated = GeneratedMembers.Reader | GeneratedMembers.BodyReader,
    };

    private static readonly ObjectModel s_upload = Class("Upload", Member("title", Text), Member("file", Binary), Member("order", Ref(s_order), required: false)) with
    {
        Generated = GeneratedMembers.Writer | GeneratedMembers.PartsWriter,
    };

    private static readonly ResultModel s_listResult = Result(
        "OrderListResult",
        Status(200, "Ok", JsonBody(List(Ref(s_order))), new ResponseHeaderModel("XTotalCount", "X-Total-Count", Int, new DocText("How many there are."))) with { Doc = new DocText("The orders.") },
        Status(403, "Forbidden", JsonBody(Ref(s_problem))) with { Doc = new DocText("Not your shop.") }) with
    {
        OperationName = "order_list",
    };

    private static readonly ResultModel s_createResult = Result(
        "OrderCreateResult",
        Status(201, "Created", JsonBody(Ref(s_order))),
        Status(204, "NoContent"),
        Range(4, "ClientError", JsonBody(Ref(s_problem), nullable: true)),
        Default(Body(BodyKind.Text, "text/plain", Text)));

    private static readonly ResultModel s_deleteResult = Result("OrderDeleteResult", Status(204, "NoContent"), Status(404, "NotFound", JsonBody(Ref(s_problem))));

    private static readonly ResultModel s_fileResult = Result("OrderFileResult", Status(200, "Ok", Body(BodyKind.Binary, "application/pdf", Binary)));

    private static ClientModel Shop()
    {
        PathValueModel id = Value("orderId", Of(TypeKind.Guid)) with { Doc = new DocText("Identifier of the order.") };
        PathPartModel[] path = [new(false, "/orders/"), new(true, "orderId")];
        OperationModel[] operations =
        [
            Operation("GET", s_listResult, null, Parameter("shop", "shop", Text) with { Doc = new DocText("Of which shop.") }) with
            {
                OperationId = "order_list",
                Doc = new DocText("Lists orders.", "Newest first."),
                Path = Array(new PathPartModel(false, "/orders")),
                QueryClass = new QueryClassModel("OrderListQueryParameters", Array(
                    Parameter("State", "state", List(Ref(s_state)), style: ParameterStyle.Comma) with { Doc = new DocText("Only in these states.") },
                    Parameter("Page", "page", Int),
                    Parameter("Trace", "X-Trace", Of(TypeKind.Guid), ParameterPlace.Header))),
                Paging = new PagingModel { MethodName = "GetAllAsync", Kind = PagingKind.LinkHeader, Case = "Ok", List = List(Ref(s_order)) },
            },
            Operation("POST", s_createResult, JsonBody(Ref(s_order)) with { Doc = new DocText("The order.") }) with { Path = Array(new PathPartModel(false, "/orders")), Accept = "application/json, text/plain" },
            Operation("DELETE", s_deleteResult) with { Path = Array(path), Doc = new DocText("Deletes an order.", IsDeprecated: true) },
            Operation("GET", s_fileResult) with { Path = Array([.. path, new PathPartModel(false, "/file")]), IsStreamed = true, Accept = "application/pdf" },
            Operation("PUT", s_deleteResult, Body(BodyKind.Multipart, "multipart/form-data", Ref(s_upload), required: false)) with { Path = Array([.. path, new PathPartModel(false, "/file")]) },
        ];
        ClientModel client = Client(
            [s_order, s_state, s_priority, s_payment, s_reference, s_card, s_invoice, s_problem, s_upload],
            [s_listResult, s_createResult, s_deleteResult, s_fileResult],
            [Step("Orders", "OrdersRequestBuilder")],
            [
                Builder("OrdersRequestBuilder", "/orders", [], [new ChildModel(ChildKind.Indexer, "", "OrdersItemRequestBuilder", Array(id), id.Doc)], operations[..2]),
                Builder("OrdersItemRequestBuilder", "/orders/{orderId}", [id], [Step("File", "OrdersItemFileRequestBuilder")], operations[2..3]),
                Builder("OrdersItemFileRequestBuilder", "/orders/{orderId}/file", [id], [], operations[3..]),
            ]);
        return client with { Context = new("Acme.Shop", "ShopClient", IsPublic: true) };
    }

    [Fact]
    public async Task A_client_is_readable_compiles_and_works()
    {
        var client = EmittedClient.Of(
            Shop(),
            """
            public static async Task<string> Run(HttpClient http)
            {
                var orders = new ShopClient(http).Orders;
                return await orders.GetAsync("s", c => c.QueryParameters.State = [State.Open]) switch
                {
                    OrderListResult.Ok ok => $"{ok.XTotalCount} {ok.Body[0].Reference.Value} {((Payment.Card)ok.Body[0].Payment!).Value.Number}",
                    OrderListResult.Forbidden forbidden => forbidden.Body.Message,
                    _ => "?",
                };
            }
            """,
            EmissionFacts.Floor with { DependencyInjection = true });
        var server = new StubHandler(
            200,
            """[{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","state":"open","payment":{"kind":"card","number":"*1234"},"reference":null,"tags":[],"matrix":[[0.5]]}]""",
            "application/json",
            ("X-Total-Count", "1"));
        Assert.Equal("1  *1234", await client.Call("Run", server.Client()));
        Assert.Equal("https://api.example.com/v1/orders?shop=s&state=open", server.Url);

        Snapshot.Match(client.Files.Select(file => (file.Key["Acme.Shop.".Length..^".g.cs".Length], file.Value)));
    }

    /// <summary>The size budgets of generated code. Comments, blank lines and lines that only hold a brace do not count.</summary>
    [Fact]
    public void An_operation_takes_at_most_40_lines_and_a_member_6()
    {
        const int Count = 50;
        ObjectModel wide = Class("Wide", [.. Enumerable.Range(0, Count).Select(i => Member($"m{i}", i % 2 == 0 ? Text : List(Object("Wide")), required: i % 3 == 0, nullable: i % 5 == 0, optional: i % 15 == 5))]);
        ResultModel[] results = [.. Enumerable.Range(0, Count).Select(i => Result(
            $"Op{i}Result", Status(200, "Ok", JsonBody(Ref(wide))), Status(401, "Unauthorized", JsonBody(Ref(wide))), Status(403, "Forbidden", JsonBody(Ref(wide))), Status(404, "NotFound", JsonBody(Ref(wide)))))];
        ClientModel model = Client([wide], [.. results.Select((r, i) => (Operation("POST", r, JsonBody(Ref(wide)), Parameter("p", "p", Text)) with
        {
            MethodName = r.Name,
            QueryClass = new QueryClassModel($"Op{i}QueryParameters", Array(Parameter("A", "a", Text))),
        }, r))]);
        Dictionary<string, string> files = EmittedClient.Print(model, EmissionFacts.Floor);
        int Lines(string part) => files.Where(file => file.Key.Contains(part)).Sum(file => file.Value.Split('\n').Count(line => line.Any(char.IsLetterOrDigit) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        Assert.InRange(Lines(".RequestBuilders.") + Lines(".Results."), 1, 40 * Count);
        Assert.InRange(Lines(".Models."), 1, 6 * Count);
    }
}

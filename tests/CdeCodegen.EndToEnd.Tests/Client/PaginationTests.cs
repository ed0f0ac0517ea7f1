using CdeCodegen.Samples;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>Enumeration of paged lists.</summary>
public sealed class PaginationTests : IAsyncLifetime
{
    private const string Page = """{"data":[STATE],"metadata":{"from":0,"limit":1,"count":1,"total":3,"next":null},"message":"m","resource":"state"}""";

    private const string State = """
        {"id":"648a62c5-3f8f-40ce-ab96-db285fc886a7","status":"failed","name":"n","owner":"57aca23f-21eb-4ac1-89b7-0bcd60da74a1",
         "created":"2026-05-11T14:13:02+02:00","config":{},"data":[]}
        """;

    private const string Run = """
        {"id":"019e16f3-dd45-7241-b753-2856c6a3da8a","connector-id":"019e16f3-dd16-7aa5-bd10-c3eed9fb7d1f","connector-version":"3.0.0","state":"finished",
         "process-id":"019e16f3-dd45-7285-b753-2856c70a87b3","site-id":1,"site-name":"s","project-id":46,"project-name":"p","account-id":325,
         "account-name":"a","exit-code":null,"container-api-docker-image":null,"container-api-version-constraint":null,"cli-command":null,
         "started-at":null,"finished-at":null,"created-at":"2025-01-03T10:00:00+00:00"}
        """;

    private CdeServer _server = null!;
    private CdeClient _cde = null!;

    public async Task InitializeAsync()
    {
        _server = await CdeServer.StartAsync();
        _cde = Clients.New(_server.BaseAddress, CdeSeed.Owner);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_items_of_all_pages_are_enumerated_in_order()
    {
        var sites = new List<int>();
        await foreach (Run run in _cde.Runs.GetAllAsync(r => r.QueryParameters.Limit = 10))
        {
            sites.Add(run.SiteId);
        }

        Assert.Equal(Enumerable.Range(1001, 25), sites);
        Assert.Equal(["/runs?limit=10", "/runs?from=10&limit=10", "/runs?from=20&limit=10"], SentUrls());
    }

    [Fact]
    public async Task The_filters_and_the_start_offset_of_the_caller_are_kept()
    {
        int count = 0;
        await foreach (Run _ in _cde.Runs.GetAllAsync(r =>
        {
            r.QueryParameters.ConnectorId = CdeSeed.Connector;
            r.QueryParameters.From = 18;
            r.QueryParameters.Limit = 4;
        }))
        {
            count++;
        }

        Assert.Equal(7, count);
        string filter = $"/runs?connector-id={CdeSeed.Connector}&from=";
        Assert.Equal([filter + "18&limit=4", filter + "22&limit=4"], SentUrls().Take(2));
    }

    [Fact]
    public async Task Pages_are_requested_lazily_and_every_enumeration_starts_over()
    {
        ApiPages<RunListResult, Run> runs = _cde.Runs.GetAllAsync(r => r.QueryParameters.Limit = 2);
        Assert.Empty(SentUrls());

        await foreach (Run run in runs)
        {
            if (run.SiteId == 1003)
            {
                break;
            }
        }

        Assert.Equal(["/runs?limit=2", "/runs?from=2&limit=2"], SentUrls());
        await foreach (Run _ in runs)
        {
            break;
        }

        Assert.Equal("/runs?limit=2", SentUrls().Last());
    }

    [Fact]
    public async Task Every_paged_list_of_the_document_can_be_enumerated()
    {
        Assert.Equal(4, await CountAsync(_cde.Connectors.GetAllAsync()));
        Assert.Equal(2, await CountAsync(_cde.Connectors.Bin.GetAllAsync()));
        Assert.Equal(1, await CountAsync(_cde.States.GetAllAsync()));
        Assert.Equal(1, await CountAsync(_cde.Connectors[CdeSeed.Connector].Versions["1"].States.GetAllAsync()));
        Assert.Equal(25, await CountAsync(_cde.Runs.GetAllAsync()));
    }

    [Fact]
    public async Task An_error_on_a_later_page_throws_ApiResultException_or_is_the_last_result_of_AsPages()
    {
        int page = 0;
        await using StubServer stub = await StubServer.StartAsync(context => page++ == 0
            ? StubServer.WriteAsync(context, 200, Page.Replace("STATE", State, StringComparison.Ordinal))
            : StubServer.WriteAsync(context, 403, """{"message":"Access denied for user."}"""));
        ApiPages<StateListResult, State> states = Clients.New(stub.BaseAddress, (CdeUser?)null).States.GetAllAsync();

        int seen = 0;
        ApiResultException e = await Assert.ThrowsAsync<ApiResultException>(async () =>
        {
            await foreach (State _ in states)
            {
                seen++;
            }
        });
        Assert.Equal(1, seen);
        Assert.Equal("Access denied for user.", Assert.IsType<StateListResult.Forbidden>(e.Result).Body.Message);

        page = 0;
        var results = new List<StateListResult>();
        await foreach (StateListResult result in states.AsPages())
        {
            results.Add(result);
        }

        Assert.Collection(results, r => Assert.IsType<StateListResult.Ok>(r), r => Assert.IsType<StateListResult.Forbidden>(r));
    }

    [Fact]
    public async Task Without_a_total_an_empty_page_ends_the_list()
    {
        int page = 0;
        await using StubServer stub = await StubServer.StartAsync(
            context => StubServer.WriteAsync(context, 200, page++ < 2 ? $$"""{"data":[{{Run}}]}""" : """{"data":[]}"""));

        Assert.Equal(2, await CountAsync(Clients.New(stub.BaseAddress, (CdeUser?)null).Runs.GetAllAsync()));
        Assert.Equal(["/runs", "/runs?from=1", "/runs?from=2"], stub.Requests.Select(r => r.PathAndQuery));
    }

    [Fact]
    public async Task An_enumeration_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        int seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Run? _ in _cde.Runs.GetAllAsync(r => r.QueryParameters.Limit = 5).WithCancellation(cancellation.Token))
            {
                if (++seen == 5)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal(5, seen);
        Assert.Single(SentUrls());
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        int count = 0;
        await foreach (T _ in items)
        {
            count++;
        }

        return count;
    }

    private IEnumerable<string> SentUrls() => _server.Requests.Select(r => r.PathAndQuery);
}

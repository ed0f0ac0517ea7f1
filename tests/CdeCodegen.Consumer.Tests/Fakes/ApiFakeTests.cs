using System.Text.Json;
using Acme.Shop;
using Acme.Shop.Models;
using CdeCodegen.Runtime.Testing;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.Consumer.Tests.Fakes;

/// <summary>Clients that answer from an <see cref="ApiFake"/>.</summary>
public class ApiFakeTests
{
    private readonly ApiFake _fake = new();

    private ShopClient Shop => new(_fake.Options);

    [Fact]
    public async Task A_case_of_the_result_says_which_operation_it_answers()
    {
        var error = new Error { Message = "No such connector." };
        _fake.Returns(new ConnectorRestoreFromBinResult.NotFound(error));
        var cde = new CdeClient(_fake.Options);
        var id = Guid.NewGuid();

        ConnectorRestoreFromBinResult result = await cde.Connectors[id].RestoreFromBin.PatchAsync();

        Assert.Same(error, Assert.IsType<ConnectorRestoreFromBinResult.NotFound>(result).Body);
        ApiFakeCall call = Assert.Single(_fake.Calls);
        Assert.Equal("connector_restore_from_bin", call.Operation);
        Assert.Equal("PATCH", call.Method);
        Assert.Equal($"/connectors/{id}/restore-from-bin", call.Path);
        Assert.Equal("/connectors/{movedToBinPublicId}/restore-from-bin", call.Template);
        Assert.Equal(JsonValueKind.Undefined, call.Body.ValueKind);
    }

    [Fact]
    public async Task A_function_answers_from_the_call()
    {
        _fake.Returns<OrderShowResult>(call => call.Path == "/orders/7"
            ? new OrderShowResult.Ok(new Order { OrderId = "7", State = OrderState.New })
            : new OrderShowResult.NotFound());

        Assert.IsType<OrderShowResult.Ok>(await Shop.Orders["7"].GetAsync());
        Assert.IsType<OrderShowResult.NotFound>(await Shop.Orders["8"].GetAsync());
    }

    [Fact]
    public async Task A_call_records_query_headers_and_body()
    {
        _fake.Returns(new OrderListResult.Ok([]));
        _fake.Returns(new OrderCreateResult.Created(new Order { OrderId = "1", State = OrderState.New }));
        _fake.Returns<PutOrdersByOrderIdResult>(_ => new PutOrdersByOrderIdResult.NoContent());

        await Shop.Orders.GetAsync(request =>
        {
            request.QueryParameters.State = [OrderState.New, OrderState.InTransit];
            request.QueryParameters.Page = 2;
            request.QueryParameters.XTrace = "a b";
        });
        await Shop.Orders.PostAsync(new Order { OrderId = "a&b", State = OrderState.Delivered });
        await Shop.Orders["x/y"].PutAsync("plain");

        ApiFakeCall list = Assert.Single(_fake.CallsOf<OrderListResult>());
        Assert.Equal(["new", "in-transit"], list.Query["state"]);
        Assert.Equal("new,in-transit", list.Query["state"]);
        Assert.Equal("2", list.Query["page"]);
        Assert.Equal("a b", list.Headers["x-trace"]);
        ApiFakeCall create = Assert.Single(_fake.CallsOf<OrderCreateResult.Created>());
        Assert.Equal("a&b", create.Body.GetProperty("order-id").GetString());
        Assert.Equal("delivered", create.Body.GetProperty("state").GetString());
        Assert.Equal("application/json", create.Headers["Content-Type"]);
        ApiFakeCall put = _fake.Calls[2];
        Assert.Equal("PUT /orders/{order-id}", put.Operation);
        Assert.Equal("/orders/x%2Fy", put.Path);
        Assert.Equal(("plain", JsonValueKind.Undefined), (put.Text, put.Body.ValueKind));
    }

    [Fact]
    public async Task A_sequence_answers_call_by_call_and_its_last_answer_repeats()
    {
        _fake.Returns(new OrderShowResult.NotFound(), new OrderShowResult.Unauthorized())
            .ThenThrows(new HttpRequestException("refused"))
            .Then(call => new OrderShowResult.Ok(new Order { OrderId = call.Path, State = OrderState.New }));

        Assert.Equal(404, (await Shop.Orders["1"].GetAsync()).StatusCode);
        Assert.Equal(401, (await Shop.Orders["1"].GetAsync()).StatusCode);
        Assert.Equal("refused", (await Assert.ThrowsAsync<HttpRequestException>(() => Shop.Orders["1"].GetAsync())).Message);
        Assert.Equal("/orders/4", (await Shop.Orders["4"].GetAsync()).EnsureSuccess().OrderId);
        Assert.Equal("/orders/5", (await Shop.Orders["5"].GetAsync()).EnsureSuccess().OrderId);
    }

    [Fact]
    public async Task A_later_answer_replaces_an_earlier_one()
    {
        _fake.Returns(new OrderShowResult.NotFound());
        _fake.Throws<OrderShowResult>(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => Shop.Orders["1"].GetAsync());

        _fake.Returns<OrderShowResult>(_ => throw new InvalidOperationException("from the function"));
        Assert.Equal("from the function", (await Assert.ThrowsAsync<InvalidOperationException>(() => Shop.Orders["1"].GetAsync())).Message);
    }

    [Fact]
    public async Task A_call_without_an_answer_throws_and_names_the_operation()
    {
        _fake.Returns(new OrderListResult.Ok([]));

        ApiFakeException error = await Assert.ThrowsAsync<ApiFakeException>(() => Shop.Orders["secret"].GetAsync());

        Assert.Equal(
            "The fake has no answer for order_show (GET /orders/{order-id}). "
            + "Write fake.Returns(new OrderShowResult.…) or fake.Returns<OrderShowResult>(call => …) before the call.",
            error.Message);
        Assert.Equal("/orders/secret", error.Call.Path);
        Assert.Single(_fake.Calls);
    }

    [Fact]
    public async Task Cancellation_ends_a_delay()
    {
        _fake.Returns(new OrderShowResult.NotFound()).After(Timeout.InfiniteTimeSpan);
        using var cancellation = new CancellationTokenSource();

        Task<OrderShowResult> call = Shop.Orders["1"].GetAsync(cancellationToken: cancellation.Token);
        Assert.False(call.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(_fake.Calls);
    }

    [Fact]
    public async Task A_delay_uses_the_clock_of_the_fake()
    {
        var clock = new ManualClock();
        var fake = new ApiFake(clock);
        fake.Returns(new OrderShowResult.NotFound()).After(TimeSpan.FromHours(1));

        Task<OrderShowResult> call = new ShopClient(fake.Options).Orders["1"].GetAsync();
        Assert.Equal(TimeSpan.FromHours(1), clock.Due);
        Assert.False(call.IsCompleted);
        clock.Fire!();

        Assert.Equal(404, (await call).StatusCode);
    }

    [Fact]
    public async Task An_asynchronous_function_receives_the_token_of_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        CancellationToken seen = default;
        _fake.Returns<OrderShowResult>(async (_, cancellationToken) =>
        {
            seen = cancellationToken;
            await Task.Yield();
            return new OrderShowResult.NotFound();
        });

        await Shop.Orders["1"].GetAsync(cancellationToken: cancellation.Token);

        Assert.Equal(cancellation.Token, seen);
    }

    [Fact]
    public void Results_of_another_operation_are_rejected()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => _fake.Returns(new OrderShowResult.NotFound()).Then(new OrderListResult.ServiceUnavailable()));
        Assert.Equal("OrderListResult is not a OrderShowResult, so it cannot answer the same operation.", error.Message);
        Assert.Throws<ArgumentException>(() => _fake.Throws<ApiResult>(new TimeoutException()));
    }

    [Fact]
    public async Task Concurrent_calls_are_all_answered_and_recorded()
    {
        _fake.Returns<OrderShowResult>(call => new OrderShowResult.Ok(new Order { OrderId = call.Path, State = OrderState.New }));
        ShopClient shop = Shop;

        string[] ids = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(async () => (await shop.Orders[$"{i}"].GetAsync()).EnsureSuccess().OrderId)));

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"/orders/{i}"), ids);
        Assert.Equal(ids.Order(), _fake.Calls.Select(call => call.Path).Order());
    }

    private sealed class ManualClock : TimeProvider
    {
        public TimeSpan Due { get; private set; }

        public Action? Fire { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            Fire = () => callback(state);
            return System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}

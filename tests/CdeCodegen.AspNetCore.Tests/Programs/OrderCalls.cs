using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;

public static class OrderCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        foreach (int id in new[] { 2, 0, -1 })
        {
            output.WriteLine(await client.Orders[id].GetAsync() switch
            {
                GetOrderResult.Ok ok => string.Create(CultureInfo.InvariantCulture, $"{ok.Body.Id} {ok.Body.Customer} {ok.Body.Total:0.00} {ok.Body.ShipTo?.Street} [{Text(ok.Body.ShipTo!.City)}] {ok.Body.Lines!.Single().Article}"),
                GetOrderResult.NotFound => "not found",
                GetOrderResult.BadRequest bad => $"{bad.Body.Status} {bad.Body.Title} {string.Join(',', bad.Body.Errors!["id"])}",
                { } other => other.GetType().Name,
            });
        }
        // prints: 2 Ada 2.50 Main Street 1 [] pen
        // prints: not found
        // prints: 400 One or more validation errors occurred. must not be negative

        foreach (int lines in new[] { 0, 2, 6 })
        {
            CreateOrderResult result = await client.Orders.PostAsync(new NewOrder
            {
                Customer = "Bob",
                Lines = [.. Enumerable.Range(1, lines).Select(i => new OrderLine { Article = "a" + i, Quantity = i, Price = 2 })],
                ShipTo = new Address { Street = "S", City = "C" },
                Priority = 4,
            });
            output.WriteLine(result switch
            {
                CreateOrderResult.Created created => $"{string.Join(",", created.Headers["Location"])} {created.Body.Id} {created.Body.Total:0} {created.Body.ShipTo!.Street} {Text(created.Body.ShipTo!.City)}",
                CreateOrderResult.BadRequest bad => $"{bad.Body.Type} {string.Join(',', bad.Body.Errors!["lines"])}",
                CreateOrderResult.UnprocessableContent bad => bad.Body,
                { } other => other.GetType().Name,
            });
        }
        // prints: https://shop.test/empty is empty,must not be
        // prints: /orders/7 4 6 S C
        // prints: too many

        foreach (int id in new[] { 1, 2, 3 })
        {
            output.WriteLine(await client.Orders[id].DeleteAsync() switch
            {
                DeleteOrderResult.NoContent => "deleted",
                DeleteOrderResult.Conflict conflict => $"{conflict.Body.Status} {conflict.Body.Title}",
                DeleteOrderResult.NotFound => "not found",
                { } other => other.GetType().Name,
            });
        }
        // prints: deleted
        // prints: 409 Shipped
        // prints: not found

        var page = (await client.Orders.GetAsync()).EnsureSuccess();
        output.WriteLine($"{page.Items!.Count} {page.Number} {page.Next} {page.Items![0].ShipTo is null}");
        page = (await client.Orders.GetAsync(c => c.QueryParameters.Page = 3)).EnsureSuccess();
        output.WriteLine($"{page.Items!.Count} {page.Number} [{page.Next}]");
        // prints: 2 1 2 True
        // prints: 2 3 []

        GetFailingResult failing = await client.Orders.Fail.GetAsync();
        output.WriteLine(failing is GetFailingResult.ServiceUnavailable { Body: { Status: 503, Title: "Unavailable", Detail: "Out of stock" } });
        // prints: True
        try
        {
            failing.EnsureSuccess();
        }
        catch (ApiResultException e)
        {
            output.WriteLine(e.ResponseStatusCode);
        }
        // prints: 503

        Money total = (await client.Orders.Total.GetAsync()).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.Amount:0.00} {total.Currency}"));
        // prints: 12.30 EUR

        Account first = (await client.V1.Accounts[3].GetAsync()).EnsureSuccess();
        AccountV2 second = (await client.V2.Accounts[Guid.Empty].GetAsync()).EnsureSuccess();
        output.WriteLine($"{first.Id} {first.Name} {second.Id:N} {second.Name} {second.Balance!.Currency}");
        // prints: 3 one 00000000000000000000000000000000 two EUR

        // Without and with the token of the security scheme.
        output.WriteLine((await client.Orders.Mine.GetAsync()).StatusCode);
        // prints: 401
#if !NSWAG
        foreach (string token in new[] { "wrong", "valid" })
        {
            var signedIn = new AcmeClient(new AcmeClientOptions { HttpClient = http, BaseUrl = address, AllowCredentialsOverHttp = true, Bearer = new StaticAccessTokenProvider(token) });
            output.WriteLine(await signedIn.Orders.Mine.GetAsync() is GetMineResult.Ok ok ? ok.Body : "refused");
        }
        // prints: refused
        // prints: Ada
#endif
    }

    private static string? Text(Optional<string?> text) => text.Value;
}

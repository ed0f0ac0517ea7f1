using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        server.Answer("""[{"id":"11111111-1111-1111-1111-111111111111","lines":[{"sku":"a","order":{"id":"11111111-1111-1111-1111-111111111111"}}],"local":{"n":1},"parent":null}]""");
        var orders = (await client.Orders.GetAsync(c => c.QueryParameters.Limit = 1)).EnsureSuccess();
        output.WriteLine($"{server.Request} {orders[0].Lines![0].Sku} {orders[0].Lines![0].Order!.Id} {orders[0].Local!.N}");
        // prints: GET /orders?limit=1 a 11111111-1111-1111-1111-111111111111 1
        server.Answer("""{"code":5,"inner":{"code":6}}""", 500);
        output.WriteLine(((ListOrdersResult.Default)await client.Orders.GetAsync()).Body.Inner!.Code);
        // prints: 6
        await client.Orders[Guid.Empty].PutAsync(new Order { Id = Guid.Empty, Parent = new Order { Id = Guid.Empty } });
        output.WriteLine(server.Request);
        // prints: PUT /orders/00000000-0000-0000-0000-000000000000 application/json {"id":"00000000-0000-0000-0000-000000000000","parent":{"id":"00000000-0000-0000-0000-000000000000"}}
    }
}

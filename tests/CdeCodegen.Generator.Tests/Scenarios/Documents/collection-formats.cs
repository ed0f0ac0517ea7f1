using System.IO;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        await client.Unsaid[["a", "b,c"]].PostAsync(["d", "e f"], [1, 2], new UnsaidRequest { Field = ["g", "h&i"], Text = "j" });
        Print();
        // prints: POST /unsaid/a,b%2Cc?query=d,e%20f application/x-www-form-urlencoded field=g,h%26i&text=j header: 1,2
        await client.Csv[["a", "b,c"]].PostAsync(["d", "e f"], [1, 2], new CsvRequest { Field = ["g", "h&i"], Text = "j" });
        Print();
        // prints: POST /csv/a,b%2Cc?query=d,e%20f application/x-www-form-urlencoded field=g,h%26i&text=j header: 1,2
        await client.Ssv[["a", "b,c"]].PostAsync(["d", "e f"], [1, 2], new SsvRequest { Field = ["g", "h&i"], Text = "j" });
        Print();
        // prints: POST /ssv/a%20b%2Cc?query=d%20e%20f application/x-www-form-urlencoded field=g%20h%26i&text=j header: 1 2
        await client.Tsv[["a", "b,c"]].PostAsync(["d", "e f"], [1, 2], new TsvRequest { Field = ["g", "h&i"], Text = "j" });
        Print();
        // prints: POST /tsv/a%09b%2Cc?query=d%09e%20f application/x-www-form-urlencoded field=g%09h%26i&text=j header: 1<tab>2
        await client.Pipes[["a", "b,c"]].PostAsync(["d", "e f"], [1, 2], new PipesRequest { Field = ["g", "h&i"], Text = "j" });
        Print();
        // prints: POST /pipes/a%7Cb%2Cc?query=d%7Ce%20f application/x-www-form-urlencoded field=g%7Ch%26i&text=j header: 1|2
        await client.Multi.PostAsync(["d", "e f"], new MultiRequest { Field = ["g", "h&i"] });
        Print();
        // prints: POST /multi?query=d&query=e%20f application/x-www-form-urlencoded field=g&field=h%26i

        void Print() => output.WriteLine(server.Request + (server.Headers.TryGetValue("header", out string? header) ? " header: " + header.Replace("\t", "<tab>") : ""));
    }
}

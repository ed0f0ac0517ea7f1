using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Runtime;

public static class CollectionCalls
{
    public static async Task RunAsync(AcmeClient client, HttpClient http, Uri address, TextWriter output)
    {
        IReadOnlyDictionary<string, int> counts = (await client.Collections.Counts.PostAsync(new Dictionary<string, int> { ["a b"] = 1, ["ü"] = -2 })).EnsureSuccess();
        output.WriteLine(string.Join(' ', counts.Select(p => p.Key + p.Value)));
        // prints: a b1 ü-2

        var lines = (await client.Collections.Lines.PostAsync(new Dictionary<string, IReadOnlyList<OrderLine>> { ["x"] = [new OrderLine { Article = "a", Quantity = 1, Price = 2 }], ["y"] = [] })).EnsureSuccess();
        output.WriteLine($"{lines["x"].Single().Article} {lines["y"].Count}");
        // prints: a 0

#if MICROSOFT
        var byColor = (await client.Collections.ByColor.PostAsync(new Dictionary<string, double?> { ["Red"] = 1.5, ["DarkBlue"] = null })).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{byColor["Red"]} [{byColor["DarkBlue"]}]"));
#elif NSWAG
        var byColor = (await client.Collections.ByColor.PostAsync(new Dictionary<string, decimal?> { ["Red"] = 1.5m, ["DarkBlue"] = null })).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{byColor["Red"]} [{byColor["DarkBlue"]}]"));
#else
        EchoByColorResponse byColor = (await client.Collections.ByColor.PostAsync(new EchoByColorRequest { Red = 1.5, DarkBlue = null })).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{byColor.Red} [{byColor.DarkBlue}]"));
#endif
        // prints: 1.5 []

        output.WriteLine(string.Join('|', (await client.Collections.Matrix.PostAsync([[1, 2], [], [3]])).EnsureSuccess().Select(row => string.Join(',', row))));
        // prints: 1,2||3
        output.WriteLine(string.Join('|', (await client.Collections.Points.PostAsync([[0.5], [1e9]])).EnsureSuccess().Select(row => string.Join(',', row.Select(x => x.ToString(CultureInfo.InvariantCulture))))));
        // prints: 0.5|1000000000
        output.WriteLine(string.Join(',', (await client.Collections.Names.PostAsync(["a", "", "ü"])).EnsureSuccess()));
        // prints: a,,ü

        Node tree = (await client.Collections.Tree.PostAsync(new Node { Name = "root", Children = [new Node { Name = "leaf", Children = [] }], Parent = new Node { Name = "up", Children = [] } })).EnsureSuccess();
        output.WriteLine($"{tree.Name} {tree.Children![0].Name} {Parent(tree.Parent)}");
        // prints: root leaf up

        using var json = JsonDocument.Parse("""{"a":[1,null,{"b":"c"}]}""");
        output.WriteLine((await client.Collections.Json.PostAsync(json.RootElement)).EnsureSuccess().GetRawText());
        // prints: {"a":[1,null,{"b":"c"}]}
#if MICROSOFT
        output.WriteLine((await client.Collections.Node.PostAsync(json.RootElement)).EnsureSuccess().GetRawText());
        output.WriteLine((await client.Collections.Members.PostAsync(json.RootElement)).EnsureSuccess().GetRawText());
        // prints: {"a":[1,null,{"b":"c"}]}
        // prints: {"a":[1,null,{"b":"c"}]}
#endif

#if MICROSOFT
        var labels = new Dictionary<string, string> { ["k"] = "v" };
#else
        var labels = new Dictionary<string, string?> { ["k"] = "v" };
#endif
        Bag bag = (await client.Collections.Bag.PostAsync(new Bag
        {
            Anything = json.RootElement.GetProperty("a"),
            Loose = json.RootElement,
            Labels = labels,
            Deep = [new Dictionary<string, int> { ["one"] = 1 }, new Dictionary<string, int>()],
        })).EnsureSuccess();
        output.WriteLine($"{Raw(bag.Anything)} {Raw(bag.Loose)} {bag.Labels!["k"]} {bag.Deep![0]["one"]} {bag.Deep.Count}");
        // prints: [1,null,{"b":"c"}] {"a":[1,null,{"b":"c"}]} v 1 2

        output.WriteLine((await client.Collections.Optional.PostAsync(new Address { Street = "S", City = null })).EnsureSuccess());
        output.WriteLine((await client.Collections.Optional.PostAsync()).EnsureSuccess());
        // prints: S
        // prints: none

        Address? something = (await client.Collections.Nothing.GetAsync(true)).EnsureSuccess();
        output.WriteLine(something?.Street);
        // prints: A
#if MICROSOFT
        // Only Microsoft's documents say that a body can be null.
        output.WriteLine((await client.Collections.Nothing.GetAsync(false)).EnsureSuccess() is null);
        // prints: True
#endif

        var paged = (await client.Collections.Paged.GetAsync()).EnsureSuccess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{paged.Items![0].Items![0].Amount} [{paged.Items[0].Next}] {paged.Next}"));
        // prints: 1.5 [] 2
        output.WriteLine((await client.Collections.Set.GetAsync()).EnsureSuccess().Single());
        // prints: 00000000-0000-0000-0000-000000000000
        var pair = (await client.Collections.Tuple.GetAsync()).EnsureSuccess();
        output.WriteLine($"{pair.Key} {pair.Value}");
        // prints: a 1
    }

    private static string? Parent(Optional<Node?> parent) => parent.Value?.Name;

    private static string Raw(JsonElement? json) => json!.Value.GetRawText();
}

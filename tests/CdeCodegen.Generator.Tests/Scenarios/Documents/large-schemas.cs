using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // Members and alternatives on both sides of a division are read and written, and so are members that the document does not name.
        server.Answer("""{"p0":1,"p255":2,"p256":3,"other":"x","p511":4,"p512":5,"p599":6,"extra":"y","more":"z"}""");
        EchoResult wide = await client.Wide.PostAsync(new Wide { P1 = 1, P255 = 2, P256 = 3, P599 = 4, Extra = "e" });
        output.WriteLine(server.Request);
        // prints: POST /wide application/json {"p1":1,"p255":2,"p256":3,"p599":4,"extra":"e"}
        Wide read = wide.EnsureSuccess();
        output.WriteLine($"{read.P0} {read.P1} {read.P255} {read.P256} {read.P511} {read.P512} {read.P599} {read.Extra}");
        // prints: 1  2 3 4 5 6 y
        output.WriteLine(string.Join(" ", read.AdditionalProperties!.Select(e => e.Key + "=" + e.Value)));
        // prints: other=x more=z

        foreach (string kind in new[] { "T0", "T255", "T256", "T299", "T300" })
        {
            server.Answer($$"""{"kind":"{{kind}}","a":7}""");
            EchoTaggedResult tagged = await client.Tagged.PostAsync(new T299 { A = 1 });
            Tagged value = tagged.EnsureSuccess();
            output.WriteLine($"{server.Request} -> {value.GetType().Name}");
        }

        // prints: POST /tagged application/json {"kind":"T299","a":1} -> T0
        // prints: POST /tagged application/json {"kind":"T299","a":1} -> T255
        // prints: POST /tagged application/json {"kind":"T299","a":1} -> T256
        // prints: POST /tagged application/json {"kind":"T299","a":1} -> T299
        // prints: POST /tagged application/json {"kind":"T299","a":1} -> Unknown

        foreach (int number in new[] { 0, 255, 256, 299, 300 })
        {
            server.Answer($$"""{"s{{number}}":7}""");
            EchoShapedResult shaped = await client.Shaped.PostAsync(new S256 { S256Value = 2 });
            Shaped value = shaped.EnsureSuccess();
            output.WriteLine($"{server.Request} -> {value.GetType().Name}");
        }

        // prints: POST /shaped application/json {"s256":2} -> S0
        // prints: POST /shaped application/json {"s256":2} -> S255
        // prints: POST /shaped application/json {"s256":2} -> S256
        // prints: POST /shaped application/json {"s256":2} -> S299
        // prints: POST /shaped application/json {"s256":2} -> Unknown
    }
}

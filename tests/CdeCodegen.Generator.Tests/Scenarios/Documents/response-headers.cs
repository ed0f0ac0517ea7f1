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
        server.Answer(
            "", 200, "text/plain", "X-Total: 7", "X-Ids: 1, 2,3", "X-Kind: huge", "X-Level: 2", "X-Until: 2026-01-02T03:04:05Z", "Body: b",
            "Set-Cookie: a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "Set-Cookie: b=2", "Content-Disposition: attachment; filename=\"x.txt\"",
            "Link: </things?page=1>; rel=\"prev first\"; title=\"a, b; rel=next\", <https://s.test/things?page=3>; rel=next");
        var ok = (ListThingsResult.Ok)await client.Things.GetAsync();
        output.WriteLine($"{ok.XTotal} {string.Join('+', ok.XIds!)} {ok.XKind} {ok.XLevel == ListThingsResponseXLevel(2)} {ok.XUntil:yyyy} {ok.BodyHeader} {ok.Headers.FileName}");
        output.WriteLine(string.Join(" | ", ok.SetCookie!));
        output.WriteLine($"{ok.Headers.GetLink("next")} {ok.Headers.GetLink("FIRST")} {ok.Headers.GetLink("last") is null}");
        // prints: 7 1+2+3 huge True 2026 b x.txt
        // prints: a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT | b=2
        // prints: https://s.test/things?page=3 /things?page=1 True

        // A header that is missing is null. One that is not what the document says throws where it is read; the response arrives all the same.
        server.Answer("", 200, "text/plain", "X-Total: many", "X-Ids: 1, x", "X-Level: high", "X-Until: soon");
        ok = (ListThingsResult.Ok)await client.Things.GetAsync();
        output.WriteLine($"{ok.XKind is null} {ok.SetCookie is null} {ok.Link is null}");
        foreach (Func<object?> read in new Func<object?>[] { () => ok.XTotal, () => ok.XIds, () => ok.XLevel, () => ok.XUntil })
        {
            try
            {
                output.WriteLine(read());
            }
            catch (ResponseFormatException e)
            {
                output.WriteLine(e.Message + " " + e.ResponseStatusCode);
            }
        }
        output.WriteLine(ok.Headers.GetValue("X-Total"));
        // prints: True True True
        // prints: The header 'X-Total' of the response (status 200) is not what the API's document describes. 200
        // prints: The header 'X-Ids' of the response (status 200) is not what the API's document describes. 200
        // prints: The header 'X-Level' of the response (status 200) is not what the API's document describes. 200
        // prints: The header 'X-Until' of the response (status 200) is not what the API's document describes. 200
        // prints: many

        // A status whose response is a reference that leads nowhere keeps its case.
        // reports: CDE0004 The reference '#/components/responses/Gone' cannot be resolved: its target does not exist (at #/paths/~1things/get/responses/401/$ref)
        server.Answer("{\"m\":1}", 401);
        output.WriteLine(((ListThingsResult.Unauthorized)await client.Things.GetAsync()).Body.GetProperty("m"));
        await client.Trailing.GetAsync();
        output.WriteLine(server.Request);
        // prints: 1
        // prints: GET /trailing/
    }

    private static ListThingsXLevel ListThingsResponseXLevel(int value) => new(value);
}

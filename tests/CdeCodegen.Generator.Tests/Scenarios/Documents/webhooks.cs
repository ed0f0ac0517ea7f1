using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        // A body that arrives is read from bytes, a text or a stream.
        Pet pet = AcmeClientWebhooks.NewPet.Read("{\"name\":\"Rex\",\"born\":\"2026-01-02\"}"u8);
        output.WriteLine($"{pet.Name} {pet.Born?.Day}");
        output.WriteLine(AcmeClientWebhooks.NewPet.Read("{\"name\":\"Rä\"}").Name);
        output.WriteLine(AcmeClientWebhooks.PetLost.Read(Utf8("\uFEFF{\"name\":\"Kim\"}")).Name);
        string longName = new('x', 100_000);
        output.WriteLine((await AcmeClientWebhooks.NewPet.ReadAsync(Utf8("{\"name\":\"" + longName + "\"}"), CancellationToken.None)).Name.Length);
        // prints: Rex 2
        // prints: Rä
        // prints: Kim
        // prints: 100000

        // Unions, lists, scalars and null.
        foreach (string body in new[] { "{\"type\":\"created\",\"id\":\"a\"}", "{\"type\":\"closed\",\"reason\":\"old\"}", "{\"type\":\"moved\"}" })
        {
            output.WriteLine(AcmeClientWebhooks.Event.Read(body) switch
            {
                EventBody.Created created => "created " + created.Value.Id,
                EventBody.Closed closed => "closed " + closed.Value.Reason,
                EventBody.Unknown unknown => "unknown " + unknown.Value.GetProperty("type"),
                _ => "",
            });
        }
        // prints: created a
        // prints: closed old
        // prints: unknown moved

        long? count = AcmeClientWebhooks.Count.Read("null");
        IReadOnlyList<IReadOnlyList<double>>? matrix = AcmeClientWebhooks.Matrix.Read("[[1,2],[3]]");
        output.WriteLine($"{count is null} {AcmeClientWebhooks.Count.Read("7")} {matrix![0][1]} {AcmeClientWebhooks.Matrix.Read("null") is null}");
        // prints: True 7 2 True

        // Callbacks are named after their operation. A further method of one has a suffix.
        output.WriteLine(AcmeClientWebhooks.SubscribeOnData.Read("{\"n\":3}").N);
        output.WriteLine(AcmeClientWebhooks.SubscribeOnDataPut.Read("[{\"name\":\"a\"},{\"name\":\"b\"}]").Count);
        output.WriteLine(AcmeClientWebhooks.SubscribeOnEnd.Read("{\"type\":\"closed\"}").Reason is null);
        // prints: 3
        // prints: 2
        // prints: True

        // What does not match throws, with the place and without the value.
        foreach (string body in new[] { "{\"name\":\"secret\",\"born\":true}", "{}", "", "{\"name\":\"a\"} x", "\xC3" })
        {
            try
            {
                AcmeClientWebhooks.NewPet.Read(body == "\xC3" ? [0xC3] : Encoding.UTF8.GetBytes(body));
            }
            catch (WebhookFormatException e)
            {
                output.WriteLine($"{e.JsonPath ?? "whole"} {e.ByteOffset} {e.Message.Contains("secret")} {e.Message.Length > 20}");
            }
        }
        // prints: $.born 24 False True
        // prints: $ 1 False True
        // prints: whole  False True
        // prints: $ 13 False True
        // prints: whole  False True

        // Answers have models, which the receiver's server writes.
        output.WriteLine($"{new Receipt { Id = 7, At = new DateOnly(2026, 1, 2) }.At?.Day} {new NewPetClientErrorAnswer { Reason = "late" }.Reason} {new Pong { Up = true }.Up}");
        // prints: 2 late True

        // Forms, header parameters, and answers that are not JSON are for the receiver: they are reported.
        // reports: CDE0007 A parameter of a webhook or a callback is not supported; the receiver reads it from the request (at #/webhooks/newPet/post/parameters)
        // reports: CDE0007 An answer to the webhook newPet in text/plain is not supported; the receiver writes such a body by itself (at #/webhooks/newPet/post/responses/200/content/text~1plain)
        // reports: CDE0007 The webhook form with a body in application/x-www-form-urlencoded is not supported; the receiver reads such a body by itself (at #/webhooks/form/post/requestBody/content/application~1x-www-form-urlencoded)
        output.WriteLine(string.Join(' ', typeof(AcmeClientWebhooks).GetProperties().Select(p => p.Name)));
        // prints: NewPet PetLost Event Count Matrix GetTypePost SubscribeOnData SubscribeOnDataPut SubscribeOnEnd
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}

using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
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

        async Task Show(string member, params string[] values)
        {
            foreach (string value in values)
            {
                server.Answer($"{{\"{member}\":{value}}}");
                All all = (await client.All.GetAsync()).EnsureSuccess();
                object union = typeof(All).GetProperties().Select(property => property.GetValue(all)).Single(v => v is not null)!;
                await client.All.PutAsync(all);
                string sent = JsonDocument.Parse(server.Request[server.Request.IndexOf('{')..]).RootElement.EnumerateObject().Single().Value.GetRawText();
                string types = union is IEnumerable items ? string.Join(',', items.Cast<object?>().Select(item => item?.GetType().Name ?? "null")) : union.GetType().Name;
                output.WriteLine(types + (sent == value ? "" : " " + sent));
            }
        }

        // One value or several of a member that all alternatives have.
        await Show("action", """{"type":"redirect","url":"u"}""", """{"url":"u","type":"await"}""", """{"type":"wechatpaySDK","url":"u"}""", """{"type":"new","url":"u"}""");
        // prints: Redirect
        // prints: Await {"type":"await","url":"u"}
        // prints: Sdk
        // prints: Unknown

        // Integers and booleans.
        await Show("number", """{"type":2,"url":"u"}""", """{"type":1,"url":"u"}""", """{"type":3}""");
        // prints: Two
        // prints: One
        // prints: Unknown
        await Show("outcome", """{"ok":false,"result":"r"}""", """{"ok":true}""");
        // prints: Wrong
        // prints: Right

        // Where an optional value is absent, the shape decides.
        await Show("optional", """{"type":"card","issuer":"i"}""", """{"issuer":"i","number":"n"}""", """{"issuer":"i"}""", """{"type":"cash"}""", "5");
        // prints: Card
        // prints: Card {"type":"card","issuer":"i","number":"n"}
        // prints: Ideal {"type":"ideal","issuer":"i"}
        // prints: Unknown
        // prints: Unknown

        // Formats and kinds of values.
        await Show("address", """{"first":"::1"}""", """{"first":"10.0.0.1"}""", """{"first":"x"}""");
        // prints: V6
        // prints: V4
        // prints: Unknown
        await Show("content", """{"content":["a"]}""", """{"content":"a"}""", """{"content":1}""");
        // prints: Parts
        // prints: Words
        // prints: Unknown

        // Cases are named by the value that selects them.
        await Show("disk", """{"state":"creating"}""", """{"state":"mounted","instance":"i"}""", """{"state":"faulted"}""");
        // prints: Creating
        // prints: AttachedOrMounted
        // prints: Faulted

        // The name of a schema beside its mapping, the default, and a tag that no schema lists.
        await Show("pet", """{"petType":"kitty","lives":1}""", """{"petType":"Cat","lives":1}""", """{"petType":"cow","note":"n"}""", """{"note":"n"}""", """{"petType":"dog","bark":"b"}""");
        // prints: Cat
        // prints: Cat
        // prints: Other
        // prints: Other {"petType":"Other","note":"n"}
        // prints: Dog

        // A number that is too large for the integer beside it; maps, by their first value; an object that has no member of the alternatives.
        await Show("sized", "5", "99999999999", "1.5", "\"s\"");
        // prints: Integer
        // prints: Integer
        // prints: Number
        // prints: String
        await Show("maps", """{"a":"x"}""", """{"a":1}""", """{"content":"c"}""", """{"a":true}""");
        // prints: Map
        // prints: Map2
        // prints: Words
        // prints: Unknown
        await Show("sameMaps", """{"k":{"z":"b"}}""", """{"k":{"y":"a"},"l":{"z":"b"}}""", "\"s\"");
        // prints: Map
        // prints: Map
        // prints: String
        // The default of an optional member that selects the alternative by several values is sent, so that the receiver knows which one it has.
        await Show("preset", """{"method":"giro"}""", """{"method":"visa","limit":1}""", """{"limit":1}""", """{"method":null,"limit":1}""");
        // prints: Debit
        // prints: Credit
        // prints: Credit {"method":"amex","limit":1}
        // prints: Credit {"limit":1}
        await client.All.PutAsync(new All { Preset = new Debit() });
        output.WriteLine(server.Request);
        // prints: PUT /all application/json {"preset":{"method":"debit"}}

        // The kinds of a member that is a choice itself.
        await Show("relation", """{"data":[{"x":"a"}]}""", """{"data":{"x":"a"}}""", """{"data":null}""");
        // prints: ToMany
        // prints: ToOne
        // prints: ToOne

        // The items of lists that nothing tells apart are a choice.
        await Show("sameLists", """[{"z":"b"},{"y":"a"}]""", "[]", "true");
        // prints: Items
        // prints: Items
        // prints: Boolean
        server.Answer("""{"sameLists":[{"z":"b"},{"y":"a"}]}""");
        var lists = (SameLists.Items)(await client.All.GetAsync()).EnsureSuccess().SameLists!;
        output.WriteLine(string.Join(' ', lists.Value.Select(item => item.GetType().Name)));
        // prints: B A
        await Show("textLists", """["a","7c9e6679-7425-40de-944b-e07fc1f90ae7"]""");
        // prints: String,String
        await Show("deepLists", """[[1],["a",2.5]]""");
        // prints: AllDeepListItem[],AllDeepListItem[]
        await Show("flag", "false");
        // prints: Boolean
        await Show("loose", """{"b":"x"}""", "{}", """{"c":1}""");
        // prints: Right
        // prints: Left
        // prints: Unknown

        // An enumeration that all alternatives share, as strings and as integers; a value that selects none of them.
        await Show("animal", """{"species":"horse","age":1}""", """{"species":"donkey","age":1}""", """{"species":"pony","small":true}""", """{"age":2,"species":"mouse"}""", """{"species":"snake","age":3}""");
        // prints: AnyAnimal
        // prints: AnyAnimal
        // prints: Pony
        // prints: Mouse {"species":"mouse","age":2}
        // prints: Unknown
        await Show("step", """{"op":"Run","arg":"a"}""", """{"op":"Wait","arg":"a"}""");
        // prints: Run
        // prints: Wait
        await Show("command", """{"code":1}""", """{"code":0}""", """{"code":2}""");
        // prints: Halt
        // prints: Go
        // prints: Unknown
        await Show("pay", """{"by":"sepa"}""", """{"by":"amex"}""");
        // prints: ByBank
        // prints: ByCard
        await Show("maybe", """{"tag":"n","b":"x"}""", """{"tag":null,"b":"x"}""", """{"b":"x"}""");
        // prints: No
        // prints: No {"tag":"n","b":"x"}
        // prints: No {"tag":"n","b":"x"}

        // They write their values by themselves. One that several values select leaves the choice to the caller.
        var tagged = new All { Animal = new Pony { Small = true }, Step = new Run(), Command = new Halt(), Pay = new ByCard { By = By.Amex }, Maybe = new No { B = "b" } };
        await client.All.PutAsync(tagged);
        output.WriteLine(server.Request[server.Request.IndexOf('{')..] + " " + new Pony().Species);
        // prints: {"animal":{"species":"pony","small":true},"step":{"op":"Run"},"command":{"code":1},"pay":{"by":"amex"},"maybe":{"tag":"n","b":"b"}} pony

        // No digit is lost.
        await Show("scalar", "9007199254740993", "1.5", "123456789012345678901", "true", "\"s\"", """["s"]""");
        // prints: Integer
        // prints: Number
        // prints: Number 1.2345678901234568E+20
        // prints: Boolean
        // prints: String
        // prints: StringItems

        // Numbers of several formats are the number that holds them all. Null is a value if it is one of any alternative.
        await Show("numbers", "[null,1.5,7]");
        await Show("integers", "[null,9007199254740993]");
        await Show("small", "[1]");
        await Show("exact", "[null,9007199254740993,1.5]");
        await Show("amounts", "[18446744073709551615,1.10000000000000000001]");
        await Show("wide", "[true,3000000000,1.5]");
        await Show("amountsOrText", """["s",1.10000000000000000001]""");
        await Show("textOrNot", """[null,"s",true]""");
        await Show("partsOrNot", """[null,{"content":"a"},{"content":["a"]}]""");
        // prints: null,Double,Double
        // prints: null,Int64
        // prints: Int32
        // prints: null,Integer,Number
        // prints: Decimal,Decimal
        // prints: Boolean,Integer,Number
        // prints: String,Number
        // prints: null,String,Boolean
        // prints: null,Words,Parts

        // Members that the selected alternative of an anyOf does not name are kept.
        await Show("overlap", """{"x":"1","y":"2","z":"3"}""", """{"x":"1","z":"3"}""");
        // prints: A
        // prints: B

        // A choice in a choice gives its type to its alternatives.
        await Show("nested", "12", "\"2024-02-29\"", "true");
        // prints: Integer
        // prints: Date
        // prints: Unknown

        // A choice with additional members is a choice among the alternatives with these members.
        await Show("rule", """{"action":"log","version":"1","field":"f","position":3}""", """{"action":"block","version":"1","status":4}""");
        // prints: LogRule
        // prints: BlockRule

        // A branch writes its tag by itself.
        await client.All.PutAsync(new All
        {
            Action = new Redirect { Url = "u" },
            Number = new Two(),
            Optional = new Card(),
            Outcome = new Wrong(),
            Pet = new Dog { Bark = "b" },
            Rule = new AllRuleBlockRule { Version = "1" },
            Disk = new DiskStateCreating(),
        });
        output.WriteLine(server.Request);
        // prints: PUT /all application/json {"action":{"type":"redirect","url":"u"},"number":{"type":2},"optional":{"type":"card"},"outcome":{"ok":false},"disk":{"state":"creating"},"pet":{"petType":"dog","bark":"b"},"rule":{"action":"block","version":"1"}}

        output.WriteLine($"{typeof(Redirect).GetProperty("Type")!.CanWrite} {typeof(Sdk).GetProperty("Type")!.CanWrite}");
        // prints: False True
    }
}

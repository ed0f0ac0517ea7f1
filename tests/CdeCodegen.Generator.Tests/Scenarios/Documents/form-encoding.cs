using System;
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
        var id = new Guid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
        var address = new Address { Street = "123 Example Dr.", Zip = "99999+1234" };

        // Without an encoding an object is JSON, and a list repeats its name. A space is %20, which a form may have in place of a plus sign.
        await client.Default.PostAsync(new DefaultRequest { Id = id, Address = address, Tags = ["a", "b c"], All = [address, new Address()] });
        Print();
        // prints: id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6
        // prints: address=%7B%22street%22%3A%22123%20Example%20Dr.%22%2C%22zip%22%3A%2299999%2B1234%22%7D
        // prints: tags=a
        // prints: tags=b%20c
        // prints: all=%7B%22street%22%3A%22123%20Example%20Dr.%22%2C%22zip%22%3A%2299999%2B1234%22%7D
        // prints: all=%7B%7D
        await client.Json.PostAsync(new JsonRequest { Id = id, N = 1 });
        Print();
        // prints: id=%22f81d4fae-7dec-11d0-a765-00a0c91e6bf6%22
        // prints: n=1
        await client.Json.PostAsync(new JsonRequest { N = 2 });
        Print();
        // prints: n=2
        await client.Binary.PostAsync(new BinaryRequest { Name = "example", Icon = [1, 2, 3, 4] });
        Print();
        // prints: name=example
        // prints: icon=AQIDBA%3D%3D
        await client.Styles.PostAsync(new StylesRequest
        {
            FormList = ["a", "b"],
            FormObject = new Address { Street = "s", Zip = "z" },
            CommaList = ["a", "b,c"],
            CommaObject = new Address { Street = "s", Zip = "z" },
            SpaceList = ["a", "b"],
            PipeList = ["a", "b"],
            PipeObject = new Address { Street = "s", Zip = "z" },
            DeepObject = new Address { Street = "s", Zip = "z" },
            DeepList = [new Address { Street = "s" }],
            Reserved = "a/b?c",
        });
        Print();
        // prints: formList=a
        // prints: formList=b
        // prints: street=s
        // prints: zip=z
        // prints: commaList=a,b%2Cc
        // prints: commaObject=street,s,zip,z
        // prints: spaceList=a%20b
        // prints: pipeList=a%7Cb
        // prints: pipeObject=street%7Cs%7Czip%7Cz
        // prints: deepObject%5Bstreet%5D=s
        // prints: deepObject%5Bzip%5D=z
        // prints: deepList%5B0%5D%5Bstreet%5D=s
        // prints: reserved=a/b?c

        void Print()
        {
            foreach (string pair in server.Request.Split(' ')[^1].Split('&'))
            {
                output.WriteLine(pair);
            }
        }
    }
}

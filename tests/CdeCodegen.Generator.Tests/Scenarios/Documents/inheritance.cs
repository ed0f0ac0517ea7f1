using System;
using System.Collections.Generic;
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

        server.Answer("""[{"petType":"cat","name":"Tom","note":"n","lives":9},{"bark":"wuff","name":"Rex","petType":"hound","toys":["ball"]},{"petType":"Puppy","name":"Pip","bark":"w","weeks":3},{"petType":"cow","name":"Berta","milk":[1,{"a":null}]}]""");
        IReadOnlyList<Pet> pets = (await client.Pets.GetAsync()).EnsureSuccess();
        foreach (Pet pet in pets)
        {
            output.WriteLine($"{pet.GetType().Name} {pet.PetType} {pet.Name} " + pet switch
            {
                Cat cat => $"{cat.Lives}",
                Puppy puppy => $"{puppy.Bark} {puppy.Weeks}",
                Dog dog => $"{dog.Bark} {string.Join(',', dog.Toys!)}",
                Pet.Unknown other => $"{other.AdditionalProperties["milk"]}",
                _ => "",
            });
        }
        // prints: Cat cat Tom 9
        // prints: Dog hound Rex wuff ball
        // prints: Puppy Puppy Pip w 3
        // prints: Unknown cow Berta [1,{"a":null}]

        // What was read is written again, and the tag comes first.
        foreach (Pet pet in pets)
        {
            await client.Pets.PostAsync(pet);
            output.WriteLine(server.Request);
        }
        // prints: POST /pets application/json {"petType":"cat","name":"Tom","note":"n","lives":9}
        // prints: POST /pets application/json {"petType":"hound","name":"Rex","toys":["ball"],"bark":"wuff"}
        // prints: POST /pets application/json {"petType":"Puppy","name":"Pip","bark":"w","weeks":3}
        // prints: POST /pets application/json {"petType":"cow","name":"Berta","milk":[1,{"a":null}]}

        // A class writes its tag by itself; where several select it, the caller may choose.
        foreach (Pet pet in new Pet[] { new Cat { Name = "a", Note = "b" }, new Dog { Name = "a", Bark = "b" }, new Dog("hound") { Name = "a", Bark = "b" }, new Puppy { Name = "a", Bark = "b" }, new Pet.Unknown("cow") { Name = "a" } })
        {
            await client.Pets.PostAsync(pet);
            output.WriteLine(server.Request);
        }
        // prints: POST /pets application/json {"petType":"cat","name":"a","note":"b"}
        // prints: POST /pets application/json {"petType":"dog","name":"a","bark":"b"}
        // prints: POST /pets application/json {"petType":"hound","name":"a","bark":"b"}
        // prints: POST /pets application/json {"petType":"Puppy","name":"a","bark":"b"}
        // prints: POST /pets application/json {"petType":"cow","name":"a"}

        output.WriteLine($"{typeof(Pet).IsAbstract} {typeof(Cat).IsSealed} {typeof(Puppy).IsSealed} {typeof(Puppy).BaseType!.Name} {typeof(Pet).GetProperty("PetType")!.SetMethod!.IsPublic}");
        // prints: True True True Dog False

        server.Answer("""{"a":{"petType":"dog","name":"Rex","bark":"wuff"},"b":{"petType":"cat","name":"Tom","note":"n"}}""");
        output.WriteLine(string.Join(' ', (await client.PetsByName.GetAsync()).EnsureSuccess().Values.Select(pet => pet.GetType().Name)));
        // prints: Dog Cat

        // A derived schema that is referenced directly is read as what extends it, and needs no tag.
        foreach (string tag in new[] { "\"petType\":\"Puppy\",\"weeks\":4,", "\"petType\":\"dog\",", "\"petType\":\"wolf\",\"pack\":7," })
        {
            server.Answer("{" + tag + "\"name\":\"n\",\"bark\":\"w\"}");
            Dog dog = (await client.Dog.GetAsync()).EnsureSuccess();
            output.WriteLine($"{dog.GetType().Name} {dog.PetType} {(dog as Puppy)?.Weeks}{(dog as Dog.Unknown)?.AdditionalProperties["pack"]}");
        }
        // prints: Puppy Puppy 4
        // prints: Dog dog 
        // prints: Unknown wolf 7

        await client.Dog.PutAsync(new Cat { Name = "Tom", Note = "" });
        output.WriteLine(server.Request);
        // prints: PUT /dog application/json {"petType":"cat","name":"Tom","note":""}

        // A choice of derived schemas is the hierarchy of their base.
        server.Answer("""{"petType":"dog","name":"Rex","bark":"wuff"}""");
        Pet chosen = (await client.Choice.GetAsync()).EnsureSuccess();
        output.WriteLine(chosen.GetType().Name);
        // prints: Dog

        // The base's requirements hold for each class, and a class can require more of the base's members.
        foreach (string body in new[] { """{"petType":"cat","note":"n"}""", """{"petType":"cat","name":"n"}""", """{"petType":"cow"}""", "[]" })
        {
            try
            {
                server.Answer(body, 201);
                await client.Pets.PostAsync(chosen);
            }
            catch (ResponseFormatException e)
            {
                output.WriteLine(e.JsonPath);
            }
        }
        // prints: $
        // prints: $
        // prints: $
        // prints: $

        // The shape decides among the classes that share a tag.
        server.Answer("""[{"kind":1,"size":20},{"kind":1,"rubber":"x"},{"kind":2},{"kind":3,"more":1},{"size":1}]""");
        foreach (Part part in (await client.Parts.GetAsync()).EnsureSuccess())
        {
            output.WriteLine($"{part.GetType().Name} {part.Kind} {(part as Wheel)?.Size}{(part as Tyre)?.Rubber}{(part as Part.Unknown)?.AdditionalProperties.Count}");
        }
        // prints: Wheel 1 20
        // prints: Tyre 1 x
        // prints: Frame 2 
        // prints: Unknown 3 1
        // prints: Unknown  1
    }
}

using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    private const string Acl = """
        <?xml version="1.0" encoding="utf-8"?>
        <SignedIdentifiers>
          <SignedIdentifier>
            <Id>MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=</Id>
            <AccessPolicy>
              <Start>2009-09-28T08:49:37.123Z</Start>
              <Expiry>2009-09-29T08:49:37.123Z</Expiry>
              <Permission>rwd</Permission>
            </AccessPolicy>
          </SignedIdentifier>
        </SignedIdentifiers>
        """;

    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Xml.CompList.GetAsync());
        XmlGetServicePropertiesResult? properties = await run.Ok(client.Xml.CompPropertiesRestypeService.GetAsync());
        await run.Ok(client.Xml.CompPropertiesRestypeService.PutAsync(properties?.EnsureSuccess() ?? ""));
        await run.Ok(client.Xml.Mycontainer.CompAclRestypeContainer.GetAsync());
        await run.Ok(client.Xml.Mycontainer.CompAclRestypeContainer.PutAsync(Acl));
        await run.Ok(client.Xml.Mycontainer.CompListRestypeContainer.GetAsync());
        await run.Ok(client.Xml.Jsoninput.PutAsync(new JSONInput { Id = 42 }));
    }
}

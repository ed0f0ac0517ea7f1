using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Conformance;

public static class Program
{
    public static async Task RunAsync(ConformanceRun run)
    {
        AcmeClient client = new(run.Options);
        await run.Ok(client.Paging.Single.GetWithBodyParams.GetAsync(new BodyParam { Name = "body" }));
        await run.Ok(client.Paging.Multiple.NextOperationWithQueryParams.GetAsync(true));
        await run.Ok(client.Paging.Multiple.Withpath[1].GetAsync());

        await run.Items(1, client.Paging.Noitemname.GetAllAsync());
        await run.Items(1, client.Paging.Emptynextlink.GetAllAsync());
        await run.Items(1, client.Paging.Nullnextlink.GetAllAsync());
        await run.Items(1, client.Paging.Single.GetAllAsync());
        await run.Items(1, client.Paging.Single.GetWithBodyParams.GetAllAsync(new BodyParam { Name = "body" }));
        await run.Items(1, client.Paging.FirstResponseEmpty._1.GetAllAsync());
        await run.Items(10, client.Paging.Multiple.GetAllAsync());
        await run.Items(10, client.Paging.Multiple.Odata.GetAllAsync());
        await run.Items(10, client.Paging.Multiple.Withpath[1].GetAllAsync());
        await run.Items(1, client.Paging.Multiple.DuplicateParams._1.GetAllAsync());
        await run.Items(2, client.Paging.Multiple.GetWithQueryParams.GetAllAsync(100, true));
        await run.Items(10, client.Paging.Multiple.Fragment["test_user"].GetAllAsync("1.6"));
        await run.Items(10, client.Paging.Multiple.Fragmentwithgrouping["test_user"].GetAllAsync("1.6"));
    }
}

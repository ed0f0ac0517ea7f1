using System.Security.Claims;
using CdeCodegen.AspNetCore.Tests.Server.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CdeCodegen.AspNetCore.Tests.Server.Endpoints;

internal static class OrderEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/orders").WithTags("Orders");
        group.MapGet("/{id:int}", Get).WithName("GetOrder").ProducesProblem(500);
        group.MapPost("", Create).WithName("CreateOrder");
        group.MapGet("", (int? page) => new Page<Order>([Sample(1), Sample(2)], page ?? 1, page is null ? 2 : null)).WithName("ListOrders");
        group.MapDelete("/{id:int}", Delete).WithName("DeleteOrder");
        group.MapGet("/mine", Ok<string> (ClaimsPrincipal user) => TypedResults.Ok(user.Identity!.Name)).RequireAuthorization().Produces(401)
            .WithName("GetMine");
        group.MapGet("/fail", IResult () => TypedResults.Problem("Out of stock", statusCode: 503, title: "Unavailable")).Produces<Order>().ProducesProblem(503)
            .WithName("GetFailing");
        group.MapGet("/total", () => new Money(12.30m, "EUR")).WithName("GetTotal");

        routes.MapGroup("/v1").MapGet("/accounts/{id:int}", (int id) => new Account(id, "one")).WithName("GetAccountV1");
        routes.MapGroup("/v2").MapGet("/accounts/{id:guid}", (Guid id) => new AccountV2(id, "two", new Money(1, "EUR"))).WithName("GetAccountV2");
    }

    private static Results<Ok<Order>, NotFound, ValidationProblem> Get(int id) => id switch
    {
        < 0 => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["id"] = ["must not be negative"] }),
        0 => TypedResults.NotFound(),
        _ => TypedResults.Ok(Sample(id)),
    };

    private static Results<NoContent, NotFound, Conflict<ProblemDetails>> Delete(int id) => id switch
    {
        1 => TypedResults.NoContent(),
        2 => TypedResults.Conflict(new ProblemDetails { Title = "Shipped", Status = 409, Extensions = { ["order"] = id } }),
        _ => TypedResults.NotFound(),
    };

    private static Results<Created<Order>, ValidationProblem, UnprocessableEntity<string>> Create(NewOrder order) => order.Lines.Count switch
    {
        0 => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["lines"] = ["is empty", "must not be"] }, type: "https://shop.test/empty"),
        > 5 => TypedResults.UnprocessableEntity("too many"),
        _ => TypedResults.Created("/orders/7", new Order(order.Priority, order.Customer, order.Lines, order.ShipTo)),
    };

    private static Order Sample(int id) => new(id, "Ada", [new OrderLine("pen", 2, 1.25m)], id == 1 ? null : new Address("Main Street 1", null));
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CdeCodegen.AspNetCore.Tests.Server.Models;

internal sealed record Order(
    int Id, [property: Required, StringLength(20, MinimumLength = 2)] string Customer, IReadOnlyList<OrderLine> Lines, Address? ShipTo = null)
{
    public decimal Total => Lines.Sum(line => line.Price * line.Quantity);
}

internal sealed record OrderLine(string Article, [property: Range(1, 100)] int Quantity, decimal Price);

internal sealed record NewOrder(
    [property: Required, StringLength(20, MinimumLength = 2)] string Customer,
    IReadOnlyList<OrderLine> Lines,
    Address? ShipTo = null,
    [property: DefaultValue(3)] int Priority = 3);

internal sealed record Address(string Street, string? City);

internal sealed record Page<T>(IReadOnlyList<T> Items, int Number, int? Next);

internal readonly record struct Money(decimal Amount, string Currency);

internal sealed class Node
{
    public required string Name { get; set; }

    public List<Node> Children { get; set; } = [];

    public Node? Parent { get; set; }
}

internal sealed record Account(int Id, string Name);

internal sealed record AccountV2(Guid Id, string Name, Money Balance);

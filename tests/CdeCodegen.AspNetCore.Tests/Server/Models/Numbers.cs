namespace CdeCodegen.AspNetCore.Tests.Server.Models;

/// <summary>Every number.</summary>
/// <param name="Count">How many.</param>
internal sealed record Numbers(
    int Count, long Rank, short Small, byte Tiny, ushort Port,
    uint Index, ulong Total, float Ratio, double Weight, decimal Price, int? Optional, decimal? Discount);

/// <summary>Numbers that only Microsoft.AspNetCore.OpenApi describes as they are written.</summary>
internal sealed record RareNumbers(sbyte Signed, Half Short, Int128 Large);

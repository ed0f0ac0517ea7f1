using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>The statuses that a case covers.</summary>
internal enum CaseKind : byte
{
    /// <summary>One status, <c>403</c>.</summary>
    Exact,

    /// <summary>A class of statuses, <c>4XX</c>, except those with an exact case.</summary>
    Range,

    /// <summary><c>default</c>: every status without another case.</summary>
    Default,
}

/// <summary>One documented response of an operation.</summary>
internal sealed class ResultCase(INamedTypeSymbol symbol, CaseKind kind, int low, int high, string status)
{
    public INamedTypeSymbol Symbol { get; } = symbol;
    public CaseKind Kind { get; } = kind;
    public int Low { get; } = low;
    public int High { get; } = high;

    /// <summary>As documented: <c>403</c>, <c>4XX</c>, <c>default</c>.</summary>
    public string Status { get; } = status;

    public string Name => Symbol.Name;

    public bool IsSuccess => Kind != CaseKind.Default && Low >= 200 && High <= 299;

    public static ResultCase? Create(INamedTypeSymbol symbol, object? status) => status switch
    {
        int code => new(symbol, CaseKind.Exact, code, code, code.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        short code => Create(symbol, (int)code),
        ushort code => Create(symbol, (int)code),
        long and >= 0 and <= int.MaxValue => Create(symbol, (int)(long)status),
        string text => FromText(symbol, text.Trim()),
        _ => null,
    };

    private static ResultCase? FromText(INamedTypeSymbol symbol, string text)
    {
        if (text.Equals("default", StringComparison.OrdinalIgnoreCase))
        {
            return new(symbol, CaseKind.Default, 0, int.MaxValue, "default");
        }

        if (text.Length == 3 && text[0] is >= '1' and <= '9' && text[1] is 'X' or 'x' && text[2] is 'X' or 'x')
        {
            int low = (text[0] - '0') * 100;
            return new(symbol, CaseKind.Range, low, low + 99, text.ToUpperInvariant());
        }

        return int.TryParse(text, out int code) ? Create(symbol, code) : null;
    }
}

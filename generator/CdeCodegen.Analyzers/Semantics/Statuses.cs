using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Status codes as constants: a number, or a member of an enumeration such as <c>HttpStatusCode</c>.</summary>
internal static class Statuses
{
    public static bool TryRead(IOperation operation, out long status)
    {
        status = 0;
        if (!operation.ConstantValue.HasValue)
        {
            return false;
        }

        switch (operation.ConstantValue.Value)
        {
            case int or long or short or byte or uint or ushort or sbyte:
                status = Convert.ToInt64(operation.ConstantValue.Value, CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }
}

using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>The kinds of JSON token that can start a value. For generated code.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonTokens : byte
{
    /// <summary>No token; matches no value.</summary>
    None = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 4,

    /// <summary>A number without fraction or exponent.</summary>
    Integer = 8,

    /// <summary>Any number.</summary>
    Number = 16 | Integer,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 32,
}

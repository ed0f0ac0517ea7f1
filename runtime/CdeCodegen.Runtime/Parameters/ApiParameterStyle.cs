using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// How a list, a map or an object is formatted in a path, query, header, cookie or form: OpenAPI's <c>style</c> and <c>explode</c>. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ApiParameterStyle : byte
{
    /// <summary><c>a,b</c>; a map is <c>k,v,k,v</c>.</summary>
    Simple,

    /// <summary><c>name=a&amp;name=b</c>; a map is <c>k=v&amp;k=v</c>, or <c>k=v,k=v</c> in a path or header. Cookies are separated by a semicolon.</summary>
    Exploded,

    /// <summary><c>name=a,b</c>; a map is <c>name=k,v,k,v</c>.</summary>
    Comma,

    /// <summary><c>name=a%20b</c>.</summary>
    Space,

    /// <summary><c>name=a|b</c>.</summary>
    Pipe,

    /// <summary><c>name=a%09b</c>.</summary>
    Tab,

    /// <summary><c>name[key]=value</c>, nested to any depth.</summary>
    DeepObject,

    /// <summary>The value as JSON text.</summary>
    Json,

    /// <summary>In a path, <c>.a,b</c>; a map is <c>.k,v,k,v</c>.</summary>
    Label,

    /// <summary>In a path, <c>.a.b</c>; a map is <c>.k=v.k=v</c>.</summary>
    LabelExploded,

    /// <summary>In a path, <c>;name=a,b</c>; a map is <c>;name=k,v,k,v</c>.</summary>
    Matrix,

    /// <summary>In a path, <c>;name=a;name=b</c>; a map is <c>;k=v;k=v</c>.</summary>
    MatrixExploded,

    /// <summary><c>a/b</c>: a path value whose slashes and other reserved characters stay.</summary>
    Reserved,

    /// <summary>In a cookie, <c>name=a,b</c> as it is, without percent-encoding; a map is <c>name=k,v,k,v</c>.</summary>
    Cookie,

    /// <summary>In cookies, <c>name=a; name=b</c> as they are, without percent-encoding; a map is <c>k=v; k=v</c>.</summary>
    CookieExploded,
}

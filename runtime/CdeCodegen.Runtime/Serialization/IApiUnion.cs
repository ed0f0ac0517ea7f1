using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Implemented by generated unions and by classes that others extend, so that <c>JsonSerializer</c> can read the one that a value selects.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IApiUnion<TSelf>
    where TSelf : class
{
    /// <summary>Reads the alternative or the class that the value selects.</summary>
    static abstract TSelf Read(ref JsonReader reader);
}

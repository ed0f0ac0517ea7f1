using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Reads the root value of a JSON body. For generated code.</summary>
/// <param name="r">A reader before the value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonBodyReader<T>(ref JsonReader r);

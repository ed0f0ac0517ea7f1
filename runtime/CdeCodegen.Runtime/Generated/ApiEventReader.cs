using System.ComponentModel;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Reads the data of an event. For generated code.</summary>
/// <param name="data">The event.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ApiEventReader<T>(ApiEvent data);

namespace CdeCodegen.Fuzzing.Load;

/// <summary>What the server does with a call.</summary>
internal enum LoadFault
{
    /// <summary>Answers 200.</summary>
    None,

    /// <summary>Carries the request out and closes the connection in order, before the first byte of an answer.</summary>
    HangUp,

    /// <summary>Carries the request out and resets the connection.</summary>
    Reset,

    /// <summary>Answers 404 with the documented body.</summary>
    NotFound,

    /// <summary>Answers 404 with a page of HTML.</summary>
    NotFoundPage,

    /// <summary>Answers a status that is not documented.</summary>
    Undocumented,

    /// <summary>Ends the body early.</summary>
    Truncated,

    /// <summary>Answers 200 with a body that is not JSON.</summary>
    InvalidBody,

    /// <summary>Answers 200 after 100 ms.</summary>
    Slow,
}

/// <summary>The fault of each call: 2 % of the calls, each kind as often. A call's number decides, so that client and server agree on it.</summary>
internal static class LoadFaults
{
    public static readonly int Kinds = Enum.GetValues<LoadFault>().Length;

    public static LoadFault Of(int call)
    {
        uint hash = unchecked((uint)call * 2654435761u) ^ 0x9E3779B9u;
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        hash ^= hash >> 13;
        return hash % 400 < Kinds - 1 ? (LoadFault)((hash % 400) + 1) : LoadFault.None;
    }

    /// <summary>The identifier of a connector, which carries the number of the call.</summary>
    public static Guid IdOf(int call) => new(call, 0x10ad, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    public static int CallOf(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}

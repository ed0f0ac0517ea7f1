namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>A set of origins of one pass, by number. Enumerates in ascending order.</summary>
internal readonly struct OriginSet(ulong bits)
{
    /// <summary>The number of origins that a set can hold; a graph with more is solved in several passes.</summary>
    public const int Capacity = 64;

    private readonly ulong _bits = bits;

    public static OriginSet Empty => default;

    public bool IsEmpty => _bits == 0;

    /// <summary>The lowest origin of a set that is not empty.</summary>
    public int First
    {
        get
        {
            int first = 0;
            while (!Contains(first))
            {
                first++;
            }

            return first;
        }
    }

    /// <summary>The set as a word of a state.</summary>
    public ulong Bits => _bits;

    public static OriginSet Of(int origin) => new(1UL << origin);

    public bool Contains(int origin) => (_bits & 1UL << origin) != 0;

    public bool Overlaps(OriginSet other) => (_bits & other._bits) != 0;

    public OriginSet Union(OriginSet other) => new(_bits | other._bits);

    public OriginSet Except(OriginSet other) => new(_bits & ~other._bits);

    public Enumerator GetEnumerator() => new(_bits);

    public struct Enumerator(ulong rest)
    {
        private ulong _rest = rest;

        public int Current { get; private set; } = -1;

        public bool MoveNext()
        {
            if (_rest == 0)
            {
                return false;
            }

            do
            {
                Current++;
            }
            while ((_rest & 1UL << Current) == 0);
            _rest &= _rest - 1;
            return true;
        }
    }
}

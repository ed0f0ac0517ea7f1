using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow;

/// <summary>
/// Lays out a flow state in one flat array of words, so that copying and joining are plain loops. A slot has three words (origins, description,
/// cases), an origin four (possible, unhandled, handled by a catch-all, pending), and a stored condition two per origin (cases with which it is
/// true, and false). A join is a bitwise or of every word except the description of a slot.
/// </summary>
internal sealed class StateLayout(int slots, Origin[] origins, int conditions)
{
    private const int SlotWords = 3;
    private const int OriginWords = 4;
    private const int ConditionWords = 2;

    private readonly int _originBase = slots * SlotWords;
    private readonly int _conditionBase = slots * SlotWords + origins.Length * OriginWords;
    private readonly List<ITypeSymbol> _casts = [];

    public ulong[] Create() => new ulong[_conditionBase + conditions * origins.Length * ConditionWords];

    public static ulong[] Copy(ulong[] state) => (ulong[])state.Clone();

    public int Possible(int origin) => _originBase + origin * OriginWords;

    public int Unhandled(int origin) => _originBase + origin * OriginWords + 1;

    public int CaughtAll(int origin) => _originBase + origin * OriginWords + 2;

    public int Pending(int origin) => _originBase + origin * OriginWords + 3;

    public int WhenTrue(int condition, int origin) => _conditionBase + (condition * origins.Length + origin) * ConditionWords;

    public int WhenFalse(int condition, int origin) => WhenTrue(condition, origin) + 1;

    public Value Read(ulong[] state, int slot)
    {
        ulong held = state[slot * SlotWords];
        if (held == 0)
        {
            return default;
        }

        ulong meta = state[slot * SlotWords + 1];
        int cast = (int)(meta >> 32);
        return new Value(held, (ValueKind)(meta & 0xFF), new Shape((uint)(meta >> 8) & 0xFFFFFF), cast == 0 ? null : _casts[cast - 1], state[slot * SlotWords + 2]);
    }

    public void Write(ulong[] state, int slot, Value value)
    {
        state[slot * SlotWords] = value.Origins;
        state[slot * SlotWords + 1] = value.Kind == ValueKind.None ? 0
            : (ulong)value.Kind | (ulong)value.Shape.Bits << 8 | (ulong)IndexOf(value.Cast) << 32;
        state[slot * SlotWords + 2] = value.Kind == ValueKind.None ? 0 : value.Cases;
    }

    /// <summary>Unites <paramref name="source"/> into <paramref name="target"/>; true when the target changed.</summary>
    public bool Join(ulong[] target, ulong[] source)
    {
        bool changed = false;
        for (int i = 0; i < _originBase; i += SlotWords)
        {
            if (source[i] == 0)
            {
                continue;
            }

            ulong meta = target[i] == 0 || target[i + 1] == source[i + 1] ? source[i + 1] : (ulong)ValueKind.Mixed;
            ulong cases = target[i + 2] | (HaveOneType(target[i] | source[i]) ? source[i + 2] : ulong.MaxValue);
            changed |= (source[i] & ~target[i]) != 0 || meta != target[i + 1] || cases != target[i + 2];
            target[i] |= source[i];
            target[i + 1] = meta;
            target[i + 2] = cases;
        }

        for (int i = _originBase; i < target.Length; i++)
        {
            changed |= (source[i] & ~target[i]) != 0;
            target[i] |= source[i];
        }

        return changed;
    }

    /// <summary>Whether all origins have one type. Case numbers are per type, so only then can one set of cases describe them all.</summary>
    public bool HaveOneType(ulong held)
    {
        if ((held & (held - 1)) == 0)
        {
            return true;
        }

        ResultType? type = null;
        for (int o = 0; held >> o != 0; o++)
        {
            if ((held >> o & 1) == 0)
            {
                continue;
            }

            if (type is not null && !ReferenceEquals(type, origins[o].Type))
            {
                return false;
            }

            type = origins[o].Type;
        }

        return true;
    }

    // Interned per graph, so that equal casts have equal words.
    private int IndexOf(ITypeSymbol? cast)
    {
        if (cast is null)
        {
            return 0;
        }

        for (int i = 0; i < _casts.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(_casts[i], cast))
            {
                return i + 1;
            }
        }

        _casts.Add(cast);
        return _casts.Count;
    }
}

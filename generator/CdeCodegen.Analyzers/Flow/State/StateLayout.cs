using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Analyzers.Flow.State;

/// <summary>
/// Lays out a flow state in one flat array of words, so that copying and joining are plain loops. A slot has five words (origins, description,
/// and three of cases), an origin four (possible, unhandled, handled by a catch-all, flags), and a stored condition three per origin (cases with which it is
/// true, false, and null). A join is a bitwise or of the words of origins and conditions; the cases of a slot unite by origin.
/// </summary>
internal sealed class StateLayout(int slots, TrackedOrigins origins, int conditions)
{
    private const int SlotWords = 5;
    private const int ConditionWords = 3;

    private readonly int _originBase = slots * SlotWords;
    private readonly int _conditionBase = slots * SlotWords + origins.Count * OriginState.Words;
    private readonly List<ITypeSymbol> _casts = [];

    public int Origins => origins.Count;

    public ulong[] Create() => new ulong[_conditionBase + conditions * origins.Count * ConditionWords];

    public OriginState OriginOf(ulong[] words, int origin) => new(words, _originBase + origin * OriginState.Words);

    public ConditionCases ReadCondition(ulong[] words, int condition, int origin)
    {
        int offset = ConditionAt(condition, origin);
        return new ConditionCases(words[offset], words[offset + 1], words[offset + 2]);
    }

    public void WriteCondition(ulong[] words, int condition, int origin, ConditionCases cases)
    {
        int offset = ConditionAt(condition, origin);
        words[offset] = cases.WhenTrue;
        words[offset + 1] = cases.WhenFalse;
        words[offset + 2] = cases.WhenNull;
    }

    public Value Read(ulong[] words, int slot)
    {
        ulong meta = words[slot * SlotWords + 1];
        int cast = (int)(meta >> 32);
        return new Value(
            new OriginSet(words[slot * SlotWords]), (ValueKind)(meta & 0xFF), new Shape((uint)(meta >> 8) & 0xFFFFFF), cast == 0 ? null : _casts[cast - 1],
            CasesAt(words, slot * SlotWords));
    }

    public void Write(ulong[] words, int slot, Value value)
    {
        words[slot * SlotWords] = value.Origins.Bits;
        words[slot * SlotWords + 1] = (ulong)value.Kind | (ulong)value.Shape.Bits << 8 | (ulong)IndexOf(value.Cast) << 32;
        SetCases(words, slot * SlotWords, value.Cases);
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
            OriginCases known = CasesAt(target, i);
            OriginCases cases = origins.HaveOneType(new OriginSet(target[i] | source[i]))
                ? known.Unite(new OriginSet(target[i]), CasesAt(source, i), new OriginSet(source[i]))
                : OriginCases.Every;
            if ((source[i] & ~target[i]) != 0 || meta != target[i + 1] || !cases.IsSame(known))
            {
                changed = true;
            }

            target[i] |= source[i];
            target[i + 1] = meta;
            SetCases(target, i, cases);
        }

        for (int i = _originBase; i < target.Length; i++)
        {
            changed |= (source[i] & ~target[i]) != 0;
            target[i] |= source[i];
        }

        return changed;
    }

    private static OriginCases CasesAt(ulong[] words, int slot) => new(words[slot + 2], new OriginSet(words[slot + 3]), words[slot + 4]);

    private static void SetCases(ulong[] words, int slot, OriginCases cases)
    {
        words[slot + 2] = cases.Cases;
        words[slot + 3] = cases.Apart.Bits;
        words[slot + 4] = cases.ApartCases;
    }

    private int ConditionAt(int condition, int origin) => _conditionBase + (condition * origins.Count + origin) * ConditionWords;

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

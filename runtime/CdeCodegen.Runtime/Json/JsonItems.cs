using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Collects the items of an array of unknown length and copies them once: the first few in this struct, more in pooled memory. An empty array allocates nothing.
/// For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonItems<T>
{
    /// <summary>Longer arrays are not pooled, so that one huge body does not keep its memory in the process.</summary>
    private const int MaxPooledLength = 128 * 1024;

    /// <summary>The number of items that need no pooled memory. Most arrays are short, and renting and clearing takes longer than reading a few items.</summary>
    private const int FirstLength = 4;

    private First _first;
    private T[]? _items;
    private int _count;

    /// <summary>Adds an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (_count < FirstLength)
        {
            _first[_count++] = item;
            return;
        }

        if (_items is null || _count == _items.Length)
        {
            Grow();
        }

        _items![_count++] = item;
    }

    /// <summary>Returns the items and releases the pooled memory.</summary>
    public IReadOnlyList<T> ToList()
    {
        if (_count == 0)
        {
            return [];
        }

        if (_items is null)
        {
            return ((ReadOnlySpan<T>)_first)[.._count].ToArray();
        }

        T[] result = _items.AsSpan(0, _count).ToArray();
        Return(_items, _count);
        _items = null;
        return result;
    }

    private void Grow()
    {
        int length = Math.Max(16, _count * 2);
        T[] larger = length <= MaxPooledLength ? ArrayPool<T>.Shared.Rent(length) : new T[length];
        if (_items is not null)
        {
            _items.AsSpan(0, _count).CopyTo(larger);
            Return(_items, _count);
        }
        else
        {
            ((ReadOnlySpan<T>)_first)[.._count].CopyTo(larger);
        }

        _items = larger;
    }

    private static void Return(T[] items, int count)
    {
        if (items.Length > MaxPooledLength)
        {
            return;
        }

        // The pool must not keep the objects that the items refer to alive.
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            items.AsSpan(0, count).Clear();
        }

        ArrayPool<T>.Shared.Return(items);
    }

    [InlineArray(FirstLength)]
    private struct First
    {
        private T _item;
    }
}

using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CdeCodegen.Runtime.Generated;

/// <summary>
/// Collects the items of an array of unknown length in pooled memory and copies them once. An empty array allocates nothing. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonItems<T>
{
    /// <summary>Longer arrays are not pooled, so that one huge body does not keep its memory in the process.</summary>
    private const int MaxPooledLength = 128 * 1024;

    private T[]? _items;
    private int _count;

    /// <summary>Adds an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (_items is null || _count == _items.Length)
        {
            Grow();
        }

        _items![_count++] = item;
    }

    /// <summary>Returns the items and releases the pooled memory.</summary>
    public IReadOnlyList<T> ToList()
    {
        if (_items is null)
        {
            return [];
        }

        T[] result = _items.AsSpan(0, _count).ToArray();
        Return(_items, _count);
        _items = null;
        return result;
    }

    private void Grow()
    {
        int length = _count == 0 ? 16 : _count * 2;
        T[] larger = length <= MaxPooledLength ? ArrayPool<T>.Shared.Rent(length) : new T[length];
        if (_items is not null)
        {
            _items.AsSpan(0, _count).CopyTo(larger);
            Return(_items, _count);
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
}

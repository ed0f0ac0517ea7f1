using System.Globalization;
using System.Text;

namespace CdeCodegen.Tasks;

/// <summary>The folder of generated files. Only the tasks write to it.</summary>
/// <param name="path">The full path of the folder.</param>
internal sealed class OutputFolder(string path)
{
    /// <summary>Windows tools fail on longer paths unless the machine allows them.</summary>
    private const int LongestPath = 250;

    private const string Extension = ".g.cs";
    private const int Attempts = 5;

    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a file, unless it already has this text: an unchanged time keeps the compiler from running.</summary>
    public void Write(string name, string text)
    {
        string file = Path.Combine(path, FileName(name));
        _names.Add(Path.GetFileName(file));
        WriteIfDifferent(file, text);
    }

    /// <summary>Removes the files of operations and models that no longer exist.</summary>
    public void RemoveOthers()
    {
        foreach (string file in Directory.GetFiles(path, "*" + Extension))
        {
            if (!_names.Contains(Path.GetFileName(file)))
            {
                Retry(() => File.Delete(file));
            }
        }
    }

    public static void WriteIfDifferent(string file, string text)
    {
        byte[] bytes = s_encoding.GetBytes(text);
        Retry(() =>
        {
            if (!HasContent(file, bytes))
            {
                File.WriteAllBytes(file, bytes);
            }
        });
    }

    /// <summary>An editor's build and the user's own can use the folder at the same time, and a virus scanner opens every new file.</summary>
    public static void Retry(Action action)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < Attempts)
            {
                Thread.Sleep(20 * attempt);
            }
        }
    }

    private static bool HasContent(string file, byte[] bytes)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length != bytes.Length)
        {
            return false;
        }

        byte[] existing = File.ReadAllBytes(file);
        if (existing.Length != bytes.Length)
        {
            return false;
        }

        for (int i = 0; i < bytes.Length; i++)
        {
            if (existing[i] != bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name in the folder: the end of a name that is too long for Windows is replaced by its hash.</summary>
    private string FileName(string name)
    {
        int room = LongestPath - path.Length - 1;
        if (name.Length <= room)
        {
            return name;
        }

        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        string end = "~" + hash.ToString("x8", CultureInfo.InvariantCulture) + Extension;
        return name.Substring(0, Math.Max(1, Math.Min(name.Length, room - end.Length))) + end;
    }
}

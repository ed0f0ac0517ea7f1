namespace CdeCodegen.Generator.Tests.Architecture;

/// <summary>What a folder is for, and which folders of its own or of other projects it may use.</summary>
/// <param name="Folder">Relative to the project; <see cref="FolderGraph.Root"/> for the files of the project's own folder.</param>
/// <param name="Concern">One line for the README.</param>
/// <param name="MayUse">Folders, all of which come earlier in the list.</param>
internal sealed record FolderRule(string Folder, string Concern, params string[] MayUse);

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>A snapshot file that cannot be used. The message is one sentence that names the file and says what to do.</summary>
public sealed class SnapshotFormatException(string file, string problem, Exception? inner = null)
    : Exception($"The knowledge snapshot {Path.GetFileName(file)} {problem}. Run import again to write a new one.", inner);

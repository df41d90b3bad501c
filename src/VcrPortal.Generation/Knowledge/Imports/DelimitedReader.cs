using VcrPortal.Generation.Inputs;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>
/// Reads a delimited text (RFC 4180 quoting) row by row. Each row is the reader itself, so cells are to be taken before the next is read.
/// Cells are asked for by the place that they have in the list of wanted columns, in whatever order the file has them.
/// </summary>
public sealed class DelimitedReader : IDisposable
{
    /// <summary>A longer cell is a quote that was never closed.</summary>
    public const int LongestCell = 1 << 20;

    private readonly TextReader _text;
    private readonly char[] _buffer = new char[1 << 16];
    private readonly List<int> _ends = [];
    private readonly int[] _columns;
    private readonly int _width;
    private char[] _row = new char[1 << 12];
    private int _rowLength, _at, _filled;
    private long _nextLine = 1;

    private DelimitedReader(string file, TextReader text, char delimiter, string[] columns, bool hasHeader)
    {
        (File, _text, Delimiter) = (file, text, delimiter);
        if (hasHeader) Delimiter = TableHeader.FindDelimiter(FirstLine(), columns, delimiter) ?? delimiter;
        if (!hasHeader)
        {
            (_width, _columns) = (columns.Length, [.. Enumerable.Range(0, columns.Length)]);
            return;
        }
        if (!NextRow()) throw new ImportException(file, "line 1", "the file is empty.");
        var header = Enumerable.Range(0, _ends.Count).Select(i => Cell(i).Trim().TrimStart('\uFEFF').ToString()).ToList();
        _width = header.Count;
        _columns = [.. columns.Select(c => header.IndexOf(c))];
        var missing = columns.Where(c => !header.Contains(c)).ToList();
        if (missing.Count > 0) throw new ImportException(file, "line 1", WrongHeader(header, missing));
    }

    public string File { get; }

    public char Delimiter { get; }

    /// <summary>The line on which the current row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <param name="delimiter">The likely one; where the first line has the columns by another (<see cref="TableHeader"/>), it is
    /// that.</param>
    /// <exception cref="ImportException">The first line does not name these columns.</exception>
    public static DelimitedReader WithHeader(string file, TextReader text, char delimiter, params string[] columns) =>
        new(file, text, delimiter, columns, hasHeader: true);

    /// <param name="columns">What each column is; every row must have so many.</param>
    public static DelimitedReader WithoutHeader(string file, TextReader text, char delimiter, params string[] columns) =>
        new(file, text, delimiter, columns, hasHeader: false);

    /// <exception cref="ImportException">The row has another number of cells, or a quote that is not closed.</exception>
    public bool Read()
    {
        do
        {
            if (!NextRow()) return false;
        }
        while (_ends.Count == 1 && _rowLength == 0); // an empty line
        return _ends.Count == _width ? true
            : throw Wrong(
            $"has {Cells(_ends.Count)} where {_width} belong. The line may be cut off, or parted otherwise than by "
                + $"{TableHeader.NameOf(Delimiter)}.");
    }

    /// <summary>The cell of a wanted column, without surrounding blanks.</summary>
    public ReadOnlySpan<char> Span(int column) => Cell(_columns[column]).Trim();

    public string Text(int column) => Span(column).ToString();

    /// <summary>Null where there is nothing, or a word that says so: NULL, #N/A.</summary>
    public string? Optional(int column) => Span(column) is var cell && WrittenCell.IsMissing(cell) ? null : cell.ToString();

    public ImportException Wrong(string problem) => ImportException.AtLine(File, Line, problem);

    public void Dispose() => _text.Dispose();

    private ReadOnlySpan<char> Cell(int place) => _row.AsSpan((place == 0 ? 0 : _ends[place - 1]).._ends[place]);

    private string WrongHeader(List<string> header, List<string> missing)
    {
        var lacks = $"there is no column {string.Join(", ", missing)}.";
        return header.Count == 1 ? $"{lacks} The line is one cell; part cells by {TableHeader.NameOf(Delimiter)}."
            : $"{lacks} The columns are: {string.Join(", ", header.Take(30))}.";
    }

    /// <summary>What is in the buffer of the first line, which stays unread.</summary>
    private string FirstLine()
    {
        if (Peek() < 0) return "";
        var filled = _buffer.AsSpan(0, _filled);
        return filled[..(filled.IndexOf('\n') is var end and >= 0 ? end : _filled)].ToString();
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    /// <summary>A quote opens a cell only at its start; within it two stand for one.</summary>
    private bool NextRow()
    {
        _ends.Clear();
        _rowLength = 0;
        Line = _nextLine;
        var (quoted, isEmpty, cellStart) = (false, true, 0);
        while (Peek() is var c and >= 0)
        {
            _at++;
            isEmpty = false;
            if (c == '\n') _nextLine++;
            if (quoted)
            {
                if (c != '"') Append((char)c, cellStart);
                else if (Peek() == '"')
                {
                    Append('"', cellStart);
                    _at++;
                }
                else quoted = false;
            }
            else if (c == Delimiter) cellStart = EndCell();
            else if (c == '\n')
            {
                if (_rowLength > cellStart && _row[_rowLength - 1] == '\r') _rowLength--;
                EndCell();
                return true;
            }
            else if (c == '"' && _rowLength == cellStart) quoted = true;
            else Append((char)c, cellStart);
        }
        if (quoted) throw Wrong("a quote is opened and never closed; the file may be cut off.");
        if (!isEmpty) EndCell();
        return !isEmpty;
    }

    private int EndCell()
    {
        _ends.Add(_rowLength);
        return _rowLength;
    }

    private void Append(char letter, int cellStart)
    {
        if (_rowLength - cellStart >= LongestCell) throw Wrong(
            $"has a cell of more than {LongestCell} characters; a quote may not be closed.");
        if (_rowLength == _row.Length) Array.Resize(ref _row, _row.Length * 2);
        _row[_rowLength++] = letter;
    }

    private int Peek()
    {
        if (_at < _filled) return _buffer[_at];
        _filled = _text.Read(_buffer, 0, _buffer.Length);
        _at = 0;
        return _filled == 0 ? -1 : _buffer[0];
    }
}

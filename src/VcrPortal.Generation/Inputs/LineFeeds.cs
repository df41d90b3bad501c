namespace VcrPortal.Generation.Inputs;

/// <summary>Gives every end of a line as a line feed, whether it was written as one, as a carriage return, or as both.</summary>
internal sealed class LineFeeds(TextReader text) : TextReader
{
    private bool _afterReturn;

    public override int Peek()
    {
        while (text.Peek() is var c and >= 0)
        {
            if (c != '\n' || !_afterReturn) return c == '\r' ? '\n' : c;
            _ = text.Read();
            _afterReturn = false;
        }
        return -1;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var read = text.Read(buffer);
            if (read == 0) return 0;
            var kept = 0;
            for (var i = 0; i < read; i++)
            {
                var c = buffer[i];
                if (c != '\n' || !_afterReturn) buffer[kept++] = c == '\r' ? '\n' : c;
                _afterReturn = c == '\r';
            }
            if (kept > 0) return kept;
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}

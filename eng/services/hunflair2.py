#!/usr/bin/env python3
"""Finds names in texts with HunFlair2, for Sources:HunFlair:BaseAddress (docs/services.md). Needs: pip install flair.

Usage: hunflair2.py [PORT], by default 8004, on loopback only.
"""
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

LONGEST = 1 << 20  # bytes of a question
TYPES = {"Gene", "Chemical", "Disease", "Species", "CellLine"}


def load():
    """The tagger as a function from a text to spans; their places count code points, as Python's do."""
    from flair.data import Sentence
    from flair.nn import Classifier

    tagger = Classifier.load("hunflair2")

    def find(text):
        spans, start = [], 0
        for line in text.split("\n"):  # each line is a text of its own
            sentence = Sentence(line)
            tagger.predict(sentence)
            for span in sentence.get_spans():
                label = span.get_label().value
                if label in TYPES:
                    first, last = start + span.start_position, start + span.end_position
                    spans.append({"start": first, "end": last, "text": text[first:last], "type": label})
            start += len(line) + 1
        return spans

    return find


class Handler(BaseHTTPRequestHandler):
    find = None

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        if self.path != "/ner":
            return self.answer(404, {"error": "Ask POST /ner."})
        if not 0 < length <= LONGEST:
            return self.answer(413, {"error": f"Send 1 to {LONGEST} bytes of JSON."})
        try:
            text = json.loads(self.rfile.read(length))["text"]
        except (ValueError, KeyError, TypeError):
            return self.answer(400, {"error": 'Send {"text": "..."}.'})
        if not isinstance(text, str):
            return self.answer(400, {"error": "text is a string."})
        return self.answer(200, type(self).find(text))

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    Handler.find = staticmethod(load())
    HTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8004), Handler).serve_forever()

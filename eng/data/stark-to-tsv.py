#!/usr/bin/env python3
"""Writes a STaRK PrimeKG folder (pickled tensors) as the two tables that the import verb reads.

Run it where PyTorch is: python3 stark-to-tsv.py STARK_FOLDER OUTPUT_FOLDER
Reads node_info (.pkl or .json), edge_index.pt, edge_types.pt and edge_type_dict.pkl; writes stark-nodes.tsv and stark-edges.tsv.
Pickles can run code: convert only a folder that you trust.
"""
import json
import pickle
import sys
from pathlib import Path


def load_pickle(path):
    with open(path, "rb") as file:
        return pickle.load(file)


def load_nodes(folder):
    """Nodes by number, whatever type the file's keys have."""
    text = folder / "node_info.json"
    nodes = json.loads(text.read_text(encoding="utf-8")) if text.exists() else load_pickle(folder / "node_info.pkl")
    return {int(index): info for index, info in nodes.items()}


def cell(value):
    """One line, no tabs: the table has no quoting."""
    return " ".join(str(value).replace('"', "'").split())


def write_nodes(nodes, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("index\tid\ttype\tname\tsource\n")
        for index in sorted(nodes):
            info = nodes[index]
            out.write("\t".join([str(index), *(cell(info.get(key, "")) for key in ("id", "type", "name", "source"))]) + "\n")


def write_edges(edge_index, edge_types, names, path):
    sources, targets = edge_index[0].tolist(), edge_index[1].tolist()
    with open(path, "w", encoding="utf-8") as out:
        out.write("source\trelation\ttarget\n")
        for source, kind, target in zip(sources, edge_types.tolist(), targets):
            out.write(f"{source}\t{cell(names[kind])}\t{target}\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    import torch

    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    names = {int(kind): name for kind, name in load_pickle(folder / "edge_type_dict.pkl").items()}
    write_nodes(load_nodes(folder), output / "stark-nodes.tsv")
    write_edges(torch.load(folder / "edge_index.pt"), torch.load(folder / "edge_types.pt"), names, output / "stark-edges.tsv")


if __name__ == "__main__":
    main()

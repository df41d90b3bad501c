"""Computes the six numbers of VCR-Agent's evaluation code for a corpus, by compiled regular expressions.

Reads a JSON list of {explain, dag, answer, referenceExplain, referenceDag} on standard input and prints one JSON object:
the median microseconds of processor time a trace over the rounds, and each trace's six numbers. Formulas: docs/format.md, "Scores". The measured rounds stand apart from reading the input.
"""
import gc
import json
import re
import sys
import time
from collections import Counter, defaultdict, deque

ROUNDS = 15
SECONDS_A_ROUND = 0.2

PRIMITIVES = frozenset("""
set_context binds_to modulates_complex cell_cell_interaction similar_to correlates_with participates_in
modulates_molecule_activity modulates_pathway_activity gain_of_function loss_of_function regulates_expression
regulates_translation chromatin_modification converts_substrate post_translational_modification
degrades_or_stabilises localises_to induces_phenotype alleviates_phenotype
""".split())

find_primitives = re.compile(r"^[ \t]*([A-Za-z_]\w*)[ \t]*\(", re.MULTILINE).findall
find_edges = re.compile(r'edge\("(n\d+)",\s*"(n\d+)",\s*relation="(\w+)"\)').findall
find_ids = re.compile(r"""\bid=["'](n\d+)["']""").findall
find_tokens = re.compile(r"\bn\d+\b").findall
find_tags = [re.compile(f"<{tag}>.*?</{tag}>", re.DOTALL).search for tag in ("think", "answer", "explain", "dag")]


def f1(shared, found, expected):
    return 2 * shared / (found + expected) if shared else 0.0


def edges_of(dag):
    """One edge for a pair: the last one written."""
    return {(source, target): relation for source, target, relation in find_edges(dag)}


def is_coherent(explain, dag):
    lines = explain.split("\n")[1:]
    ids = find_ids("\n".join(lines))
    return len(ids) == len(lines) and set(find_tokens(dag)) <= set(ids)


def is_acyclic(edges):
    children, incoming = defaultdict(list), Counter()
    for source, target in edges:
        children[source].append(target)
        incoming[target] += 1
    free = deque(source for source in children if source not in incoming)
    left = len(incoming)
    while free:
        for child in children.get(free.popleft(), ()):
            incoming[child] -= 1
            if not incoming[child]:
                left -= 1
                free.append(child)
    return left == 0


def score(trace):
    explain, dag = trace["explain"], trace["dag"]
    names, edges = find_primitives(explain), edges_of(dag)
    expected_names, expected_edges = find_primitives(trace["referenceExplain"]), edges_of(trace["referenceDag"])
    triples, expected = edges.items(), expected_edges.items()
    shared = (Counter(names) & Counter(expected_names)).total()
    return (
        sum(name in PRIMITIVES for name in names) / len(names) if names else 0.0,
        float(all(find(trace["answer"]) for find in find_tags)),
        float(is_coherent(explain, dag)),
        float(is_acyclic(edges)),
        round(f1(len(triples & expected), len(triples), len(expected)), 4),
        round(f1(shared, len(names), len(expected_names)), 4),
    )


def measure(corpus):
    start = time.process_time()
    for trace in corpus:
        score(trace)
    repeats = max(1, int(SECONDS_A_ROUND / (time.process_time() - start)))
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(repeats):
            for trace in corpus:
                score(trace)
        rounds.append((time.process_time() - start) / repeats / len(corpus))
    return sorted(rounds)[ROUNDS // 2] * 1e6


corpus = json.load(sys.stdin)
gc.disable()
json.dump({"microseconds": measure(corpus), "scores": [score(trace) for trace in corpus]}, sys.stdout)

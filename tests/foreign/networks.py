#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks that networkx makes, by way of GraphML and CSV, have the figures that networkx computes.

usage: networks.py WEAVEMAP-CLI
Random networks, another seed each time; the seed is printed, and taken from WEAVEMAP_SEED where that is set.
"""
import csv
import json
import math
import os
import random
import subprocess
import sys
import tempfile

try:
    import networkx as nx
except ImportError:
    sys.exit("python3-networkx is missing: ./dev deps all installs it.")

CLI = sys.argv[1]
SEED = int(os.environ.get("WEAVEMAP_SEED", random.SystemRandom().randrange(2**31)))
RELATIVE = 1e-9


def samples(rng):
    """Names and networks, directed ones among them; the nodes are the texts n0, n1, ..."""

    def seed():
        return rng.randrange(2**31)

    yield "one person", nx.empty_graph(1)
    yield "nobody tied", nx.empty_graph(9)
    yield "path", nx.path_graph(rng.randint(2, 40))
    yield "star", nx.star_graph(rng.randint(2, 40))
    yield "ring", nx.cycle_graph(rng.randint(3, 40))
    yield "all with all", nx.complete_graph(rng.randint(3, 15))
    yield "grid", nx.convert_node_labels_to_integers(nx.grid_2d_graph(4, rng.randint(2, 9)))
    yield "tree", nx.balanced_tree(2, 4)
    yield "caves", nx.connected_caveman_graph(5, 6)
    for share in (0.02, 0.06, 0.2):
        yield f"random {share}", nx.gnp_random_graph(rng.randint(20, 90), share, seed=seed())
    yield "few hubs", nx.barabasi_albert_graph(80, 3, seed=seed())
    yield "small world", nx.watts_strogatz_graph(70, 6, 0.1, seed=seed())
    yield "two pieces", nx.disjoint_union(nx.gnp_random_graph(25, 0.15, seed=seed()), nx.path_graph(6))
    for share in (0.03, 0.1, 0.3):
        yield f"directed {share}", nx.gnp_random_graph(rng.randint(15, 60), share, seed=seed(), directed=True)
    yield "one way round", nx.cycle_graph(7, create_using=nx.DiGraph)


def expected_undirected(graph):
    betweenness = nx.betweenness_centrality(graph, normalized=False)
    core = nx.core_number(graph)
    pieces = sorted((len(piece) for piece in nx.connected_components(graph)), reverse=True)
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    scalars = {
        "edges": graph.number_of_edges(),
        "components": len(pieces),
        "component_sizes": pieces,
        "isolates": nx.number_of_isolates(graph),
        "articulation_points": sum(1 for _ in nx.articulation_points(graph)),
        "bridges": sum(1 for _ in nx.bridges(graph)),
        "triangles_total": sum(nx.triangles(graph).values()) // 3,
    }
    if len(graph) > 1:
        scalars["density"] = nx.density(graph)
    if len(largest) > 1 and pieces.count(pieces[0]) == 1:
        scalars["largest.diameter"] = nx.diameter(largest)
        scalars["largest.mean_distance"] = nx.average_shortest_path_length(largest)
    nodes = {
        "degree": dict(graph.degree()),
        "betweenness": betweenness,
        "harmonic": nx.harmonic_centrality(graph),
        "closeness_wasserman_faust": nx.closeness_centrality(graph),
        "clustering_local": nx.clustering(graph),
        "core_number": core,
    }
    return scalars, nodes


def expected_directed(graph):
    nodes = {
        "in_degree": dict(graph.in_degree()),
        "out_degree": dict(graph.out_degree()),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "harmonic_in": nx.harmonic_centrality(graph),
        "harmonic_out": nx.harmonic_centrality(graph.reverse()),
    }
    return {"density": nx.density(graph)}, nodes


def same(ours, theirs, scale):
    if isinstance(theirs, list):
        return ours == theirs
    return math.isclose(float(ours or 0), float(theirs), rel_tol=RELATIVE, abs_tol=1e-12 * max(1.0, scale))


def compare(section, expected, ids, where):
    """The differences, one line each, and how many values were compared."""
    wrong, compared = [], 0
    scalars, nodes = expected
    for key, value in scalars.items():
        compared += 1
        if key not in section["scalars"] or not same(section["scalars"][key], value, 1):
            wrong.append(f"{where}: {key} is {section['scalars'].get(key)}, networkx says {value}")
    for key, values in nodes.items():
        ours = dict(zip(ids, section["nodes"].get(key, [])))
        scale = max((abs(value) for value in values.values()), default=1)
        for node, value in values.items():
            compared += 1
            if node not in ours or not same(ours[node], value, scale):
                wrong.append(f"{where}: {key} of {node} is {ours.get(node)}, networkx says {value}")
    return wrong, compared


def run(*words):
    done = subprocess.run([CLI, *words], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(f"weavemap-cli {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def figures(folder, name, graph, way):
    """Our figures of a network that networkx wrote as GraphML or as two CSV files, and the list of people."""
    file = os.path.join(folder, f"{name}.{way}.weavemap")
    if way == "graphml":
        source = os.path.join(folder, f"{name}.graphml")
        nx.write_graphml(graph, source)
        run("import", file, source)
    else:
        people, ties = os.path.join(folder, f"{name}.nodes.csv"), os.path.join(folder, f"{name}.edges.csv")
        with open(people, "w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([("id", "label"), *((node, f"Person {node}") for node in graph)])
        run("import", file, people, "--as", "members")
        if graph.number_of_edges():
            with open(ties, "w", newline="", encoding="utf-8") as out:
                csv.writer(out).writerows([("source", "target"), *graph.edges()])
            run("import", file, ties, "--as", "ties", *(["--directed"] if graph.is_directed() else []))
    table = os.path.join(folder, "out.csv")
    metrics = json.loads(run("metrics", file, "--ties", "all", "--ids", "source", "--out", table))
    with open(table, newline="", encoding="utf-8") as text:
        return metrics, list(csv.DictReader(text))


def main():
    print(f"WEAVEMAP_SEED={SEED}, networkx {nx.__version__}")
    wrong, compared = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, bare) in enumerate(samples(random.Random(SEED))):
            graph = nx.relabel_nodes(bare, lambda node: f"n{node}")
            for way in ("graphml", "csv"):
                where = f"{name}, {way}"
                metrics, table = figures(folder, str(number), graph, way)
                ids = metrics["nodes"]
                if sorted(ids) != sorted(graph):
                    wrong.append(f"{where}: other people than networkx has")
                    continue
                parts = [("undirected", expected_undirected(graph.to_undirected()))]
                if graph.is_directed() and graph.number_of_edges():
                    parts.append(("directed", expected_directed(graph)))
                for part, expected in parts:
                    found, count = compare(metrics["sections"][part], expected, ids, f"{where}, {part}")
                    wrong += found
                    compared += count
                # The list for spreadsheets says the same as the JSON.
                if len(table) != len(ids):
                    wrong.append(f"{where}: the list has {len(table)} rows for {len(ids)} people")
    print(f"{compared} values compared, {len(wrong)} wrong")
    print("\n".join(wrong[:40]))
    return 1 if wrong or compared < 5000 else 0


sys.exit(main())

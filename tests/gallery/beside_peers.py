#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our pictures of published networks beside those that graphviz and SocNetV draw of the same ones.

    ./dev gallery --beside [DIR] [NETWORK...]

Writes ours (screens in both themes, in print colours and greys, at several sizes and in several styles, and pages) as
NETWORK-NN-WORDS.png, the others' as NETWORK-graphviz.png and NETWORK-socnetv.png, and all of one network on one sheet,
sheet-NETWORK.png. Pictures of the others that an earlier run left in DIR are kept. What was seen on the sheets stands in
BESIDE.md beside this file. Networks come from ../shared/reference and ../shared/bench where these stand beside the
project, else from tests/data/reference.
SocNetV is driven on a display of its own through Xvfb and xdotool. What is not installed is left out with a sentence.
"""
import csv
import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build" / "release" / "bin"
REFERENCE = [ROOT.parent / "shared" / "reference" / "networks", ROOT / "tests" / "data" / "reference"]
BENCH = ROOT.parent / "shared" / "bench" / "data"
DISPLAY = ":87"
SCREEN = (1400, 900)
CANVAS = "886x728+261+87"  # of SocNetV's window at that size
MOST_FOR_SOCNETV = 1500
PAGE = ["--dpi", "110", "--names", "full"]

# Network, and what is taken of it: a list of words is a screen (weavemap-gallery --map), "page ..." a page
# (weavemap-cli map).
PICTURES = {
    "sample": ["light", "dark", "light 1280x800", "print", "grey", "groups", "circle", "page --view board",
               "page --view screen --page A3-landscape", "page --names initials --page A4-portrait"],
    "karate": ["light", "dark", "page --view screen --colour attribute:club"],
    "les_miserables": ["light", "light 1280x800", "grey", "page --view screen"],
    "davis_southern_women": ["light", "page --view board"],
    "florentine_marriage": ["dark", "page --view screen"],
    "sampson_monastery": ["light", "page --view screen --page A4-portrait"],
    "lawyers_advice": ["light", "dark distances"],
    "uk_faculty": ["light", "page --view screen"],
    "faux_mesa_high": ["light", "print 1280x800", "page --view board"],
    "jazz": ["light", "dark"],
    "email_urv": ["light", "dark x2"],
    "grid-100": ["light"],
    "assoc-500": ["light", "dark", "light x2", "page --view screen"],
    "assoc-5k": ["light", "light x3", "grey"],
}


def say(words):
    print(words, flush=True)


def missing(*programs):
    return [program for program in programs if shutil.which(program) is None]


class Network:
    """Nodes by id with their labels, and ties by ids."""

    def __init__(self, name, folder):
        self.name = name
        self.labels = {}
        self.ties = []
        self.path = folder / f"{name}.weavemap"
        self.files = []

    @staticmethod
    def found(name, folder):
        network = Network(name, folder)
        if name == "sample":
            network.path.unlink(missing_ok=True)
            subprocess.run([BIN / "weavemap-cli", "demo", network.path, "--on", "2026-10-15"], check=True,
                           stdout=subprocess.DEVNULL)
            network.read_sample()
            return network
        for place in REFERENCE:
            if (place / name / "nodes.csv").exists():
                network.read_csv(place / name)
                return network
        packed = BENCH / f"{name}.txt.gz"
        if packed.exists():
            network.read_packed(packed, folder)
            return network
        return None

    def read_csv(self, place):
        self.files = [(place / "nodes.csv", "members"), (place / "edges.csv", "ties")]
        with open(place / "nodes.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.labels[row["id"]] = row.get("label") or row["id"]
        with open(place / "edges.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.ties.append((row["source"], row["target"]))

    def read_packed(self, packed, folder):
        with gzip.open(packed, "rt", encoding="utf-8") as file:
            for line in file:
                words = line.split()
                if len(words) >= 2 and not line.startswith("#"):
                    self.ties.append((words[0], words[1]))
        for tie in self.ties:
            for end in tie:
                self.labels.setdefault(end, end)
        nodes, edges = folder / f"{self.name}-nodes.csv", folder / f"{self.name}-edges.csv"
        nodes.write_text("id,label\n" + "".join(f"{i},{i}\n" for i in self.labels), encoding="utf-8")
        edges.write_text("source,target,weight\n" + "".join(f"{a},{b},1\n" for a, b in self.ties), encoding="utf-8")
        self.files = [(nodes, "members"), (edges, "ties")]

    def read_sample(self):
        """Members and their exchange ties, as the map shows them first."""
        file = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        people = file.execute("SELECT id, name FROM person WHERE kind = 0 AND left_on IS NULL AND archived_on IS NULL")
        self.labels = {str(person): name for person, name in people}
        ties = file.execute("SELECT a, b FROM tie WHERE depth >= 3 AND ended IS NULL")
        self.ties = [(str(a), str(b)) for a, b in ties if str(a) in self.labels and str(b) in self.labels]
        file.close()

    def make(self):
        if self.name != "sample":
            self.path.unlink(missing_ok=True)
            for source, kind in self.files:
                subprocess.run([BIN / "weavemap-cli", "import", self.path, source, "--as", kind], check=True,
                               stdout=subprocess.DEVNULL)

    def is_connected(self):
        near = {node: set() for node in self.labels}
        for a, b in self.ties:
            near[a].add(b)
            near[b].add(a)
        waiting, met = list(near)[:1], set(list(near)[:1])
        while waiting:
            for other in near[waiting.pop()] - met:
                met.add(other)
                waiting.append(other)
        return len(met) == len(near)

    def simple(self):
        """Ties without direction, doubles and loops."""
        return sorted({tuple(sorted(tie)) for tie in self.ties if tie[0] != tie[1]})


def take_ours(network, words, out):
    parts = words.split()
    if parts[0] == "page":
        command = [BIN / "weavemap-cli", "map", network.path, out, *PAGE, *parts[1:]]
    else:
        command = [BIN / "weavemap-gallery", "--map", network.path, out, *parts]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def take_graphviz(network, folder, out):
    """As graphviz draws it when it is asked to keep names apart."""
    dot = folder / f"{network.name}.dot"
    many = len(network.labels) > 300
    node = 'shape=point, width=0.06' if many else 'shape=ellipse, margin="0.05,0.02", fontsize=12'
    with open(dot, "w", encoding="utf-8") as file:
        file.write(f"graph {{\n node [{node}];\n outputorder=edgesfirst; overlap=prism; size=\"14,9\";\n")
        for node_id, label in network.labels.items():
            text = label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
            file.write(f' "{node_id}" [label="{text}"' + ("" if many else ', style=filled, fillcolor=white') + "];\n")
        for a, b in network.simple():
            file.write(f' "{a}" -- "{b}";\n')
        file.write("}\n")
    program = "sfdp" if many else "neato"
    subprocess.run([program, "-Tpng", "-Gdpi=96", "-o", out, dot], check=True, stderr=subprocess.DEVNULL)


def take_socnetv(network, folder, out):
    """Its window, as it opens a Pajek file, with Kamada and Kawai's layout; with Fruchterman and Reingold's, as far as it
    comes in a minute, where that is too slow or refused, which it is of networks in pieces."""
    net = folder / f"{network.name}-socnetv.net"
    number = {node: i + 1 for i, node in enumerate(network.labels)}
    with open(net, "w", encoding="utf-8") as file:
        file.write(f"*Vertices {len(number)}\n")
        for node, label in network.labels.items():
            file.write(f'{number[node]} "{label.replace(chr(34), chr(39))}"\n')
        file.write("*Edges\n")
        for a, b in network.simple():
            file.write(f"{number[a]} {number[b]} 1\n")
    home = folder / "socnetv-home"
    home.mkdir(exist_ok=True)
    env = {**os.environ, "DISPLAY": DISPLAY, "HOME": str(home)}

    def xdo(*words):
        return subprocess.run(["xdotool", *map(str, words)], env=env, capture_output=True, text=True).stdout.split()

    def click(x, y):
        xdo("mousemove", x, y, "click", 1)
        time.sleep(1)

    program = subprocess.Popen(["socnetv", str(net)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(4)
        window = xdo("search", "--name", "Social Network Visualizer")[-1:]
        if not window:
            return False
        xdo("windowsize", window[0], 1400, 880)
        xdo("windowmove", window[0], 0, 0)
        time.sleep(1)
        preview = xdo("search", "--name", "Preview file")[-1:]
        if preview:
            shape = dict(part.split("=") for part in xdo("getwindowgeometry", "--shell", preview[0]))
            xdo("windowfocus", preview[0])
            click(int(shape["X"]) + int(shape["WIDTH"]) - 130, int(shape["Y"]) + int(shape["HEIGHT"]) - 24)
            time.sleep(2)
        asks = xdo("search", "--onlyvisible", "--name", "relation")[-1:]
        if asks:
            xdo("windowfocus", asks[0])
            xdo("type", "ties")
            xdo("key", "Return")
            time.sleep(2)
        xdo("windowfocus", window[0])
        click(174, 637)
        xdo("key", "k" if network.is_connected() and len(number) <= 120 else "f", "Return")
        click(174, 669)
        time.sleep(min(60, 5 + len(number) / 12))
        xdo("key", "Escape")
        subprocess.run(["import", "-window", "root", "-crop", CANVAS, "+repage", str(out)], env=env, check=True)
        return True
    finally:
        program.kill()
        program.wait()


def take_sheet(name, tiles, out):
    words = []
    for path, title in tiles:
        words += ["-label", title, str(path)]
    columns = 2 if len(tiles) < 7 else 3
    subprocess.run(["montage", *words, "-font", "DejaVu-Sans", "-pointsize", "16", "-tile", f"{columns}x", "-geometry",
                    "920x640+8+8", "-background", "#b0b0b0", str(out)], check=True)


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "gallery" / "beside").resolve()
    wanted = sys.argv[2:] or list(PICTURES)
    unknown = [name for name in wanted if name not in PICTURES]
    if unknown:
        say(f"There are no pictures of {', '.join(unknown)}.")
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    graphviz, sheets, socnetv = missing("neato", "sfdp"), missing("montage"), missing("socnetv", "xdotool", "Xvfb",
                                                                                   "import")
    if graphviz:
        say("graphviz is not installed: its pictures are left out.")
    if sheets:
        say("ImageMagick is not installed: there are pictures, but no sheets of them.")
    if socnetv:
        say(f"SocNetV is left out: {', '.join(socnetv)} not installed.")
    display = None
    if not socnetv:
        display = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(2)
    taken = 0
    try:
        for name in wanted:
            network = Network.found(name, folder)
            if network is None:
                say(f"{name} is left out: its files do not stand beside the project.")
                continue
            network.make()
            tiles = []
            for number, words in enumerate(PICTURES[name], 1):
                file = "-".join(word.strip("-") for word in words.replace("page --view", "page").split())
                out = folder / f"{name}-{number:02}-{file}.png"
                take_ours(network, words, out)
                tiles.append((out, f"Weavemap: {words}"))
                taken += 1
            if not graphviz:
                out = folder / f"{name}-graphviz.png"
                if not out.exists():
                    take_graphviz(network, folder, out)
                tiles.append((out, "graphviz"))
            if not socnetv and len(network.labels) > MOST_FOR_SOCNETV:
                say(f"SocNetV does not draw {len(network.labels)} people in a minute: {name} is without it.")
            elif not socnetv:
                out = folder / f"{name}-socnetv.png"
                if out.exists() or take_socnetv(network, folder, out):
                    tiles.append((out, "SocNetV"))
                else:
                    say(f"SocNetV opened no window for {name}.")
            if not sheets:
                take_sheet(name, tiles, folder / f"sheet-{name}.png")
            say(f"{name}: {len(PICTURES[name])} pictures of ours")
    finally:
        if display is not None:
            display.terminate()
            display.wait()
    say(f"{taken} pictures of ours in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, used through the accessibility bus alone: a tie is drawn, the map is filtered by its legend, and
what came of it is read from the bus and from the file by weavemap-cli.

usage: over_the_bus.py WEAVEMAP WEAVEMAP-CLI
Brings a session bus and a display of its own. Exit status 77 where the packages for that are missing.
"""
import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

MISSING = 77
PATIENCE = 30  # seconds for a condition; none of them is a pause
PEOPLE = "Map"

if os.environ.get("WEAVEMAP_ON_A_BUS") != "1":
    if not all(shutil.which(program) for program in ("dbus-run-session", "Xvfb")):
        print("dbus or xvfb is missing: ./dev deps all installs them.")
        sys.exit(MISSING)
    # The system's own interpreter: the bus's module is a package of the system.
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    if subprocess.run([python, "-c", "import pyatspi"], stderr=subprocess.DEVNULL).returncode != 0:
        print("python3-pyatspi is missing: ./dev deps all installs it.")
        sys.exit(MISSING)
    os.environ["WEAVEMAP_ON_A_BUS"] = "1"
    os.execvp("dbus-run-session", ["dbus-run-session", "--", python, *sys.argv])

import pyatspi  # noqa: E402  (only inside the session)

WINDOW, CLI = sys.argv[1:3]


def wait(condition, what):
    """The first answer that is true; ends the test where none comes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            answer = condition()
        except Exception:  # a node that has just gone, whatever the bus calls it
            answer = None
        if answer:
            return answer
        time.sleep(0.02)
    sys.exit(f"FAIL: {what}")


def nodes(node, deep=40):
    """A node and all below it, but for the people of the map, which are asked for by name."""
    yield node
    if deep == 0:
        return
    is_map = node.getRole() == pyatspi.ROLE_LIST and node.name == PEOPLE
    for i in range(len(people(node)) if is_map else 0, node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from nodes(child, deep - 1)


def find(root, role, name, showing=True):
    """The node of this role whose name begins so; None where there is none (on the screen)."""
    for node in nodes(root):
        if node.getRole() == role and node.name.startswith(name):
            if not showing or node.getState().contains(pyatspi.STATE_SHOWING):
                return node
    return None


def act(node, action="Press"):
    actions = node.queryAction()
    for i in range(actions.nActions):
        if actions.getName(i) == action:
            return actions.doAction(i)
    sys.exit(f"FAIL: “{node.name}” has no action {action}")


def people(canvas):
    """Those on the map: name on the bus to node."""
    found = {}
    for i in range(canvas.childCount):
        child = canvas.getChildAtIndex(i)
        if child is None or child.getRole() != pyatspi.ROLE_LIST_ITEM:
            break
        found[child.name] = child
    return found


def start(folder):
    reader, writer = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                               pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(display.kill)
    os.close(writer)
    os.environ["DISPLAY"] = ":" + os.read(reader, 20).decode().strip()
    file = os.path.join(folder, "network.weavemap")
    subprocess.run([CLI, "demo", file], check=True, stdout=subprocess.DEVNULL)
    home = {name: folder for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")}
    window = subprocess.Popen([WINDOW, file], env=dict(os.environ, **home, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
                                                       QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1"))
    atexit.register(window.kill)
    return file, window


def read(command, file):
    """What weavemap-cli says of the file."""
    json_too = ["--json"] if command == "history" else []
    answer = subprocess.run([CLI, command, file, *json_too], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def ties(figures):
    return sum(figures["sections"]["undirected"]["nodes"]["degree"]) / 2


def main():
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file, window = start(folder)
    before = read("metrics", file)

    desktop = pyatspi.Registry.getDesktop(0)
    app = wait(lambda: next((a for a in desktop if a and a.name.startswith("Weavemap")), None), "the window on the bus")
    wait(lambda: act(find(app, pyatspi.ROLE_MENU_ITEM, "Map", showing=False)), "the menu that leads to the map")
    canvas = wait(lambda: find(app, pyatspi.ROLE_LIST, PEOPLE), "the map on the screen")
    wait(lambda: len(people(canvas)) >= 142, "everybody on the map")

    # A tie between two people who had none.
    alone = [name for name in people(canvas) if ", no known tie" in name]
    assert len(alone) >= 2, alone
    one, other = (name.split(",")[0] for name in alone[:2])
    act(people(canvas)[alone[0]])
    wait(lambda: people(canvas)[alone[0]].getState().contains(pyatspi.STATE_SELECTED), "who was chosen is chosen")
    act(find(app, pyatspi.ROLE_MENU_ITEM, "Draw a tie", showing=False))
    act(people(canvas)[alone[1]])
    act(wait(lambda: find(app, pyatspi.ROLE_PUSH_BUTTON, "Store this tie"), "the question what kind of tie"))
    for name in (one, other):
        wait(lambda: [n for n in people(canvas) if n.startswith(name + ",") and "in touch with 1" in n],
             f"{name} is in touch with one")
    tied = next(node for name, node in people(canvas).items() if name.startswith(one + ","))
    assert tied.childCount == 1 and tied.getChildAtIndex(0).name.startswith(f"Tie with {other}, "), tied.getChildAtIndex(0)
    print(f"A tie was drawn between {one} and {other}.")

    # A filter: fewer people, and the map says how many it hides.
    everybody = len(people(canvas))
    region = next(name.split(", ")[1] for name in people(canvas) if name.count(", ") > 1)
    act(wait(lambda: next(node for node in nodes(canvas) if node.name.startswith(region)
                          and node.getState().contains(pyatspi.STATE_SHOWING)), "the region in the legend"))
    left = wait(lambda: 0 < len(people(canvas)) < everybody and people(canvas), "fewer people on the map")
    wait(lambda: "hidden by filters" in canvas.description, "how many are hidden")
    print(f"A filter on {region} leaves {len(left)} of {everybody}.")

    # What the bus showed is in the file.
    window.terminate()
    window.wait(PATIENCE)
    step = read("history", file)["steps"][0]["label"]
    assert one in step and other in step, step
    assert ties(read("metrics", file)) == ties(before) + 1, "one tie more in the file"
    print(f"The file says: {step}")


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, used through the accessibility bus alone: a tie is drawn, paths are found, the map is filtered by the
menu of its chip and by its legend. What came of it is read from the bus, as is what a screen reader is told meanwhile,
and from the file by weavemap-cli.

usage: over_the_bus.py WEAVEMAP WEAVEMAP-CLI
Brings a session bus and a display of its own; fails where the packages for that are missing.
"""
import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE = 30  # seconds for a condition; none of them is a pause
PEOPLE = "Map"

if os.environ.get("WEAVEMAP_ON_A_BUS") != "1":
    if not all(shutil.which(program) for program in ("dbus-run-session", "Xvfb")):
        sys.exit("dbus or xvfb is missing: ./dev deps test installs them.")
    # The system's own interpreter: the bus's module is a package of the system.
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    if subprocess.run([python, "-c", "import pyatspi"], stderr=subprocess.DEVNULL).returncode != 0:
        sys.exit("python3-pyatspi or at-spi2-core is missing: ./dev deps test installs them.")
    os.environ["WEAVEMAP_ON_A_BUS"] = "1"
    os.execvp("dbus-run-session", ["dbus-run-session", "--", python, *sys.argv])

import pyatspi  # noqa: E402  (only inside the session)
from gi.repository import GLib  # noqa: E402

WINDOW, CLI = sys.argv[1:3]
heard = []  # what a screen reader is told: ("at", who has the keyboard) and ("said", a sentence)


def wait(condition, what):
    """The first answer that is true; ends the test where none comes."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        while GLib.MainContext.default().iteration(False):
            pass
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


def listen():
    def hear(event):
        if event.detail1 != 1:
            return
        try:
            role, name = event.source.getRole(), event.source.name
        except Exception:  # it has gone by now
            return
        if role == pyatspi.ROLE_NOTIFICATION and event.type.minor == "showing":
            heard.append(("said", name))
        elif role == pyatspi.ROLE_LIST_ITEM and event.type.minor == "focused":
            heard.append(("at", name))
    pyatspi.Registry.registerEventListener(hear, "object:state-changed:focused", "object:state-changed:showing")


def hears(what, begin, within=""):
    """Waits for something that begins so to be told, and forgets all that was."""
    wait(lambda: any(w == what and told.startswith(begin) and within in told for w, told in heard), f"{begin} is {what}")
    heard.clear()


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


def contacts(canvas):
    """Name to names of those they have a tie with, as the tree tells it: the ties are below the people."""
    found = {}
    for told, node in people(canvas).items():
        ties = [node.getChildAtIndex(i).name for i in range(node.childCount)]
        assert all(tie.startswith("Tie with ") for tie in ties), ties
        name = told.split(", ")[0]
        assert name not in found, f"two people are called {name}"
        found[name] = [tie.removeprefix("Tie with ").split(", ")[0] for tie in ties]
    return found


def steps_from(start, tied):
    """Name to number of steps, breadth first; whoever cannot be reached is left out."""
    steps, row = {start: 0}, [start]
    for name in row:
        for other in tied[name]:
            if other not in steps:
                steps[other] = steps[name] + 1
                row.append(other)
    return steps


def item(canvas, name):
    """The person of this name, whatever else is said of them."""
    return next(node for told, node in people(canvas).items() if told.split(", ")[0] == name)


def choose(canvas, name):
    act(item(canvas, name))
    wait(lambda: item(canvas, name).getState().contains(pyatspi.STATE_SELECTED), f"{name} is chosen")


def command(app, name):
    bar = next(node for node in nodes(app) if node.getRole() == pyatspi.ROLE_MENU_BAR)
    act(find(bar, pyatspi.ROLE_MENU_ITEM, name, showing=False))


def walk(canvas):
    """Brings the keyboard to two people; each is told once, with what is known of their ties."""
    for told, node in list(people(canvas).items())[:2]:
        heard.clear()
        act(node, "SetFocus")
        hears("at", told)
        place, map_place = node.queryComponent().getExtents(0), canvas.queryComponent().getExtents(0)
        assert map_place.x <= place.x + place.width / 2 <= map_place.x + map_place.width, (place, map_place)
        assert map_place.y <= place.y + place.height / 2 <= map_place.y + map_place.height, (place, map_place)
    print("Who has the keyboard is told.")


def draw_a_tie(app, canvas):
    """Between two people who had none; gives their names."""
    alone = [name for name in people(canvas) if ", no known tie" in name]
    assert len(alone) >= 2, alone
    one, other = (name.split(",")[0] for name in alone[:2])
    choose(canvas, one)
    command(app, "Draw a tie")
    act(item(canvas, other))
    act(wait(lambda: find(canvas.parent, pyatspi.ROLE_PUSH_BUTTON, "Store this tie"), "the question what kind of tie"))
    for name in (one, other):
        wait(lambda name=name: [n for n in people(canvas) if n.startswith(name + ",") and "in touch with 1" in n],
             f"{name} is in touch with one")
    hears("said", f"Stored: the tie between {one} and {other}. ")
    tied = item(canvas, one)
    assert tied.childCount == 1 and tied.getChildAtIndex(0).name.startswith(f"Tie with {other}, "), tied.getChildAtIndex(0)
    command(app, f"Undo Tie between {one} and {other}")
    hears("said", f"Undone: Tie between {one} and {other}")
    command(app, f"Redo Tie between {one} and {other}")
    hears("said", f"Done again: Tie between {one} and {other}")
    wait(lambda: "in touch with 1" in item(canvas, one).name, "the tie is back")
    act(find(canvas, pyatspi.ROLE_RADIO_BUTTON, "Choose and move"), "Toggle")
    print(f"A tie was drawn between {one} and {other}.")
    return one, other


def path_card(canvas):
    """What the card of the path says, line by line; empty where there is no such card."""
    card = next((node for node in nodes(canvas) if node.name == "Path" and node.getState().contains(pyatspi.STATE_SHOWING)
                 and find(node, pyatspi.ROLE_LABEL, "From ")), None)
    return [node.name for node in nodes(card) if node.getRole() == pyatspi.ROLE_LABEL] if card else []


def is_path(one, other, tied, steps, card):
    """Whether the card names a way of ties between the two, of that many steps."""
    if not card or card[0] != f"From {one} to {other}":
        return False
    said, over = card[1].rstrip(".").split(", over ")
    way = [one, *over.split(", "), other]
    assert said == f"{steps} steps" and len(way) == steps + 1, card
    assert all(b in tied[a] for a, b in zip(way, way[1:])), f"not all of {way} have a tie"
    return True


def find_paths(canvas):
    """Once by pressing both, once by name; each as short as the ties in the tree allow."""
    tied = contacts(canvas)
    one = max(tied, key=lambda name: len(tied[name]))
    steps = steps_from(one, tied)
    near = next(name for name in steps if steps[name] == 2)
    far = max(steps, key=steps.get)
    assert steps[far] > 2, "somebody is further away than two steps"
    apart = next(name for name in tied if tied[name] and name not in steps)

    act(find(canvas, pyatspi.ROLE_RADIO_BUTTON, "Path between two people"), "Toggle")
    act(item(canvas, one))
    wait(lambda: path_card(canvas)[0] == f"From {one}", "the card waits for the other end")
    act(item(canvas, near))
    wait(lambda: is_path(one, near, tied, 2, path_card(canvas)), f"a path from {one} to {near}")
    hears("said", f"From {one} to {near}\n2 steps, over ")

    # The other end by name.
    for name in (far, apart):
        act(find(canvas, pyatspi.ROLE_PUSH_BUTTON, "Path to"))
        asked = wait(lambda: find(canvas.parent, pyatspi.ROLE_DIALOG, f"Path from {one} to"), "the question where it leads")
        find(asked, pyatspi.ROLE_TEXT, "Path from").queryEditableText().setTextContents(name)
        wait(lambda: find(asked, pyatspi.ROLE_LIST_ITEM, name), f"{name} is offered")
        act(asked)
        if name == far:
            wait(lambda: is_path(one, far, tied, steps[far], path_card(canvas)), f"a path from {one} to {far}")
    wait(lambda: path_card(canvas)[:2] == [f"From {one} to {apart}",
                                        "No path of ties leads from one to the other on this map."], "no path is said")
    act(find(canvas, pyatspi.ROLE_PUSH_BUTTON, "Close the path"))
    wait(lambda: not path_card(canvas), "the card goes")
    act(find(canvas, pyatspi.ROLE_RADIO_BUTTON, "Choose and move"), "Toggle")
    print(f"From {one} it is 2 steps to {near} and {steps[far]} to {far}; nothing leads to {apart}.")


def menu_of(canvas):
    """The menu that is open over the map."""
    last = canvas.getChildAtIndex(canvas.childCount - 1)
    return last if last is not None and last.getRole() == pyatspi.ROLE_POPUP_MENU else None


def filter_by_menu(canvas):
    """By the button "Filter" and its menu, which says how many there are of each; then everybody again."""
    everybody = len(people(canvas))
    act(find(canvas, pyatspi.ROLE_PUSH_BUTTON, "Filter"))
    field = wait(lambda: find(menu_of(canvas), pyatspi.ROLE_MENU_ITEM, "Role"), "the fields of the filter")
    act(field, "ShowMenu")
    first = wait(lambda: field.getChildAtIndex(0).getChildAtIndex(0), "the values of the field")
    value, count = first.name.split("\t")
    act(first)
    left = wait(lambda: 0 < len(people(canvas)) < everybody and list(people(canvas)), "fewer people on the map")
    assert len(left) == int(count), (len(left), count)
    wait(lambda: find(canvas, pyatspi.ROLE_PUSH_BUTTON, f"Role {value}"), "the filter has a chip")
    wait(lambda: f"{everybody - len(left)} people hidden by filters" in canvas.description, "how many are hidden")
    hears("said", f"{count} people, ", f", {everybody - len(left)} people hidden by filters")
    act(find(canvas, pyatspi.ROLE_PUSH_BUTTON, "Filter"))
    act(wait(lambda: find(menu_of(canvas), pyatspi.ROLE_MENU_ITEM, "Show everyone"), "the way back"))
    wait(lambda: len(people(canvas)) == everybody, "everybody on the map again")
    assert "hidden" not in canvas.description, canvas.description
    hears("said", f"{everybody} people, ")
    print(f"The filter for {value} leaves {len(left)} of {everybody}, and is taken away again.")


def filter_by_legend(canvas):
    """Fewer people, and the map says how many it hides."""
    everybody = len(people(canvas))
    region = next(name.split(", ")[1] for name in people(canvas) if name.count(", ") > 1)
    act(wait(lambda: next(node for node in nodes(canvas) if node.name.startswith(region)
                          and node.getState().contains(pyatspi.STATE_SHOWING)), "the region in the legend"))
    left = wait(lambda: 0 < len(people(canvas)) < everybody and people(canvas), "fewer people on the map")
    wait(lambda: "hidden by filters" in canvas.description, "how many are hidden")
    print(f"A filter on {region} leaves {len(left)} of {everybody}.")


def main():
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file, window = start(folder)
    before = read("metrics", file)

    desktop = pyatspi.Registry.getDesktop(0)
    app = wait(lambda: next((a for a in desktop if a and a.name.startswith("Weavemap")), None), "the window on the bus")
    wait(lambda: command(app, "Map") or True, "the menu that leads to the map")
    canvas = wait(lambda: find(app, pyatspi.ROLE_LIST, PEOPLE), "the map on the screen")
    wait(lambda: len(people(canvas)) >= 142, "everybody on the map")

    listen()
    walk(canvas)
    one, other = draw_a_tie(app, canvas)
    find_paths(canvas)
    filter_by_menu(canvas)
    filter_by_legend(canvas)

    # What the bus showed is in the file.
    window.terminate()
    window.wait(PATIENCE)
    step = read("history", file)["steps"][0]["label"]
    assert one in step and other in step, step
    assert ties(read("metrics", file)) == ties(before) + 1, "one tie more in the file"
    print(f"The file says: {step}")


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that leave Weavemap are accepted by the programs that others read them with.

usage: files.py WEAVEMAP-CLI FOLDER-OF-MANUALS
"""
import glob
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

CLI, MANUALS = sys.argv[1], sys.argv[2]
PROGRAMS = ("qpdf", "pdffonts", "pdfimages", "pdftotext", "rsvg-convert", "sqlite3", "groff")
NAMES = ("full", "initials", "codes", "hidden")


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, timeout=120, **more)


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        missing = [program for program in PROGRAMS if shutil.which(program) is None]
        if missing:
            raise RuntimeError(f"{', '.join(missing)} missing: ./dev deps all installs what is needed.")
        cls.folder = tempfile.TemporaryDirectory()
        cls.sample = cls.path("sample.weavemap")
        cls.empty = cls.path("empty.weavemap")
        people = cls.path("one.csv")
        with open(people, "w", encoding="utf-8") as out:
            out.write("name\nŌtepoti Ārai <&> \"quoted\"\n")
        for words in (("demo", cls.sample), ("import", cls.empty, people, "--as", "members")):
            done = run(CLI, *words)
            if done.returncode != 0:
                raise RuntimeError(done.stderr)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder.name, name)

    def map(self, file, suffix, names, page="A4-landscape"):
        out = self.path(f"map-{os.path.basename(file)}-{names}-{page}.{suffix}")
        done = run(CLI, "map", file, out, "--names", names, "--page", page)
        self.assertEqual(done.returncode, 0, done.stderr)
        return out

    def test_pdf(self):
        pages = ("A4-landscape", "A3-portrait")
        for file, names, page in itertools.product((self.sample, self.empty), NAMES, pages):
            with self.subTest(file=os.path.basename(file), names=names, page=page):
                pdf = self.map(file, "pdf", names, page)
                check = run("qpdf", "--check", pdf)
                self.assertEqual(check.returncode, 0, check.stdout + check.stderr)
                fonts = run("pdffonts", pdf).stdout.splitlines()[2:]
                self.assertTrue(fonts)
                for font in fonts:
                    embedded = font.split()[-5:-2]
                    self.assertEqual((embedded[0], embedded[2]), ("yes", "yes"), font)
                self.assertEqual(len(run("pdfimages", "-list", pdf).stdout.splitlines()), 2)
                self.assertGreater(len(run("pdftotext", pdf, "-").stdout), 20)

    def test_svg(self):
        for file, names in itertools.product((self.sample, self.empty), NAMES):
            with self.subTest(file=os.path.basename(file), names=names):
                svg = self.map(file, "svg", names)
                root = xml.etree.ElementTree.parse(svg).getroot()
                self.assertTrue(root.tag.endswith("svg"))
                done = run("rsvg-convert", "--format=png", "--output", svg + ".png", svg)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertGreater(os.path.getsize(svg + ".png"), 5000)

    def test_workspace(self):
        backup = self.path("copy.weavemap")
        done = run(CLI, "backup", self.sample, backup)
        self.assertEqual(done.returncode, 0, done.stderr)
        for file in (self.sample, self.empty, backup):
            with self.subTest(file=os.path.basename(file)):
                # A shell of another build may not have the program's own functions: only what SQLite itself checks.
                done = run("sqlite3", "-readonly", file, "PRAGMA integrity_check; PRAGMA foreign_key_check;")
                self.assertEqual((done.stdout, done.stderr), ("ok\n", ""))

    def test_manuals(self):
        manuals = [manual for manual in glob.glob(os.path.join(MANUALS, "*.1"))]
        self.assertTrue(manuals)
        for manual in manuals:
            with self.subTest(manual=os.path.basename(manual)):
                done = run("groff", "-man", "-Tutf8", "-z", "-ww", "-b", manual)
                self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)

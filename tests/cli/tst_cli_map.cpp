// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include "Terminal.h"
#include "core/actions/SavedViews.h"
#include "core/store/Workspace.h"

using namespace clitest;
using namespace weavemap;

/// The map from the terminal: its page, its sheets, its fineness.
class TestCliMap : public QObject
{
    Q_OBJECT

private:
    static void fill(const Terminal& terminal)
    {
        terminal.write("ties.csv", "source,target\nAna Ruiz,Ben Okoro\nBen Okoro,Cem Ak\n");
        QCOMPARE(terminal("import n.weavemap ties.csv --as ties").status, 0);
    }
    static QByteArray pdf(const Terminal& terminal, const QString& tool, const QString& file)
    {
        QProcess process;
        QStringList words{terminal.path(file)};
        if (tool == QLatin1String("pdftotext"))
            words << QStringLiteral("-");
        process.start(tool, words);
        return process.waitForFinished(kLongestRunMs) ? process.readAllStandardOutput() : QByteArray();
    }

private Q_SLOTS:
    void page_isAsAsked()
    {
        const Terminal terminal;
        fill(terminal);
        const Run run =
            terminal.run({QStringLiteral("map"), QStringLiteral("n.weavemap"), QStringLiteral("m.pdf"),
                          QStringLiteral("--page"), QStringLiteral("Tabloid-portrait"), QStringLiteral("--margins"),
                          QStringLiteral("12.5"), QStringLiteral("--title"), QStringLiteral("Ōtepoti"),
                          QStringLiteral("--subtitle"), QStringLiteral("Three friends")});
        QCOMPARE(run.status, 0);
        const QByteArray info = pdf(terminal, QStringLiteral("pdfinfo"), QStringLiteral("m.pdf"));
        QVERIFY2(info.contains("792 x 1224") && info.contains("Ōtepoti"), info.constData());
        QVERIFY(!info.contains("Date"));
        const QByteArray text = pdf(terminal, QStringLiteral("pdftotext"), QStringLiteral("m.pdf"));
        QVERIFY2(text.contains("Ōtepoti") && text.contains("Three friends") && text.contains("B.O."), text.constData());
        QVERIFY(!text.contains("Ben") && !info.contains("Ben"));
    }

    void savedView_bringsItsWords_butForNamesThatStay()
    {
        const Terminal terminal;
        fill(terminal);
        {
            const auto workspace =
                store::Workspace::open(terminal.path(QStringLiteral("n.weavemap")).toStdString(), {}).value();
            for (const char* const caption : {"After the spring meeting", "Before Ben Okoro left"}) {
                const auto done = workspace->change("View", [&](store::Records& records) -> Result<> {
                    actions::ViewLook look;
                    look.caption = caption;
                    return actions::saveView(records, caption, {}, look, {}).map([](ViewId) {});
                });
                QVERIFY(done);
            }
        }
        const auto wordsOf = [&](const char* view, const char* names) {
            const Run run = terminal.run({QStringLiteral("map"), QStringLiteral("n.weavemap"), QStringLiteral("m.pdf"),
                                          QStringLiteral("--view"), QString::fromUtf8(view), QStringLiteral("--names"),
                                          QString::fromUtf8(names)});
            return run.status == 0 ? pdf(terminal, QStringLiteral("pdftotext"), QStringLiteral("m.pdf")) : QByteArray();
        };
        QVERIFY(wordsOf("After the spring meeting", "initials").contains("After the spring meeting"));
        QVERIFY(wordsOf("Before Ben Okoro left", "full").contains("Before Ben Okoro left"));
        const QByteArray words = wordsOf("Before Ben Okoro left", "initials");
        QVERIFY2(words.contains("B.O.") && !words.contains("left") && !words.contains("Okoro"), words.constData());
    }

    void poster_isCutIntoSheets()
    {
        const Terminal terminal;
        fill(terminal);
        QCOMPARE(terminal("map n.weavemap m.pdf --poster 2x2").status, 0);
        const QByteArray info = pdf(terminal, QStringLiteral("pdfinfo"), QStringLiteral("m.pdf"));
        QVERIFY2(QRegularExpression(QStringLiteral("Pages: +4\\b")).match(QString::fromUtf8(info)).hasMatch(),
                 info.constData());
        QVERIFY(pdf(terminal, QStringLiteral("pdftotext"), QStringLiteral("m.pdf")).contains("Sheet 4 of 4"));
    }

    void picture_isAsFineAsAsked()
    {
        const Terminal terminal;
        fill(terminal);
        QCOMPARE(terminal("map n.weavemap m.png --page Letter-landscape --dpi 72").status, 0);
        QImage image(terminal.path(QStringLiteral("m.png")));
        QCOMPARE(image.size(), QSize(792, 612));
        QVERIFY(image.textKeys().isEmpty());
        QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
        QCOMPARE(terminal("map n.weavemap m.png --dpi 72 --transparent --no-legend").status, 0);
        image.load(terminal.path(QStringLiteral("m.png")));
        QCOMPARE(image.pixelColor(1, 1).alpha(), 0);
    }

    void whatCannotBe_isWrongUsage_andWritesNothing()
    {
        const Terminal terminal;
        fill(terminal);
        for (const char* options :
             {"--page A4", "--page A9-landscape", "--margins big", "--margins -1", "--margins nan", "--margins 900",
              "--poster 7x1", "--poster 2", "--dpi 20", "--dpi 6000", "--dpi x", "--margins 80 --page A5-portrait",
              "--margins 40 --page A5-portrait", "--margins 66 --page A5-landscape"}) {
            const Run run = terminal((QByteArray("map n.weavemap m.png ") + options).constData());
            QVERIFY2(run.status == 2 && run.lines() == 2, options);
        }
        const Run unnamed = terminal.run({QStringLiteral("map"), QStringLiteral("n.weavemap"), QStringLiteral("m.png"),
                                          QStringLiteral("--view"), QString()});
        QVERIFY2(unnamed.status == 2 && unnamed.err.contains("--view"), unnamed.err.constData());
        const Run large = terminal("map n.weavemap m.png --page A0-portrait --dpi 600");
        QCOMPARE(large.status, 2);
        QVERIFY2(large.err.contains("--dpi"), large.err.constData());
        QVERIFY(!terminal.exists("m.png"));
        // Margins that are wide for a sheet are not for a poster of four.
        QCOMPARE(terminal("map n.weavemap m.pdf --margins 80 --page A5-portrait --poster 2x2").status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliMap)
#include "tst_cli_map.moc"

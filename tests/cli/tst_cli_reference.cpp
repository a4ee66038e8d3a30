// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// Every reference network through the terminal door, from its two files to its figures: read, stored, measured,
/// printed. The figures themselves are held against the expected ones by `check_metrics.py` where that is beside the
/// checkout, and by tests/core/sna in any case.
class TestCliReference : public QObject
{
    Q_OBJECT

    static QString referenceFolder()
    {
        const QString named = qEnvironmentVariable("WEAVEMAP_REFERENCE");
        const QString beside = QStringLiteral(WEAVEMAP_SOURCE_DIR "/../shared/reference");
        for (const QString& folder : {named, beside})
            if (!folder.isEmpty() && QDir(folder + QStringLiteral("/networks")).exists())
                return folder;
        return QStringLiteral(WEAVEMAP_TEST_DATA "/reference");
    }
    /// Folders that hold a network, whether or not they stand in a folder of their own.
    static QStringList networks()
    {
        QStringList found;
        const QString folder = referenceFolder();
        for (const QString& parent : {folder, folder + QStringLiteral("/networks")})
            for (const QString& name : QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                if (QFile::exists(parent + QLatin1Char('/') + name + QStringLiteral("/expected.json")))
                    found << parent + QLatin1Char('/') + name;
        return found;
    }
    static QJsonObject jsonOf(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll()).object();
    }

private Q_SLOTS:
    void network_isReadExactlyAndMeasuredRight_data()
    {
        QTest::addColumn<QString>("folder");
        QVERIFY(!networks().isEmpty());
        for (const QString& folder : networks())
            QTest::newRow(qPrintable(QDir(folder).dirName())) << folder;
    }
    void network_isReadExactlyAndMeasuredRight()
    {
        QFETCH(QString, folder);
        const Terminal terminal;
        const QJsonObject meta = jsonOf(folder + QStringLiteral("/meta.json"));
        const QJsonObject expected = jsonOf(folder + QStringLiteral("/expected.json"));
        const bool directed = meta.value(QStringLiteral("directed")).toBool();
        const QString file = QStringLiteral("n.weavemap"), import = QStringLiteral("import");

        const Run people = terminal.run({import, file, folder + QStringLiteral("/nodes.csv"), QStringLiteral("--as"),
                                         QStringLiteral("members"), QStringLiteral("--json")});
        QCOMPARE(people.status, 0);
        QCOMPARE(people.json().value(QStringLiteral("people")), at(meta, "counts.nodes"));
        QCOMPARE(at(people.json(), "stored.people"), at(meta, "counts.nodes"));
        QStringList words{import,
                          file,
                          folder + QStringLiteral("/edges.csv"),
                          QStringLiteral("--as"),
                          QStringLiteral("ties"),
                          QStringLiteral("--json")};
        if (directed)
            words << QStringLiteral("--directed");
        const Run ties = terminal.run(words);
        QCOMPARE(ties.status, 0);
        QCOMPARE(ties.json().value(QStringLiteral("ties")), at(meta, "counts.edge_rows"));
        QCOMPARE(ties.json().value(QStringLiteral("self_loops")), at(meta, "counts.self_loops"));
        QCOMPARE(ties.json().value(QStringLiteral("merged")), at(meta, "counts.duplicate_edges"));
        QCOMPARE(at(ties.json(), directed ? "stored.arcs" : "stored.ties"), at(meta, "counts.simple_edges"));
        QVERIFY(ties.json().value(QStringLiteral("rejected")).toArray().isEmpty());

        const Run metrics = terminal.run({QStringLiteral("metrics"), file, QStringLiteral("--ties"),
                                          QStringLiteral("all"), QStringLiteral("--ids"), QStringLiteral("source")});
        QCOMPARE(metrics.status, 0);
        QCOMPARE(metrics.json().value(QStringLiteral("nodes")), expected.value(QStringLiteral("nodes")));
        QCOMPARE(metrics.json().value(QStringLiteral("sections")).toObject().contains(QStringLiteral("directed")),
                 directed);

        const QString judge = referenceFolder() + QStringLiteral("/check_metrics.py");
        if (!QFile::exists(judge))
            return;
        terminal.write("metrics.json", metrics.out);
        QProcess python;
        python.start(QStringLiteral("python3"), {judge, folder, terminal.path(QStringLiteral("metrics.json"))});
        QVERIFY(python.waitForFinished(kLongestRunMs));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardOutput().constData());
    }
};

QTEST_GUILESS_MAIN(TestCliReference)
#include "tst_cli_reference.moc"

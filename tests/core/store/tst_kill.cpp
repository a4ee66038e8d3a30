// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <set>

#include <QProcess>

#include "StoreTest.h"

#include "core/base/Random.h"

using namespace storetest;

class tst_Kill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWriter_losesNothingThatWasReportedDone()
    {
        const std::uint64_t seed = std::random_device{}();
        qInfo("seed: %llu", static_cast<unsigned long long>(seed));
        Random random(seed);
        const Folder folder;
        folder.create();
        std::set<std::int64_t> reported;
        for (int kill = 0; kill < WEAVEMAP_KILLS; ++kill) {
            QProcess child;
            child.start(QStringLiteral(WEAVEMAP_BIN_DIR "/store_child"),
                        {QStringLiteral("stream"), QString::fromStdString(folder.file().string())});
            // The moment is a number of changes and then a little while, so that it falls anywhere within a change.
            const int after = random.between(0, 12);
            QByteArray lines;
            while (lines.count('\n') < after && child.waitForReadyRead(30'000))
                lines += child.readAll();
            QVERIFY(lines.count('\n') >= after);
            QVERIFY(!child.waitForFinished(random.between(0, 9)));
            child.kill();
            QVERIFY(child.waitForFinished(30'000));
            lines += child.readAll();
            for (const QByteArray& line : lines.split('\n'))
                if (line.size() > 0 && lines.endsWith('\n'))
                    reported.insert(line.toLongLong());

            const auto opened = Workspace::open(folder.file(), folder.options());
            VERIFY_OK(opened);
            Workspace& workspace = **opened;
            QVERIFY(!workspace.readOnly());
            while (workspace.redoLabel()) // it may have ended between an undo and its redo
                VERIFY_OK(workspace.redo());
            const auto report = workspace.check();
            VERIFY_OK(report);
            QVERIFY2(report->ok, report->problems.empty() ? "" : report->problems.front().c_str());
            for (const std::int64_t id : reported)
                QVERIFY2(workspace.records().people.find(PersonId{id}).value().has_value(),
                         "a reported change is lost");
            // Nothing is there by halves.
            QCOMPARE(report->people, 2 * report->ties);
            QCOMPARE(report->conversations, report->ties);
            QCOMPARE(workspace.revision() >= report->ties, true);
        }
        QVERIFY(reported.size() > static_cast<std::size_t>(WEAVEMAP_KILLS));
        const auto workspace = folder.open();
        while (workspace->undoLabel())
            VERIFY_OK(workspace->undo());
    }
};

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"

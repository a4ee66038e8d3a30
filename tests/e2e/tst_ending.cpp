// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a login, and `kill`: the real program closes its file as if the window had been closed.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/Workspace.h"

using namespace weavemap;

class EndingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askedToEnd_theFileIsClosed()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("Ours.weavemap"));
        {
            const auto made = store::Workspace::create(file.toStdString());
            QVERIFY(made.has_value());
            const auto added = (*made)->change("Add Ana", [](store::Records& records) -> Result<> {
                Person person;
                person.name = "Ana Ruiz";
                const auto id = records.people.insert(person);
                return id ? Result<>() : fail(id.error());
            });
            QVERIFY(added.has_value());
        }
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.filePath(QStringLiteral("config")));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(WEAVEMAP_BIN_DIR "/weavemap"), {file});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file + QStringLiteral(".lock")), 20000);
        // Until the log of the database is there, the program may still be about to open the file.
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file + QStringLiteral("-wal")), 20000);
        program.terminate();
        QVERIFY(program.waitForFinished(20000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY2(!left.contains(QStringLiteral("Ours.weavemap.lock")), qPrintable(left.join(u' ')));
        QVERIFY2(!left.contains(QStringLiteral("Ours.weavemap-wal")), qPrintable(left.join(u' ')));
        const auto opened = store::Workspace::open(file.toStdString());
        QVERIFY(opened.has_value());
        QVERIFY(!(*opened)->readOnly());
        QCOMPARE((*opened)->records().people.count().value(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(EndingTest)
#include "tst_ending.moc"

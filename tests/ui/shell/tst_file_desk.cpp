// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include "OfficeBox.h"
#include "ui/base/Convert.h"
#include "ui/shell/FileDesk.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;
using uitest::waitUntil;

namespace {

struct Desk
{
    Desk()
        : files(window, box.session(), box.settings(), box.dialogs(), box.jobs()), trouble(&files, &FileDesk::trouble),
          said(&files, &FileDesk::said)
    {}
    OfficeBox box;
    QWidget window;
    FileDesk files;
    QSignalSpy trouble;
    QSignalSpy said;
};

} // namespace

class FileDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_rememberedAsRecentAndFolder();
    void backUp_saysWhere();
    void restore_goesBackAndKeepsTheFileAsItWas();
    void restore_ofWhatIsNoBackup_opensTheFileAsItWas();
    void restore_leftAlone_changesNothing();
    void check_saysHowMany();
    void openSample_intoAFolderThatCannotBeMade_isOneSentence();
};

void FileDeskTest::open_rememberedAsRecentAndFolder()
{
    Desk desk;
    const QString path = desk.box.emptyFile();
    desk.files.open(path);
    QTRY_VERIFY(desk.box.session().isOpen());
    QCOMPARE(desk.box.settings().value(setting::kRecentFiles), QStringList{path});
    QCOMPARE(desk.box.settings().value(setting::kLastFolder), QFileInfo(path).absolutePath());
    desk.box.settle();
}

void FileDeskTest::backUp_saysWhere()
{
    Desk desk;
    desk.box.openEmpty();
    QSignalSpy backedUp(&desk.files, &FileDesk::backedUp);
    desk.files.backUp();
    QTRY_COMPARE(backedUp.count(), 1);
    QCOMPARE(desk.said.count(), 1);
    QVERIFY(desk.said.last().first().toString().contains(QStringLiteral(".weavemap")));
}

void FileDeskTest::restore_goesBackAndKeepsTheFileAsItWas()
{
    Desk desk;
    desk.box.openEmpty();
    desk.box.addPerson(QStringLiteral("Ana"));
    const QString path = pathText(desk.box.session().path());
    std::filesystem::path backup;
    desk.box.session().request<std::filesystem::path>([](store::Workspace& workspace) { return workspace.backup(); },
                                                      [&](Result<std::filesystem::path> made) { backup = *made; });
    QVERIFY(waitUntil([&] { return !backup.empty(); }));
    desk.box.addPerson(QStringLiteral("Ben"));
    QCOMPARE(desk.box.people().rowCount(), 2);
    desk.box.dialogs().willChooseFiles({pathText(backup)});
    desk.box.dialogs().willAnswer(0);
    bool openWhenSaid = false;
    QObject::connect(&desk.files, &FileDesk::said, &desk.files, [&] { openWhenSaid = desk.box.session().isOpen(); });
    desk.files.restore();
    QVERIFY(waitUntil([&] { return desk.box.session().isOpen() && desk.box.people().isLoaded(); }));
    QTRY_COMPARE(desk.said.count(), 1);
    QVERIFY(openWhenSaid); // said before, it would go with the page before
    QTRY_COMPARE(desk.box.people().rowCount(), 1);
    QVERIFY2(desk.trouble.isEmpty(), qPrintable(desk.trouble.value(0).value(0).toString()));
    const QFileInfo info(path);
    QCOMPARE(info.dir().entryList({info.completeBaseName() + QStringLiteral("*.weavemap")}, QDir::Files).size(), 2);
    desk.box.settle();
}

void FileDeskTest::restore_ofWhatIsNoBackup_opensTheFileAsItWas()
{
    Desk desk;
    desk.box.openEmpty();
    desk.box.addPerson(QStringLiteral("Ana"));
    desk.box.dialogs().willChooseFiles({desk.box.textFile(QStringLiteral("list.weavemap"), "not a network at all")});
    desk.box.dialogs().willAnswer(0);
    bool openWhenTold = false;
    QObject::connect(&desk.files, &FileDesk::trouble, &desk.files, [&] { openWhenTold = desk.box.session().isOpen(); });
    desk.files.restore();
    QTRY_COMPARE(desk.trouble.count(), 1);
    QVERIFY(openWhenTold);
    QTRY_COMPARE(desk.box.people().rowCount(), 1);
    desk.box.settle();
}

void FileDeskTest::restore_leftAlone_changesNothing()
{
    Desk desk;
    desk.box.openEmpty();
    desk.box.addPerson(QStringLiteral("Ana"));
    desk.box.dialogs().willChooseFiles({desk.box.emptyFile(QStringLiteral("other.weavemap"))});
    desk.files.restore(); // the question is answered like Escape
    QVERIFY(desk.box.session().isOpen());
    desk.box.settle();
    QCOMPARE(desk.box.people().rowCount(), 1);
}

void FileDeskTest::check_saysHowMany()
{
    Desk desk;
    desk.box.openEmpty();
    desk.box.addPerson(QStringLiteral("Ana"));
    desk.files.check();
    QTRY_COMPARE(desk.said.count(), 1);
    QVERIFY2(desk.said.last().first().toString().startsWith(QStringLiteral("This file is sound: 1 ")),
             qPrintable(desk.said.last().first().toString()));
}

void FileDeskTest::openSample_intoAFolderThatCannotBeMade_isOneSentence()
{
    Desk desk;
    // A file stands where the data folder should be.
    desk.box.textFile(QStringLiteral("blocked"), "x");
    qputenv("XDG_DATA_HOME", QFile::encodeName(desk.box.path(QStringLiteral("blocked"))));
    desk.files.openSample();
    QVERIFY(waitUntil([&] { return desk.trouble.count() == 1; }));
    QVERIFY(desk.trouble.last().first().toString().endsWith(QLatin1Char('.')));
    QVERIFY(!desk.box.session().isOpen());
}

QTEST_MAIN(FileDeskTest)
#include "tst_file_desk.moc"

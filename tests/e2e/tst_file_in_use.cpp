// SPDX-License-Identifier: GPL-3.0-or-later
// A file that somebody else has open: it is read, its holder is named, and changes have to wait.
#include <QAction>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTest>

#include "WindowBox.h"
#include "core/store/Workspace.h"
#include "ui/base/Convert.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

/// Another program that has the file open until it is killed, or lets go of it.
class Holder
{
public:
    explicit Holder(const QString& path)
    {
        m_program.start(QStringLiteral(WEAVEMAP_BIN_DIR "/store_child"), {QStringLiteral("hold"), path});
        if (!m_program.waitForReadyRead() || m_program.readLine() != "open\n")
            qFatal("nobody holds the file");
    }
    ~Holder() { kill(); }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

    void letGo()
    {
        m_program.write("\n");
        if (!m_program.waitForFinished())
            qFatal("the holder does not let go");
    }
    void kill()
    {
        m_program.kill();
        m_program.waitForFinished();
    }

private:
    QProcess m_program;
};

} // namespace

class FileInUseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_namesWhoHasIt();
    void sentence_namesTheOtherComputer();
    void changes_areNotOffered();
    void letGo_theNextOpeningMayWrite();
    void holderKilled_theNextOpeningMayWrite();
    void openTwice_theSecondWindowReads();
};

void FileInUseTest::sentence_namesWhoHasIt()
{
    WindowBox box;
    const QString path = box.sample();
    const Holder holder(path);
    box.open(path);
    QVERIFY(box.window().session().isReadOnly());
    const QString sentence = box.banner();
    QVERIFY2(sentence.contains(QSysInfo::machineHostName()), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("on this computer")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QLatin1Char('@')), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QLatin1Char('\n')), qPrintable(sentence));
    QVERIFY(box.window().windowTitle().contains(QStringLiteral("reading only")));
    QCOMPARE(box.window().people().currentMembers(), 142);
    // A passing sentence goes, this one comes back.
    QVERIFY(!box.visible("bannerClose"));
    box.press(Qt::Key_Escape);
    QCOMPARE(box.banner(), sentence);
}

void FileInUseTest::sentence_namesTheOtherComputer()
{
    WindowBox box;
    const QString path = box.sample();
    box.textFile(QStringLiteral("sample.weavemap.lock"), "front-office\nmarta@home\n17\n?\n1\n");
    box.open(path);
    QVERIFY(box.window().session().isReadOnly());
    QVERIFY2(box.banner().contains(QStringLiteral("another computer (front-office, by the user marta@home)")),
             qPrintable(box.banner()));
}

void FileInUseTest::changes_areNotOffered()
{
    WindowBox box;
    const QString path = box.sample();
    store::OpenOptions options;
    options.clock = &box.clock();
    const auto holder = store::Workspace::open(toPath(path), options);
    QVERIFY(holder);
    const std::string digest = (*holder)->check()->digest;
    box.open(path);
    for (const char* name : {"importFile", "logCall", "undo", "redo"})
        QVERIFY2(!box.action(name)->isEnabled(), name);
    QVERIFY(!box.shown<Button>("logCallButton")->isEnabled());
    // Every place can be walked through and every editing key pressed: nothing happens, nothing breaks.
    for (const Qt::Key place : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_7}) {
        box.press(place, Qt::ControlModifier);
        QVERIFY(box.settle());
        for (const Qt::Key key :
             {Qt::Key_L, Qt::Key_Delete, Qt::Key_F2, Qt::Key_N, Qt::Key_T, Qt::Key_P, Qt::Key_Escape})
            box.press(key);
        box.press(Qt::Key_L, Qt::ControlModifier);
        box.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(box.settle());
    }
    QCOMPARE((*holder)->check()->digest, digest);
}

void FileInUseTest::letGo_theNextOpeningMayWrite()
{
    WindowBox box;
    const QString path = box.sample();
    Holder holder(path);
    box.open(path);
    QVERIFY(box.window().session().isReadOnly());
    holder.letGo();
    box.open(path);
    QVERIFY(!box.window().session().isReadOnly());
    QVERIFY2(box.banner().isEmpty(), qPrintable(box.banner()));
    QVERIFY(box.action("logCall")->isEnabled());
}

void FileInUseTest::holderKilled_theNextOpeningMayWrite()
{
    WindowBox box;
    const QString path = box.sample();
    Holder(path).kill();
    QVERIFY(QFile::exists(path + QStringLiteral(".lock"))); // it could not take its lock away
    box.open(path);
    QVERIFY(!box.window().session().isReadOnly());
    QVERIFY2(box.banner().isEmpty(), qPrintable(box.banner()));
    QCOMPARE(box.window().people().currentMembers(), 142);
}

void FileInUseTest::openTwice_theSecondWindowReads()
{
    WindowBox box;
    const QString path = box.sample();
    box.open(path);
    QVERIFY(!box.window().session().isReadOnly());
    WindowBox second;
    second.open(path);
    QVERIFY(second.window().session().isReadOnly());
    QVERIFY(second.banner().contains(QSysInfo::machineHostName()));
    QVERIFY(!box.window().session().isReadOnly());
}

QTEST_MAIN(FileInUseTest)
#include "tst_file_in_use.moc"

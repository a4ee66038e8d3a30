// SPDX-License-Identifier: GPL-3.0-or-later
// An export that is stopped or fails: the map that was there before stays as it was, byte for byte.
#include <csignal>

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#include "AsNobody.h"
#include "WindowBox.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

const QByteArray kOlder = "%PDF-1.4 the map of the last meeting\n";

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The sample's export dialog, and a folder with an older map in it.
struct Desk
{
    const uitest::AsNobody nobody;
    WindowBox box;
    QString folder, path;

    explicit Desk(const QString& format = QStringLiteral("pdf"))
    {
        folder = box.path(QStringLiteral("maps"));
        if (!QDir().mkpath(folder))
            qFatal("no folder");
        path = box.textFile(QStringLiteral("maps/map.") + format, kOlder);
        box.open(box.sample());
        box.press(Qt::Key_3, Qt::ControlModifier);
        if (!box.settle())
            qFatal("the map did not come");
        box.press(Qt::Key_P, Qt::ControlModifier);
        if (!uitest::waitUntil([this] { return box.visible("mapExportDialog") != nullptr; }) || !box.settle())
            qFatal("the export dialog did not come");
        auto* formats = box.shown<QComboBox>("exportFormat");
        formats->setCurrentIndex(formats->findData(format));
        if (!box.settle())
            qFatal("the preview did not come");
    }
    ~Desk() { QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void save()
    {
        box.dialogs().willChooseFiles({path});
        box.click("exportSave");
    }
    /// The sentence under the choices, once there is one.
    QString sentence()
    {
        const auto label = [this] { return box.visible("exportError"); };
        return uitest::waitUntil([&] { return label() != nullptr; }) ? label()->property("text").toString() : QString();
    }
    /// The older map alone, with nothing half written beside it.
    bool isAsBefore() const
    {
        return bytesOf(path) == kOlder && QDir(folder).entryList(QDir::Files | QDir::Hidden).size() == 1;
    }
};

#ifdef Q_OS_UNIX
/// As a full disk: while it lives, no file gets longer than 4 KB.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit tight = m_before;
        tight.rlim_cur = 4096;
        if (setrlimit(RLIMIT_FSIZE, &tight) != 0)
            qFatal("no limit on files");
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};
#endif

void addFormats()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"pdf", "svg", "png"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void expectSentence(Desk& desk)
{
    const QString sentence = desk.sentence();
    QVERIFY2(sentence.size() > 10 && sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QStringLiteral("errno")),
             qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("map.")), qPrintable(sentence));
}

} // namespace

class ExportFailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopped_data() { addFormats(); }
    void stopped();
    void stoppedByEscape_canBeSavedAgain();
    void closedWhileWriting();
    void diskFull_data() { addFormats(); }
    void diskFull();
    void folderProtected();
    void olderMapProtected();
    void folderGone();
};

void ExportFailsTest::stopped()
{
    QFETCH(QString, format);
    Desk desk(format);
    desk.save();
    QVERIFY(!desk.box.shown("exportSave")->isEnabled());
    desk.box.click("exportCancel"); // before any event: the job has just begun
    QVERIFY(desk.box.settle());
    QVERIFY(desk.box.visible("mapExportDialog"));
    QVERIFY(desk.box.shown("exportSave")->isEnabled());
    QVERIFY(!desk.box.visible("exportError"));
    QVERIFY(desk.isAsBefore());
}

void ExportFailsTest::stoppedByEscape_canBeSavedAgain()
{
    Desk desk;
    desk.save();
    QTest::keyClick(desk.box.shown("mapExportDialog"), Qt::Key_Escape);
    QVERIFY(desk.box.settle());
    QVERIFY(desk.box.visible("mapExportDialog"));
    QVERIFY(desk.isAsBefore());
    desk.save();
    QVERIFY(uitest::waitUntil([&] { return desk.box.visible("mapExportDialog") == nullptr; }));
    QVERIFY(bytesOf(desk.path).startsWith("%PDF-"));
    QVERIFY(bytesOf(desk.path).size() > 20000);
}

void ExportFailsTest::closedWhileWriting()
{
    Desk desk;
    desk.save();
    desk.box.stop();
    QVERIFY(desk.isAsBefore());
}

void ExportFailsTest::diskFull()
{
#ifndef Q_OS_UNIX
    QSKIP("needs a limit on file sizes");
#else
    QFETCH(QString, format);
    Desk desk(format);
    {
        const FullDisk full;
        desk.save();
        expectSentence(desk);
        QVERIFY(desk.isAsBefore());
        QVERIFY(desk.box.visible("mapExportDialog"));
        QVERIFY(desk.box.shown("exportSave")->isEnabled());
    }
    desk.save(); // with room again, the same button does it
    QVERIFY(uitest::waitUntil([&] { return desk.box.visible("mapExportDialog") == nullptr; }));
    QVERIFY(bytesOf(desk.path).size() > 20000);
#endif
}

void ExportFailsTest::folderProtected()
{
    Desk desk;
    QVERIFY(QFile::setPermissions(desk.folder, QFile::ReadOwner | QFile::ExeOwner));
    desk.save();
    expectSentence(desk);
    QVERIFY(desk.isAsBefore());
}

void ExportFailsTest::olderMapProtected()
{
    Desk desk;
    QVERIFY(QFile::setPermissions(desk.path, QFile::ReadOwner));
    desk.save();
    expectSentence(desk);
    QVERIFY(desk.isAsBefore());
}

void ExportFailsTest::folderGone()
{
    Desk desk;
    QVERIFY(QDir(desk.folder).removeRecursively());
    desk.save();
    expectSentence(desk);
    QVERIFY(!QFileInfo::exists(desk.folder));
}

QTEST_MAIN(ExportFailsTest)
#include "tst_export_fails.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Files that cannot simply be opened: each gives one sentence, and nothing is lost.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QTest>

#include "WindowBox.h"
#include "ui/base/Convert.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The welcome page's sentence on screen holds every line of its text.
void expectWholeSentenceInView(WindowBox& box)
{
    const auto* const label = qobject_cast<QLabel*>(box.visible<QWidget>("welcomeTrouble"));
    QVERIFY(label);
    QTRY_VERIFY2(
        label->height() >= label->heightForWidth(label->width()),
        qPrintable(QStringLiteral("%1 of %2 px").arg(label->height()).arg(label->heightForWidth(label->width()))));
}

/// Whether it is one sentence: it ends with a full stop and names no class, code or pointer.
bool isOneMessage(const QString& text)
{
    return text.size() > 10 && text.endsWith(QLatin1Char('.')) && !text.contains(QStringLiteral("0x")) &&
           !text.contains(QStringLiteral("SQLITE")) && !text.contains(QLatin1Char('\n'));
}

void expectRefused(WindowBox& box, const QString& path)
{
    box.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(!box.welcomeTrouble().isEmpty(), 20000);
    QVERIFY2(isOneMessage(box.welcomeTrouble()), qPrintable(box.welcomeTrouble()));
    QVERIFY(!box.window().session().isOpen());
    expectWholeSentenceInView(box);
}

} // namespace

class HardFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notThere();
    void textRenamed_staysAsItWas();
    void nothingInIt_staysAsItWas();
    void damaged_offersTheBackupAndKeepsTheDamagedFile();
    void damaged_leftAloneStaysAsItWas();
    void trouble_leavesTheOpenFileClosedAndTheNextOneWorks();
};

void HardFilesTest::notThere()
{
    WindowBox box;
    box.start();
    expectRefused(box, box.path(QStringLiteral("gone.weavemap")));
}

void HardFilesTest::textRenamed_staysAsItWas()
{
    WindowBox box;
    box.start();
    const QByteArray text = "Dear board,\nthis is a letter.\n";
    const QString path = box.textFile(QStringLiteral("letter.weavemap"), text);
    expectRefused(box, path);
    QCOMPARE(bytesOf(path), text);
    QCOMPARE(QDir(QFileInfo(path).absolutePath()).entryList({QStringLiteral("letter*")}).size(), 1);
}

void HardFilesTest::nothingInIt_staysAsItWas()
{
    WindowBox box;
    box.start();
    const QString path = box.textFile(QStringLiteral("zero.weavemap"), {});
    expectRefused(box, path);
    QCOMPARE(QFileInfo(path).size(), 0);
}

namespace {

/// A file with a backup and then damage in the middle of it.
QString damagedFile(WindowBox& box)
{
    const QString path = box.sample(QStringLiteral("hurt.weavemap"));
    box.open(path); // makes the backup of the day
    box.stop();
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return {};
    const qint64 size = file.size();
    for (qint64 at = 8192; at + 4096 < size; at += 8192) {
        file.seek(at);
        file.write(QByteArray(2048, '\x5a'));
    }
    file.close();
    // An unclean end makes the next opening look through the whole file.
    QFile marker(path + QStringLiteral("-wal"));
    if (marker.open(QIODevice::WriteOnly))
        marker.close();
    return path;
}

} // namespace

void HardFilesTest::damaged_offersTheBackupAndKeepsTheDamagedFile()
{
    WindowBox box;
    const QString path = damagedFile(box);
    box.start();
    box.dialogs().willAnswer(0);
    box.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QCOMPARE(box.dialogs().questions().size(), std::size_t{1});
    QVERIFY(isOneMessage(box.dialogs().questions().front().sentence));
    QCOMPARE(box.window().people().currentMembers(), 142);
    const QStringList kept =
        QDir(QFileInfo(path).absolutePath()).entryList({QStringLiteral("hurt*.weavemap")}, QDir::Files);
    QCOMPARE(kept.size(), 2);
}

void HardFilesTest::damaged_leftAloneStaysAsItWas()
{
    WindowBox box;
    const QString path = damagedFile(box);
    const QByteArray before = bytesOf(path);
    box.start();
    box.window().openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(box.dialogs().questions().size(), std::size_t{1}, 20000);
    QVERIFY(!box.window().session().isOpen());
    QVERIFY(box.visible("welcome"));
    QCOMPARE(bytesOf(path), before);
}

void HardFilesTest::trouble_leavesTheOpenFileClosedAndTheNextOneWorks()
{
    WindowBox box;
    box.open(box.sample());
    box.window().openFile(box.textFile(QStringLiteral("letter.weavemap"), "Dear board"));
    QTRY_VERIFY_WITH_TIMEOUT(!box.welcomeTrouble().isEmpty(), 20000);
    box.open(box.sample(QStringLiteral("second.weavemap")));
    QCOMPARE(box.window().people().currentMembers(), 142);
    QVERIFY(!box.visible("welcomeTrouble"));
}

QTEST_MAIN(HardFilesTest)
#include "tst_hard_files.moc"

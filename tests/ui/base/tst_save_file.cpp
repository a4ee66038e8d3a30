// SPDX-License-Identifier: GPL-3.0-or-later
// A file is written whole, or what stood there stays.
#include <csignal>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include "ui/base/SaveFile.h"

using namespace weavemap;
using namespace weavemap::ui;

Q_DECLARE_METATYPE(weavemap::ui::Readers)

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

/// As a full disk: while it lives, no file of this program gets longer than `bytes`.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{bytes, m_before.rlim_max};
        m_isFull = setrlimit(RLIMIT_FSIZE, &tight) == 0;
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    bool isFull() const { return m_isFull; }

private:
    rlimit m_before{};
    bool m_isFull = false;
};

} // namespace

class tst_SaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_holdsWhatWasGiven_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a line") << QByteArray("Größe\r\n");
        QTest::newRow("a zero byte") << QByteArray("a\0b", 3);
        QTest::newRow("much") << QByteArray(300'000, 'x');
    }
    void file_holdsWhatWasGiven()
    {
        QFETCH(const QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Übersicht.csv"));
        QVERIFY(saveFile(path, QByteArray("what stood there before, which may be longer")).has_value());
        QVERIFY(saveFile(path, bytes).has_value());
        QCOMPARE(contentOf(path), bytes);
    }

    void fullDisk_leavesTheOldFile_data()
    {
        QTest::addColumn<rlim_t>("room");
        QTest::addColumn<int>("size");
        // What fits the buffer of the file fails only when it is written out; more fails at once.
        QTest::newRow("small, no room") << rlim_t{0} << 10;
        QTest::newRow("a buffer, half of it fits") << rlim_t{5'000} << 10'000;
        QTest::newRow("large, some fits") << rlim_t{40'000} << 300'000;
    }
    void fullDisk_leavesTheOldFile()
    {
        QFETCH(const rlim_t, room);
        QFETCH(const int, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("members.csv"));
        QVERIFY(saveFile(path, QByteArray("old")).has_value());
        {
            const FullDisk disk(room);
            QVERIFY(disk.isFull());
            const auto saved = saveFile(path, QByteArray(size, 'x'));
            QVERIFY(!saved);
            QCOMPARE(saved.error().code, ErrorCode::exportFailed);
            QVERIFY(saved.error().args == std::vector<std::string>{path.toStdString()});
        }
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void folderThatIsNotThere_isSaid()
    {
        const QTemporaryDir folder;
        const auto saved = saveFile(folder.filePath(QStringLiteral("gone/members.csv")), QByteArray("x"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::fileUnwritable);
    }

    void readers_areTheOwnerAloneWhereAsked_data()
    {
        QTest::addColumn<Readers>("readers");
        QTest::newRow("where the disk knows readers") << Readers::owner;
        QTest::newRow("or not at all") << Readers::onlyOwner;
    }
    void readers_areTheOwnerAloneWhereAsked()
    {
        QFETCH(const Readers, readers);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("draft.json"));
        QVERIFY(saveFile(path, QByteArray("old")).has_value());
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        QVERIFY(saveFile(path, QByteArray("words"), readers).has_value());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
    }
};

QTEST_GUILESS_MAIN(tst_SaveFile)
#include "tst_save_file.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapExport.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(20'000) ? process.readAllStandardOutput() : QByteArray();
}

MapPage boardPage()
{
    MapPage page;
    page.title = QStringLiteral("Who exchanges help and ideas");
    page.headerLeft = QStringLiteral("Ashlands");
    return page;
}

Result<> exported(const MapPage& page, const MapInput& input, const QString& path)
{
    return exportMap(page, input, mapColors(Theme::print()), path);
}

} // namespace

class MapExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pdf_textIsSelectableFontsAreEmbeddedAndNothingIsRaster();
    void pdf_keepsThePaperSize();
    void hiddenNames_areInNoByteOfAnyFormat_data();
    void hiddenNames_areInNoByteOfAnyFormat();
    void consent_isStricterThanThePolicy();
    void export_isReadableByItsOwnerOnly();
    void failedExport_leavesTheOldFileWhole();
    void unknownSuffixAndMissingFolder_areErrors();
    void export_isTheSameEachTime();
    void emptyMap_isStillAPage();

private:
    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
};

void MapExportTest::initTestCase()
{
    loadResources();
    QVERIFY(loadFonts());
    QVERIFY(m_dir.isValid());
    // A page that nobody has read back is not tested.
    for (const char* tool : {"qpdf", "pdftotext", "pdffonts", "pdfimages", "pdfinfo"})
        QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty(),
                 "poppler-utils or qpdf is missing: ./dev deps test installs them.");
}

void MapExportTest::pdf_textIsSelectableFontsAreEmbeddedAndNothingIsRaster()
{
    MapPage page = boardPage();
    page.names = NamesPolicy::full;
    MapInput input = sampleMap();
    input.people[0].name = QString::fromUtf8("Ōtepoti Ārai");
    input.people[0].pinned = true;
    QVERIFY(exported(page, input, path("full.pdf")));
    const QByteArray text = outputOf(QStringLiteral("pdftotext"), {path("full.pdf"), QStringLiteral("-")});
    for (const char* words : {"Who exchanges help and ideas", "Coast", "Lakes", "heard from 96 of 142", "15 Oct 2026",
                              "Work together", "Ōtepoti Ārai", "No known tie yet"})
        QVERIFY2(text.contains(words), words);
    const QList<QByteArray> fonts = outputOf(QStringLiteral("pdffonts"), {path("full.pdf")}).split('\n').mid(2);
    // Letters of western Europe are a font of their own in the file.
    std::set<QByteArray> faces;
    for (const QByteArray& line : fonts) {
        if (line.trimmed().isEmpty())
            continue;
        faces.insert(line.left(line.indexOf(' ')).mid(7));
        QVERIFY2(line.contains("NotoSans"), line.constData());
        QVERIFY2(
            QRegularExpression(QStringLiteral("yes\\s+(yes|no)\\s+yes")).match(QString::fromLatin1(line)).hasMatch(),
            line.constData());
    }
    QCOMPARE(faces, (std::set<QByteArray>{"NotoSans-Bold", "NotoSans-Regular"}));
    const QByteArray images = outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path("full.pdf")});
    QCOMPARE(images.trimmed().count('\n'), 1);
    QProcess check;
    check.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("full.pdf")});
    QVERIFY(check.waitForFinished());
    QCOMPARE(check.exitCode(), 0);
}

void MapExportTest::pdf_keepsThePaperSize()
{
    MapPage page = boardPage();
    page.paper = PaperSize::a3;
    page.turn = PaperTurn::landscape;
    QVERIFY(exported(page, sampleMap(30), path("a3.pdf")));
    const QByteArray info = outputOf(QStringLiteral("pdfinfo"), {path("a3.pdf")});
    QVERIFY2(QRegularExpression(QStringLiteral("Page size: +119[01](\\.\\d+)? x 84[12]"))
                 .match(QString::fromLatin1(info))
                 .hasMatch(),
             info.constData());
    QVERIFY(info.contains("Who exchanges help and ideas") && info.contains("Weavemap"));
    QVERIFY2(!info.contains("Date"), info.constData());
    const QByteArray inside = outputOf(
        QStringLiteral("qpdf"),
        {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), path("a3.pdf"), QStringLiteral("-")});
    QVERIFY(inside.contains("/Lang (en)") && inside.contains("/DisplayDocTitle true"));
}

void MapExportTest::hiddenNames_areInNoByteOfAnyFormat_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("suffix");
    for (const NamesPolicy policy : {NamesPolicy::initials, NamesPolicy::codes, NamesPolicy::hidden})
        for (const char* suffix : {"pdf", "svg", "png"})
            QTest::addRow("policy %d %s", static_cast<int>(policy), suffix)
                << static_cast<int>(policy) << QString::fromLatin1(suffix);
}

void MapExportTest::hiddenNames_areInNoByteOfAnyFormat()
{
    QFETCH(int, policy);
    QFETCH(QString, suffix);
    MapInput input = sampleMap();
    for (std::size_t i = 0; i < input.people.size(); ++i)
        input.people[i].name = QStringLiteral("Canarybird Zyxwvut%1").arg(i);
    input.groups.front().name = QStringLiteral("Canarybird@example.org");
    input.groups.front().personal = true;
    MapPage page = boardPage();
    page.names = static_cast<NamesPolicy>(policy);
    page.view = MapPageView::asOnScreen;
    const QString file = path("canary.") + suffix;
    QVERIFY(exported(page, input, file));
    QByteArray bytes = bytesOf(file);
    if (suffix == QLatin1String("pdf")) {
        bytes += outputOf(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"),
                                                   file, QStringLiteral("-")});
        const QByteArray text = outputOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
        QCOMPARE(text.contains("C.Z."), page.names == NamesPolicy::initials);
        QCOMPARE(text.contains("P-0"), page.names == NamesPolicy::codes);
        bytes += text;
    }
    QVERIFY(bytes.size() > 2'000);
    QVERIFY(!bytes.contains("Canary") && !bytes.contains("Zyxwvut"));
    QVERIFY(!bytes.contains(QFile::encodeName(QDir::homePath() + QLatin1Char('/'))));
}

void MapExportTest::consent_isStricterThanThePolicy()
{
    MapInput input = sampleMap();
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        input.people[i].name = QStringLiteral("Canarybird Zyxwvut%1").arg(i);
        input.people[i].consent = i % 2 == 0 ? ShowConsent::byCode : ShowConsent::notShown;
    }
    input.groups.front().name = QStringLiteral("Canarybird@example.org");
    input.groups.front().personal = true;
    MapPage page = boardPage();
    page.names = NamesPolicy::full;
    QVERIFY(exported(page, input, path("consent.pdf")));
    const QByteArray text = outputOf(QStringLiteral("pdftotext"), {path("consent.pdf"), QStringLiteral("-")});
    QVERIFY(!text.contains("Canary"));
    QVERIFY(text.contains("P-0"));
    QVERIFY(text.simplified().contains("71 people asked not to be shown"));
}

void MapExportTest::export_isReadableByItsOwnerOnly()
{
#ifndef Q_OS_UNIX
    QSKIP("file modes are a Unix thing");
#endif
    for (const char* name : {"mode.pdf", "mode.svg", "mode.png"}) {
        QVERIFY(exported(boardPage(), sampleMap(20), path(name)));
        QVERIFY(!(QFile::permissions(path(name)) &
                  (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }
}

void MapExportTest::failedExport_leavesTheOldFileWhole()
{
#ifndef Q_OS_UNIX
    QSKIP("needs a limit on file sizes");
#else
    const QString file = path("kept.pdf");
    QVERIFY(exported(boardPage(), sampleMap(20), file));
    const QByteArray before = bytesOf(file);
    // As a full disk does it: the first write over 4 KB fails.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    rlimit tight = old;
    tight.rlim_cur = 4096;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const Result<> failed = exported(boardPage(), sampleMap(142), file);
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::exportFailed);
    QCOMPARE(bytesOf(file), before);
    QCOMPARE(m_dir.path().isEmpty() ? 0 : QDir(m_dir.path()).entryList({QStringLiteral("kept*")}, QDir::Files).size(),
             1);
#endif
}

void MapExportTest::unknownSuffixAndMissingFolder_areErrors()
{
    const MapInput input = sampleMap(10);
    QCOMPARE(exported(boardPage(), input, path("map.docx")).error().code, ErrorCode::unknownFormat);
    QCOMPARE(exported(boardPage(), input, path("map")).error().code, ErrorCode::unknownFormat);
    QCOMPARE(exported(boardPage(), input, path("no/such/folder/map.pdf")).error().code, ErrorCode::fileUnwritable);
}

void MapExportTest::export_isTheSameEachTime()
{
    const MapInput input = sampleMap();
    for (const char* name : {"a.svg", "a.png", "a.pdf"}) {
        QVERIFY(exported(boardPage(), input, path(name)));
        const QByteArray first = bytesOf(path(name));
        QVERIFY(exported(boardPage(), input, path(name)));
        QCOMPARE(bytesOf(path(name)), first);
    }
}

void MapExportTest::emptyMap_isStillAPage()
{
    MapInput input;
    for (const char* name : {"empty.pdf", "empty.svg", "empty.png"}) {
        QVERIFY(exported(boardPage(), input, path(name)));
        QVERIFY(bytesOf(path(name)).size() > 500);
    }
    QCOMPARE(QImage(path("empty.png")).size(), QSize(1191, 1684));
}

QTEST_MAIN(MapExportTest)
#include "tst_mapexport.moc"

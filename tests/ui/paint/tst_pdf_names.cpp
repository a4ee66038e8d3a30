// SPDX-License-Identifier: GPL-3.0-or-later
// Names in any script: drawn with a font that has them, embedded, found again in the PDF, each once.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/ShapedText.h"
#include "ui/paint/VectorDevice.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(20'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// People far enough from each other that all names find room.
MapInput people(const QStringList& names)
{
    MapInput input = sampleMap(static_cast<int>(names.size()));
    input.areas.clear();
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        input.people[i].name = names[static_cast<qsizetype>(i)];
        input.people[i].place = MapArea::network;
        input.people[i].at = QPointF(static_cast<double>(i % 3) * 260, static_cast<double>(i / 3) * 90);
    }
    input.ties = {{.id = TieId{1}, .a = 0, .b = 1}};
    input.style.hulls = false;
    return input;
}

bool hasLettersOf(const QString& name)
{
    VectorText text;
    text.text = name;
    text.font = QFont(QStringLiteral("Noto Sans"));
    text.font.setPixelSize(12);
    for (const ShapedCluster& cluster : shaped(text))
        for (const ShapedGlyph& glyph : cluster.glyphs)
            if (glyph.glyph == 0)
                return false;
    return true;
}

/// Without what decides how letters join, as a search does.
QString plain(const QString& text)
{
    QString out;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KC))
        if (letter.category() != QChar::Other_Format)
            out += letter;
    return out.simplified();
}

} // namespace

class PdfNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
        QVERIFY(m_dir.isValid());
        for (const char* tool : {"qpdf", "pdftotext", "pdffonts"})
            QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty(),
                     "poppler-utils or qpdf is missing: ./dev deps test installs them.");
    }

    void everyName_isFoundOnce_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isBuiltIn");
        QTest::newRow("Latin") << QStringLiteral("Çağla Ünal") << true;
        QTest::newRow("ligatures") << QStringLiteral("Griffin Affleck") << true;
        QTest::newRow("Maori") << QStringLiteral("Ōtepoti Ārai") << true;
        QTest::newRow("combined") << QStringLiteral("Zo\u0308e M\u0304ira") << true;
        QTest::newRow("Vietnamese") << QStringLiteral("Nguyễn Thị Hạnh") << true;
        QTest::newRow("Greek") << QStringLiteral("Ελένη Παπαδοπούλου") << true;
        QTest::newRow("Cyrillic") << QStringLiteral("Наталія Шевченко") << true;
        QTest::newRow("Arabic") << QStringLiteral("ليلى الخطيب") << false;
        QTest::newRow("Hebrew") << QStringLiteral("נועה לוי") << false;
        QTest::newRow("Devanagari") << QStringLiteral("प्रिया शर्मा") << false;
        QTest::newRow("Thai") << QStringLiteral("สมชาย ใจดี") << false;
        QTest::newRow("Chinese") << QStringLiteral("王小明") << false;
        QTest::newRow("mixed") << QStringLiteral("Ana 王 Ruiz") << false;
    }
    void everyName_isFoundOnce()
    {
        QFETCH(QString, name);
        QFETCH(bool, isBuiltIn);
        if (!hasLettersOf(name)) {
            QVERIFY(!isBuiltIn);
            QSKIP("no font on this computer has these letters");
        }
        MapPage page;
        page.names = NamesPolicy::full;
        const QString path = m_dir.filePath(QStringLiteral("name.pdf"));
        const MapInput input = people({QStringLiteral("Ana Ruiz"), name, QStringLiteral("Ben Okoro")});
        QVERIFY(exportMap(page, input, mapColors(Theme::print()), path));
        const QString text = plain(outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}));
        QVERIFY2(text.count(plain(name)) == 1, qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("Ana Ruiz")), 1);
        const QStringList fonts =
            outputOf(QStringLiteral("pdffonts"), {path}).trimmed().split(QLatin1Char('\n')).mid(2);
        QVERIFY2(fonts.size() >= (isBuiltIn ? 1 : 2), qPrintable(fonts.join(QLatin1Char('\n'))));
        static const QRegularExpression embedded(QStringLiteral("yes\\s+(yes|no)\\s+yes"));
        for (const QString& font : fonts)
            QVERIFY2(embedded.match(font).hasMatch(), qPrintable(font));
        QCOMPARE(QProcess::execute(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}), 0);
        QVERIFY(QFile(path).size() < 80'000);
    }

    void lettersOfNoFont_breakNothing()
    {
        MapPage page;
        page.names = NamesPolicy::full;
        for (const char* suffix : {"pdf", "svg", "png"}) {
            const QString path = m_dir.filePath(QStringLiteral("none.") + QLatin1String(suffix));
            // Unassigned letters, a lone surrogate, a control and a direction mark, emoji.
            const QString odd = QStringLiteral("\U000E01FF\U0001F9F6 ") + QChar(0xD800) + QChar(0x7) + QChar(0x202E) +
                                QStringLiteral("x");
            QVERIFY(
                exportMap(page, people({QStringLiteral("Ana Ruiz"), odd, QString()}), mapColors(Theme::print()), path));
            QVERIFY(QFile(path).size() > 500);
            if (QLatin1String(suffix) == QLatin1String("pdf"))
                QCOMPARE(QProcess::execute(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}), 0);
        }
    }

    void clusters_areInTheOrderTheyAreDrawn_andSayAllOfTheText()
    {
        VectorText text;
        text.font = QFont(QStringLiteral("Noto Sans"));
        text.font.setPixelSize(12);
        for (const char* words : {"Ana Ruiz", "Ōtepoti", "ليلى", "प्रिया", ""}) {
            text.text = QString::fromUtf8(words);
            QString said;
            double x = -1e9;
            for (const ShapedCluster& cluster : shaped(text)) {
                said += cluster.text;
                QVERIFY(!cluster.glyphs.empty());
                QVERIFY(cluster.glyphs.front().at.x() >= x - 2);
                x = cluster.glyphs.front().at.x();
            }
            QCOMPARE(said.size(), text.text.size());
        }
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(PdfNamesTest)
#include "tst_pdf_names.moc"

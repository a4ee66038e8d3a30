// SPDX-License-Identifier: GPL-3.0-or-later
// The letters that go with a file: small fonts that are whole, of whatever fonts this computer has.
#include <cmath>

#include <QFile>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QImage>
#include <QMap>
#include <QPainter>
#include <QPainterPath>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

#include "ui/base/Fonts.h"
#include "ui/paint/FontProgram.h"
#include "ui/paint/PdfWriter.h"
#include "ui/paint/SvgWriter.h"
#include "ui/paint/VectorDevice.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr QSizeF kSize(400, 200);

QByteArray fontFile()
{
    QFile file(QStringLiteral(":/fonts/NotoSans-Regular.ttf"));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A family of its own whose outlines are said to vary.
QString varyingFamily()
{
    QByteArray bytes = fontFile();
    bytes.replace(bytes.left(400).indexOf("gasp"), 4, "fvar");
    bytes.replace(QByteArray("\0N\0o\0t\0o", 8), QByteArray("\0N\0o\0t\0a", 8));
    const int font = QFontDatabase::addApplicationFontFromData(bytes);
    return QFontDatabase::applicationFontFamilies(font).value(0);
}

void paintWords(QPainter& painter, const QString& family, const QStringList& lines)
{
    QFont font(family);
    font.setPixelSize(20);
    painter.setFont(font);
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(QPointF(20, 30 + 30 * static_cast<double>(i)), lines[i]);
}

QByteArray pdfOf(const QString& family, const QStringList& lines)
{
    PdfWriter writer(QStringLiteral("Letters"), "en");
    writer.addPage(
        kSize, {{kSize, QTransform(), std::nullopt, [&](QPainter& painter) { paintWords(painter, family, lines); }}});
    return writer.file();
}

QByteArray svgOf(const QString& family, const QStringList& lines)
{
    SvgWriter writer(QStringLiteral("Letters"), family, kSize);
    VectorDevice device(writer, kSize);
    QPainter painter(&device);
    paintWords(painter, family, lines);
    painter.end();
    return writer.file();
}

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(20'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Fonts that the file brings, by family.
QMap<QString, QRawFont> fontsIn(const QByteArray& svg)
{
    static const QRegularExpression face(
        QStringLiteral("@font-face\\{font-family:'([^']*)';[^}]*base64,([A-Za-z0-9+/=]+)\\)\\}"));
    QMap<QString, QRawFont> fonts;
    auto found = face.globalMatch(QString::fromUtf8(svg));
    while (found.hasNext()) {
        const auto match = found.next();
        fonts.insert(match.captured(1), QRawFont(QByteArray::fromBase64(match.captured(2).toLatin1()), 20));
    }
    return fonts;
}

} // namespace

class FileFontsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
        QVERIFY(m_dir.isValid());
    }

    void program_isTheWholeFont()
    {
        QRawFont font = QRawFont::fromFont(QFont(fontFamily()));
        font.setPixelSize(100);
        const QRawFont again(fontProgram(font), 100);
        QVERIFY(again.isValid());
        const quint32 glyph = font.glyphIndexesForString(QStringLiteral("Ō")).value(0);
        QVERIFY(glyph > 0);
        QCOMPARE(again.pathForGlyph(glyph), font.pathForGlyph(glyph));
    }

    void subset_isSmall_andHasItsLettersAlone()
    {
        QRawFont whole = QRawFont::fromFont(QFont(fontFamily()));
        whole.setPixelSize(20);
        const QByteArray bytes = fontSubset(whole, {U'A', U'n', U'Ō'});
        QVERIFY2(bytes.size() > 200 && bytes.size() < 6'000, qPrintable(QString::number(bytes.size())));
        const QRawFont part(bytes, 20);
        QVERIFY(part.isValid());
        QVERIFY(part.supportsCharacter(QChar(u'A')) && !part.supportsCharacter(QChar(u'B')));
        // Put together from others, and still whole.
        const QString letter = QStringLiteral("Ō");
        const QRectF box = part.boundingRect(part.glyphIndexesForString(letter).value(0));
        const QRectF expected = whole.boundingRect(whole.glyphIndexesForString(letter).value(0));
        QVERIFY(std::abs(box.height() - expected.height()) < 1.5 && box.height() > 10);
        QVERIFY(!fontSubset(whole, {}).isEmpty());
        QVERIFY(!fontSubset(whole, {U'\U0010FFFF'}).isEmpty());
        QVERIFY(fontProgram(QRawFont()).isEmpty() && fontSubset(QRawFont(), {U'A'}).isEmpty());
    }

    void brokenFont_isNoDanger()
    {
        const QByteArray good = fontFile();
        for (int part = 1; part < 24; ++part) {
            QByteArray bytes = good;
            for (qsizetype at = bytes.size() * part / 24; at < bytes.size(); at += part)
                bytes[at] = static_cast<char>(0xFF ^ part);
            const QRawFont font(bytes, 20);
            if (!font.isValid())
                continue;
            (void)fontSubset(font, {U'A', U'Ō', U'\ufb03'});
            (void)fontProgram(font);
        }
    }

    void pdf_drawsFontsThatItCannotEmbed_andTheirTextIsFound()
    {
        const QString family = varyingFamily();
        QCOMPARE(family, QStringLiteral("Nota Sans"));
        QVERIFY(fontProgram(QRawFont::fromFont(QFont(family))).isEmpty());
        const QString path = m_dir.filePath(QStringLiteral("drawn.pdf"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(pdfOf(family, {QStringLiteral("Ōtepoti Ārai"), QStringLiteral("Ana Ruiz")}));
        file.close();
        const QString fonts = outputOf(QStringLiteral("pdffonts"), {path});
        QVERIFY2(fonts.contains(QRegularExpression(QStringLiteral("Type 3 .* yes +(yes|no) +yes"))), qPrintable(fonts));
        const QString text = outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
        QVERIFY2(text.contains(QStringLiteral("Ōtepoti Ārai")) && text.contains(QStringLiteral("Ana Ruiz")),
                 qPrintable(text));
        // And it is seen.
        const QString picture = m_dir.filePath(QStringLiteral("drawn"));
        outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-gray"),
                                              QStringLiteral("-singlefile"), path, picture});
        const QImage seen(picture + QStringLiteral(".pgm"));
        int dark = 0;
        for (int x = 20; x < 120; ++x)
            for (int y = 10; y < 40; ++y)
                dark += qGray(seen.pixel(x, y)) < 128 ? 1 : 0;
        QVERIFY2(dark > 150, qPrintable(QString::number(dark)));
    }

    void pdf_textWithWhatNoTextCanSay_isStillAFile()
    {
        const QString odd = QString(QChar(0xD800)) + QChar(0x7) + QChar(0x0) + QChar(0x202E) + QLatin1Char('x');
        const QByteArray bytes = pdfOf(fontFamily(), {odd, QString(), QStringLiteral(" ")});
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(pdfOf(fontFamily(), {}).startsWith("%PDF"));
    }

    void svg_textIsSeenText_withTheFontsThatHaveItsLetters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Latin") << QStringLiteral("Griffin Ōtepoti");
        QTest::newRow("combined") << QStringLiteral("Zo\u0308e");
        QTest::newRow("Arabic") << QStringLiteral("ليلى الخطيب");
        QTest::newRow("Devanagari") << QStringLiteral("प्रिया शर्मा");
        QTest::newRow("Chinese") << QStringLiteral("王小明");
        QTest::newRow("mixed") << QStringLiteral("Ana प्रिया");
    }
    void svg_textIsSeenText_withTheFontsThatHaveItsLetters()
    {
        QFETCH(QString, name);
        const QByteArray svg = svgOf(fontFamily(), {name, QStringLiteral("Cleo & Bo")});
        for (const QString& word : name.split(QLatin1Char(' ')))
            QCOMPARE(svg.count(word.toUtf8()), 1);
        QVERIFY(svg.contains("Cleo &amp; Bo"));
        QVERIFY(!svg.contains("fill-opacity=\"0\"") && !svg.contains("<path"));
        const QMap<QString, QRawFont> fonts = fontsIn(svg);
        QVERIFY(fonts.contains(fontFamily()));
        // Each letter that a font here has is in a font of the file, and that font is asked for.
        QFont wanted(fontFamily());
        wanted.setPixelSize(20);
        QTextLayout layout(name, wanted);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        for (const QGlyphRun& run : line.glyphRuns()) {
            if (run.glyphIndexes().contains(0))
                continue;
            const QString family = run.rawFont().familyName();
            QVERIFY2(fonts.contains(family), qPrintable(family));
            QVERIFY(fonts[family].isValid());
            QVERIFY(svg.contains("'" + family.toUtf8() + "'"));
        }
        for (const QRawFont& font : fonts)
            for (const QChar letter : QStringLiteral("Qq"))
                QVERIFY(!font.supportsCharacter(letter));
        QVERIFY2(svg.size() < 100'000, qPrintable(QString::number(svg.size())));
    }

    void svg_ofAVaryingFont_isPlainText()
    {
        const QByteArray svg = svgOf(varyingFamily(), {QStringLiteral("Ana Ruiz")});
        QVERIFY(svg.contains("Ana Ruiz") && svg.contains("font-family=\"'Nota Sans', sans-serif\""));
        QVERIFY(fontsIn(svg).isEmpty());
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(FileFontsTest)
#include "tst_file_fonts.moc"

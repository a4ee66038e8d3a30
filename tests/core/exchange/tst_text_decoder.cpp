// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include <QTest>

#include "core/exchange/TextDecoder.h"

using namespace weavemap;
using namespace weavemap::exchange;
using namespace std::string_literals;

class TestTextDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_becomeText_data();
    void bytes_becomeText();
    void guesses_sayTheyAreGuesses();
    void override_wins();
    void refused_withReason_data();
    void refused_withReason();
    void longText_isConvertedWhole();
};

void TestTextDecoder::bytes_becomeText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("sure");
    const auto row = [](const char* name, const std::string& bytes, const char* text, const char* encoding, bool sure) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(text) << QByteArray(encoding) << sure;
    };
    row("ascii", "a,b\n", "a,b\n", "UTF-8", true);
    row("utf-8", "Zo\xC3\xAB", "Zoë", "UTF-8", true);
    row("utf-8 mark", "\xEF\xBB\xBFZo\xC3\xAB", "Zoë", "UTF-8", true);
    row("mark alone", "\xEF\xBB\xBF", "", "UTF-8", true);
    row("utf-16le mark", "\xFF\xFEZ\0o\0\xEB\0"s, "Zoë", "UTF-16LE", true);
    row("utf-16be mark", "\xFE\xFF\0Z\0o\0\xEB"s, "Zoë", "UTF-16BE", true);
    row("utf-32le mark", "\xFF\xFE\0\0Z\0\0\0"s, "Z", "UTF-32LE", true);
    row("utf-16le plain", "a\0,\0b\0\n\0"s, "a,b\n", "UTF-16LE", true);
    row("utf-16be plain", "\0a\0,\0b\0\n"s, "a,b\n", "UTF-16BE", true);
    row("surrogates", "\xFF\xFE\x3D\xD8\x00\xDE"s, "😀", "UTF-16LE", true);
    row("windows",
        "Stra\xDF"
        "e;39\x80\r\n",
        "Straße;39€\r\n", "windows-1252", false);
    row("mac",
        "\x83"
        "cole\rAna\x95s\r",
        "École\rAnaïs\r", "macintosh", false);
}

void TestTextDecoder::bytes_becomeText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, encoding);
    QFETCH(bool, sure);
    const auto decoded = decodeText(bytes.toStdString(), {}, "t");
    QVERIFY(decoded.has_value());
    QCOMPARE(QByteArray::fromStdString(decoded->text), text);
    QCOMPARE(QByteArray::fromStdString(decoded->encoding), encoding);
    QCOMPARE(decoded->sure, sure);
}

void TestTextDecoder::guesses_sayTheyAreGuesses()
{
    // Russian in Windows-1251: a script that statistics tell from Latin.
    const std::string russian =
        "\xC8\xEC\xFF;\xD8\xEA\xEE\xEB\xE0;\xC3\xEE\xF0\xEE\xE4\n\xC8\xE2\xE0\xED "
        "\xCF\xE5\xF2\xF0\xEE\xE2;\xF8\xEA\xEE\xEB\xE0 \xED\xEE\xEC\xE5\xF0 \xEF\xFF\xF2\xFC;\xCC\xEE\xF1\xEA\xE2\xE0\n"
        "\xCC\xE0\xF0\xE8\xFF \xC8\xE2\xE0\xED\xEE\xE2\xE0;\xE3\xE8\xEC\xED\xE0\xE7\xE8\xFF;\xEF\xF0\xE8\xE2\xE5\xF2\n";
    const auto decoded = decodeText(russian, {}, "t");
    QCOMPARE(decoded->encoding, std::string("windows-1251"));
    QVERIFY(!decoded->sure);
    QVERIFY(decoded->text.starts_with("Имя;Школа;Город"));
}

void TestTextDecoder::override_wins()
{
    QCOMPARE(decodeText("\x83", "macintosh", "t")->text, std::string("É"));
    QCOMPARE(decodeText("Zo\xC3\xAB", "windows-1252", "t")->text, std::string("ZoÃ«"));
    QCOMPARE(decodeText("\xFF\xFEZ\0"s, "UTF-16LE", "t")->text, std::string("Z"));
    QVERIFY(decodeText("\x83", "macintosh", "t")->sure);
}

void TestTextDecoder::refused_withReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, const char* encoding, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(encoding) << static_cast<int>(code);
    };
    row("nothing", "", "", ErrorCode::fileEmpty);
    row("png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "", ErrorCode::notText);
    row("zip", "PK\x03\x04 and so on", "", ErrorCode::notText);
    row("sqlite", "SQLite format 3\0 x"s, "", ErrorCode::notText);
    row("zero bytes", "a,b\n1,\0\n"s, "", ErrorCode::notText);
    row("controls", std::string(50, '\x01') + "text", "", ErrorCode::notText);
    row("broken utf-16", "\xFF\xFE\x00\xDC"s, "", ErrorCode::badEncoding);
    row("odd utf-16", "\xFF\xFEZ\0o"s, "", ErrorCode::badEncoding);
    row("mark and no utf-8", "\xEF\xBB\xBF\xFF", "", ErrorCode::badEncoding);
    row("not what was said", "\xFF", "UTF-8", ErrorCode::badEncoding);
    row("no such encoding", "a", "klingon", ErrorCode::unknownEncoding);
}

void TestTextDecoder::refused_withReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, encoding);
    QFETCH(int, code);
    const auto decoded = decodeText(bytes.toStdString(), encoding.toStdString(), "t.csv");
    QVERIFY(!decoded);
    QCOMPARE(static_cast<int>(decoded.error().code), code);
}

void TestTextDecoder::longText_isConvertedWhole()
{
    std::string bytes, expected;
    for (int i = 0; i < 100'000; ++i) {
        bytes += "\xFC\x80 ";
        expected += "ü€ ";
    }
    const auto decoded = decodeText(bytes, "windows-1252", "t");
    QVERIFY(decoded->text == expected);
}

QTEST_APPLESS_MAIN(TestTextDecoder)
#include "tst_text_decoder.moc"

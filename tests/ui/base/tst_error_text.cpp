// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "ui/base/ErrorText.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

struct Code
{
    QString name;
    int value;
    int args;
};

/// Every code with the number of arguments that its comment in core/base/Error.h names: what is tested is the list
/// itself, so that a new code is tested without a change here.
QList<Code> codes()
{
    QFile file(QStringLiteral(WEAVEMAP_SOURCE_DIR "/core/base/Error.h"));
    QList<Code> result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QString text = QString::fromUtf8(file.readAll());
    const QString body = text.section(QStringLiteral("enum class ErrorCode {"), 1).section(QStringLiteral("};"), 0, 0);
    static const QRegularExpression line(QStringLiteral("^\\s*(\\w+),\\s*// (.*)$"),
                                         QRegularExpression::MultilineOption);
    for (auto it = line.globalMatch(body); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString args = match.captured(2);
        args.remove(QRegularExpression(QStringLiteral("\\([^)]*\\)")));
        args = args.section(QLatin1Char(':'), 0, 0);
        // The database's own words are for the log.
        const bool none = args.trimmed() == QLatin1String("-") || args.contains(QLatin1String("for the log"));
        result.push_back({match.captured(1), static_cast<int>(result.size()),
                          none ? 0 : static_cast<int>(args.count(QLatin1Char(',')) + 1)});
    }
    return result;
}

Error errorOf(const Code& code)
{
    Error error(static_cast<ErrorCode>(code.value), {}, "SECRET-DETAIL");
    for (int i = 0; i < code.args; ++i)
        error.args.push_back("ARG" + std::to_string(i) + "-\xC4\x81");
    return error;
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCode_isRead()
    {
        QVERIFY(codes().size() >= 50);
        QCOMPARE(codes().front().name, QStringLiteral("cancelled"));
        QCOMPARE(codes().back().value, static_cast<int>(ErrorCode::exportFailed));
    }

    void everyCode_hasASentenceThatNamesItsArguments()
    {
        for (const Code& code : codes()) {
            const QString sentence = errorSentence(errorOf(code));
            QVERIFY2(sentence.size() > 10, qPrintable(code.name));
            for (int i = 0; i < code.args; ++i)
                QVERIFY2(sentence.contains(QStringLiteral("ARG%1-\u0101").arg(i)), qPrintable(code.name + sentence));
        }
    }

    void everySentence_isInTheVoiceOfTheProgram()
    {
        for (const Code& code : codes()) {
            const QString sentence = errorSentence(errorOf(code));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(code.name));
            QVERIFY2(!sentence.contains(QLatin1Char('!')), qPrintable(code.name));
            QVERIFY2(!sentence.contains(QStringLiteral("please"), Qt::CaseInsensitive), qPrintable(code.name));
            QVERIFY2(!sentence.contains(QStringLiteral("oops"), Qt::CaseInsensitive), qPrintable(code.name));
            QVERIFY2(!sentence.contains(QStringLiteral("SECRET-DETAIL")), qPrintable(code.name));
            QVERIFY2(!sentence.contains(QStringLiteral("SQL")), qPrintable(code.name));
            QVERIFY2(sentence.count(QRegularExpression(QStringLiteral("[.;]( |$)"))) <= 4, qPrintable(code.name));
            QVERIFY2(sentence.size() < 230, qPrintable(code.name));
        }
    }

    void missingArguments_stillRead()
    {
        QSet<QString> seen;
        for (const Code& code : codes()) {
            const QString sentence = errorSentence(Error(static_cast<ErrorCode>(code.value)));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(code.name + sentence));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(code.name));
            seen.insert(sentence);
        }
        QVERIFY(seen.size() + 2 >= codes().size());
    }

    void whatIsRefused_hasASentenceOfItsOwn()
    {
        using Args = std::vector<std::string>;
        const QString common = errorSentence(Error(ErrorCode::invalidArgument, {"ID-1", "ID-2"}));
        QVERIFY(common.contains(QStringLiteral("cannot be")));
        QSet<QString> seen;
        const std::vector<Args> all{{"project", "onlyMe"}, {"project", "told"}, {"convening", "onlyMe"},
                                    {"about", "onlyMe"},   {"level", "ID-1"},   {"onlyMe", "ID-1"},
                                    {"apart", "ID-1"},     {"host", "ID-1"},    {"met", "ID-1"},
                                    {"consent", "ID-1"}};
        for (const Args& args : all) {
            const QString sentence = errorSentence(Error(ErrorCode::invalidArgument, args));
            QVERIFY2(!sentence.contains(QStringLiteral("cannot be \u201C")), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QStringLiteral("ID-1")) && !sentence.contains(QStringLiteral("onlyMe")),
                     qPrintable(sentence));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            seen.insert(sentence);
        }
        QCOMPARE(seen.size(), static_cast<qsizetype>(all.size()));
    }

    void hostileArguments_areNotTakenForPlaces()
    {
        const Error error(ErrorCode::workspaceLocked, {"%2 %1 %n.weavemap", "%1"});
        const QString sentence = errorSentence(error);
        QVERIFY(sentence.contains(QStringLiteral("%2 %1 %n.weavemap")));
        QVERIFY(sentence.contains(QStringLiteral("(%1)")));
    }

    void ambiguousName_listsEveryCandidate()
    {
        const QString sentence =
            errorSentence(Error(ErrorCode::ambiguousName, {"Ana", "Ana Ruiz", "Ana R\xC5\x8Dz", "Ana B"}));
        for (const QString& name :
             {QStringLiteral("Ana Ruiz"), QStringLiteral("Ana R\u014Dz"), QStringLiteral("Ana B")})
            QVERIFY(sentence.contains(name));
    }

    void ambiguousName_ofVeryManyStaysASentence()
    {
        std::vector<std::string> names{"Ana"};
        for (int i = 0; i < 500; ++i)
            names.push_back("Ana Ruiz (" + std::to_string(1000 + i) + ")");
        const QString sentence = errorSentence(Error(ErrorCode::ambiguousName, names));
        QVERIFY2(sentence.contains(QStringLiteral("(1011), and 488 more. Write")), qPrintable(sentence));
        QVERIFY(!sentence.contains(QStringLiteral("(1012)")));
    }

    void notFound_namesWhoIsNear()
    {
        const QString sentence =
            errorSentence(Error(ErrorCode::notFound, {"person", "Anna", "Ana Ruiz (7)", "Ana B (8)"}));
        QCOMPARE(sentence, QString::fromUtf8("There is no person called \u201CAnna\u201D in this file. Near to it: "
                                             "Ana Ruiz (7), Ana B (8). Nothing was changed."));
        QVERIFY(!errorSentence(Error(ErrorCode::notFound, {"person", "Anna"})).contains(QStringLiteral("Near")));
    }

    void workbooks_nameTheWayOut()
    {
        for (const char* path : {"Members.xlsx", "OLD.XLS", "a/b.c/macro.xlsm", "list.ods"})
            for (const ErrorCode code : {ErrorCode::unknownFormat, ErrorCode::notText}) {
                const QString sentence = errorSentence(Error(code, {path}));
                QVERIFY2(sentence.contains(QStringLiteral("File, Save As")), qPrintable(sentence));
                QVERIFY2(sentence.contains(QString::fromUtf8(path)), qPrintable(sentence));
            }
        QVERIFY(!errorSentence(Error(ErrorCode::unknownFormat, {"xlsx.gexf"})).contains(QStringLiteral("Excel")));
    }

    void newerFile_isOnlyCalledReadableWhereItIs()
    {
        QVERIFY(errorSentence(Error(ErrorCode::workspaceNewer, {"a", "readable"}))
                    .contains(QStringLiteral("You can read it")));
        const QString refused = errorSentence(Error(ErrorCode::workspaceNewer, {"a"}));
        QVERIFY(refused.contains(QStringLiteral("cannot read it")) && !refused.contains(QStringLiteral("You can")));
    }

    void historyEnded_namesWhatEndedIt()
    {
        const QString erased = errorSentence(Error(ErrorCode::historyEnded, {"Add", "erased"}));
        QVERIFY(erased.contains(QStringLiteral("Erasing")) && !erased.contains(QStringLiteral("version")));
        QVERIFY(errorSentence(Error(ErrorCode::historyEnded, {"Add"})).contains(QStringLiteral("version")));
    }

    void tooLarge_saysOfWhat()
    {
        const auto sentence = [](const char* limit, const char* unit) {
            return errorSentence(Error(ErrorCode::fileTooLarge, {"a.csv", limit, unit}));
        };
        QVERIFY(sentence("16384", "columns").contains(QStringLiteral("more columns than")));
        QVERIFY(sentence("16384", "columns").contains(QLocale().toString(16384)));
        QVERIFY(sentence("5000000", "rows").contains(QStringLiteral("more rows than")));
        QVERIFY(sentence("100000000", "cells").contains(QStringLiteral("more cells than")));
        QVERIFY(sentence("1048576", "cellBytes").contains(QStringLiteral("(1 MB)")));
        QVERIFY(sentence("200", "elementDepth").contains(QStringLiteral("(200)")));
        QVERIFY(sentence("1073741824", "fileBytes").contains(QStringLiteral("(1 GB)")));
        QVERIFY(
            errorSentence(Error(ErrorCode::fileTooLarge, {"a.csv", "16777216"})).contains(QStringLiteral("(16 MB)")));
    }

    void rowSentence_speaksOfItsRowAlone()
    {
        for (const Code& code : codes())
            if (const auto value = static_cast<ErrorCode>(code.value);
                value == ErrorCode::missingName || value == ErrorCode::duplicateId || value == ErrorCode::notFound)
                for (const bool isLeftOut : {true, false}) {
                    const QString sentence = rowSentence(errorOf(code), isLeftOut);
                    QVERIFY2(!sentence.contains(QStringLiteral("Nothing was")), qPrintable(sentence));
                    QCOMPARE(sentence.contains(QStringLiteral("This row is left out.")), isLeftOut);
                    QVERIFY2(sentence.contains(QStringLiteral("ARG")), qPrintable(sentence));
                }
        const Error other(ErrorCode::badNumber, {"x"});
        QCOMPARE(rowSentence(other, true), errorSentence(other));
    }

    void noticesOfATie_areSentences()
    {
        QCOMPARE(
            rowSentence(Error(ErrorCode::outOfRange, {"since", "2030-01-01"}), false),
            QStringLiteral("The first day \u201C2030-01-01\u201D is still to come; the tie comes in without one."));
        QCOMPARE(rowSentence(Error(ErrorCode::duplicateTie, {"Ana", "Ben Ali", "monthly"}), false),
                 QStringLiteral("The tie of Ana and Ben Ali says already how often they are in touch (monthly); that "
                                "stays."));
        const QString contact = rowSentence(Error(ErrorCode::outOfRange, {"contact", "often"}), false);
        QVERIFY2(contact.startsWith(QStringLiteral("\u201Coften\u201D is not understood")), qPrintable(contact));
    }

    void longCell_endsInAnEllipsisBetweenTwoCharacters_data()
    {
        QTest::addColumn<QString>("one");
        QTest::newRow("letters") << QStringLiteral("x");
        QTest::newRow("astral") << QString::fromUcs4(U"\U0001F600");
        QTest::newRow("letter with a mark") << QStringLiteral("e\u0301");
        QTest::newRow("family") << QString::fromUcs4(U"\U0001F469\u200D\U0001F469\u200D\U0001F467");
        QTest::newRow("three units") << QStringLiteral("e\u0301\u0323");
    }
    void longCell_endsInAnEllipsisBetweenTwoCharacters()
    {
        QFETCH(const QString, one);
        const Error error(ErrorCode::badDate, {one.repeated(50'000).toStdString()});
        for (const QString& sentence : {rowSentence(error, true), errorSentence(error)}) {
            const QString cell =
                sentence.section(QChar(0x201C), 1).section(QChar(0x201D), 0, 0); // between the quotation marks
            QVERIFY2(cell.endsWith(QChar(0x2026)), qPrintable(sentence));
            QVERIFY(cell.size() > 70 && cell.size() <= 81);
            QCOMPARE(cell.chopped(1), one.repeated((cell.size() - 1) / one.size()));
        }
    }

    void cellOfAnyKind_staysShortAndOnOneLine()
    {
        const auto cellIn = [](const QString& cell) {
            return rowSentence(Error(ErrorCode::badNumber, {cell.toStdString()}), true);
        };
        // As long as may be, whole; one letter more, not.
        QVERIFY(cellIn(QString(80, QLatin1Char('x'))).contains(QString(80, QLatin1Char('x')) + QChar(0x201D)));
        QVERIFY(cellIn(QString(81, QLatin1Char('x'))).contains(QString(80, QLatin1Char('x')) + QChar(0x2026)));
        // A heap of marks on one letter is one character.
        QVERIFY(cellIn(QLatin1Char('e') + QString(100'000, QChar(0x0301))).size() < 200);
        QVERIFY(!cellIn(QStringLiteral("a\nLine 9: b\u2028c\x1b[31m"))
                     .contains(QRegularExpression(QStringLiteral("[\\x00-\\x1f\\x{2028}]"))));
        const std::string longName(100'000, 'n');
        for (const Error& error :
             {Error(ErrorCode::duplicateTie, {longName, longName, "weekly"}),
              Error(ErrorCode::duplicateTie, {longName, longName}),
              Error(ErrorCode::ambiguousName, {longName, longName}),
              Error(ErrorCode::missingName, {"person", longName}), Error(ErrorCode::outOfRange, {"since", longName}),
              Error(ErrorCode::outOfRange, {"weight", longName, "more than 0"})})
            QVERIFY2(rowSentence(error, false).size() < 350, qPrintable(rowSentence(error, false).left(300)));
        QVERIFY(takenForSentence(longName, longName).size() < 250);
        // A path is shown to its end.
        const std::string path = longName + "/list.csv";
        QVERIFY(errorSentence(Error(ErrorCode::fileNotFound, {path})).contains(QString::fromStdString(path)));
    }

    void fieldNames_areWords()
    {
        const QString sentence = errorSentence(Error(ErrorCode::datesReversed, {"firstSeen", "lastConfirmed"}));
        QVERIFY(sentence.contains(QStringLiteral("first seen")) && !sentence.contains(QStringLiteral("firstSeen")));
    }
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "tst_error_text.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ErrorText.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>
#include <QTextBoundaryFinder>

#include "ui/base/Convert.h"
#include "ui/base/RefusedText.h"
#include "ui/base/Words.h"

namespace weavemap::ui {

namespace {

/// Gives the texts of this file their place among the translations.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// An argument as it stands, or words that keep the sentence readable where it is missing.
QString arg(const Error& error, std::size_t index, const QString& missing)
{
    const QString text = index < error.args.size() ? toQString(error.args[index]) : QString();
    return text.isEmpty() ? missing : text;
}

/// A cell or a name in the length of a sentence, on one line: what is longer ends in an ellipsis, at the end of a
/// character as people see it.
QString brief(QString text)
{
    constexpr qsizetype kMost = 80;
    const bool isLong = text.size() > kMost;
    text.truncate(2 * kMost); // enough to see where a character ends, however much there is
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    if (!isLong)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(static_cast<int>(kMost));
    qsizetype end = finder.isAtBoundary() ? kMost : finder.toPreviousBoundary();
    // One letter under a heap of marks is cut between two of them.
    if (end <= 0)
        end = text.at(kMost).isLowSurrogate() ? kMost - 1 : kMost;
    return text.left(end) + QChar(0x2026);
}

QString wholeInQuotes(const QString& text) { return QStringLiteral("\u201C%1\u201D").arg(text); }

QString quoted(const QString& text) { return wholeInQuotes(brief(text)); }

/// The file a sentence is about, in quotes and whole: a path that ends early leads nowhere.
QString file(const Error& error)
{
    const QString path = arg(error, 0, {});
    return path.isEmpty() ? T::tr("The file") : wholeInQuotes(path);
}

/// Core's names of records and fields, as users read them. A name that is not listed is shown as it is: it may be a
/// column.
QString plain(const QString& name)
{
    static const QHash<QString, const char*> kWords{
        {QStringLiteral("followUp"), QT_TRANSLATE_NOOP("Errors", "follow-up")},
        {QStringLiteral("noteItem"), QT_TRANSLATE_NOOP("Errors", "item")},
        {QStringLiteral("person"), QT_TRANSLATE_NOOP("Errors", "person")},
        {QStringLiteral("organization"), QT_TRANSLATE_NOOP("Errors", "organization")},
        {QStringLiteral("attribute"), QT_TRANSLATE_NOOP("Errors", "column")},
        {QStringLiteral("tie"), QT_TRANSLATE_NOOP("Errors", "tie")},
        {QStringLiteral("conversation"), QT_TRANSLATE_NOOP("Errors", "conversation")},
        {QStringLiteral("introduction"), QT_TRANSLATE_NOOP("Errors", "introduction")},
        {QStringLiteral("project"), QT_TRANSLATE_NOOP("Errors", "project")},
        {QStringLiteral("convening"), QT_TRANSLATE_NOOP("Errors", "convening")},
        {QStringLiteral("firstSeen"), QT_TRANSLATE_NOOP("Errors", "first seen")},
        {QStringLiteral("lastConfirmed"), QT_TRANSLATE_NOOP("Errors", "last confirmed")},
        {QStringLiteral("ended"), QT_TRANSLATE_NOOP("Errors", "ended")},
        {QStringLiteral("joined"), QT_TRANSLATE_NOOP("Errors", "joined")},
        {QStringLiteral("source"), QT_TRANSLATE_NOOP("Errors", "from")},
        {QStringLiteral("target"), QT_TRANSLATE_NOOP("Errors", "to")},
        {QStringLiteral("left"), QT_TRANSLATE_NOOP("Errors", "left")},
        {QStringLiteral("since"), QT_TRANSLATE_NOOP("Errors", "since")},
    };
    const char* const words = kWords.value(name);
    return words ? T::tr(words) : name;
}

QString rest(const Error& error, std::size_t from)
{
    QStringList list;
    for (std::size_t i = from; i < error.args.size(); ++i)
        list << brief(toQString(error.args[i]));
    return list.join(T::tr(", "));
}

QString notFoundSentence(const Error& error)
{
    const QString kind = plain(arg(error, 0, T::tr("record")));
    const QString name = arg(error, 1, {});
    if (name.isEmpty())
        return T::tr("That %1 is not in this file any more. Nothing was changed.").arg(kind);
    if (error.args.size() > 2)
        return T::tr("There is no %1 called %2 in this file. Near to it: %3. Nothing was changed.")
            .arg(kind, quoted(name), rest(error, 2));
    return T::tr("There is no %1 called %2 in this file. Nothing was changed.").arg(kind, quoted(name));
}

QString ambiguousSentence(const Error& error)
{
    const QString name = quoted(arg(error, 0, T::tr("that name")));
    if (error.args.size() < 2)
        return T::tr("More than one person is called %1. Write the full name or the id.").arg(name);
    constexpr std::size_t kMostNamed = 12; // one sentence stays one sentence
    if (error.args.size() > kMostNamed + 1) {
        Error some = error;
        some.args.resize(kMostNamed + 1);
        const auto others = static_cast<int>(error.args.size() - some.args.size());
        return T::tr("%1 could be more than one person: %2, and %Ln more. Write the full name or the id.", nullptr,
                     others)
            .arg(name, rest(some, 1));
    }
    return T::tr("%1 could be more than one person: %2. Write the full name or the id.").arg(name, rest(error, 1));
}

QString damagedSentence(const Error& error)
{
    const QString backup = arg(error, 1, {});
    if (backup.isEmpty())
        return T::
            tr("%1 is damaged, and no sound backup was found beside it. The file was left as it is; copy it to a safe "
               "place before anything else.")
                .arg(file(error));
    return T::
        tr("%1 is damaged. The newest sound backup is %2: restore it to go on from there; the damaged file is kept.")
            .arg(file(error), wholeInQuotes(backup));
}

QString malformedSentence(const Error& error)
{
    const QString line = arg(error, 1, {});
    const QString what = arg(error, 2, T::tr("something is missing"));
    if (line.isEmpty())
        return T::tr("%1 cannot be read: %2. Nothing was stored.").arg(file(error), what);
    return T::tr("%1 cannot be read from line %2 on: %3. Nothing was stored.").arg(file(error), line, what);
}

/// How a list comes out of a program whose own files are not read; empty where the file is none of these.
QString workbookSentence(const Error& error)
{
    const QString suffix = arg(error, 0, {}).section(QLatin1Char('.'), -1).toLower();
    if (QStringList{QStringLiteral("xlsx"), QStringLiteral("xls"), QStringLiteral("xlsm"), QStringLiteral("xlsb")}
            .contains(suffix))
        return T::tr("%1 is an Excel workbook, which Weavemap does not read. In Excel: File, Save As, CSV UTF-8; then "
                     "choose that file.")
            .arg(file(error));
    if (suffix == QLatin1String("ods"))
        return T::tr("%1 is a spreadsheet that Weavemap does not read. In LibreOffice: File, Save As, Text CSV; then "
                     "choose that file.")
            .arg(file(error));
    return {};
}

QString missingColumnSentence(const Error& error)
{
    const QString column = quoted(arg(error, 0, T::tr("name")));
    if (error.args.size() < 2)
        return T::tr("There is no column %1. Nothing was stored; say which column to take instead.").arg(column);
    return T::tr("There is no column %1. The columns are: %2. Nothing was stored; say which one to take instead.")
        .arg(column, rest(error, 1));
}

/// A number of bytes as people say it; another text as it is.
QString sizeText(const QString& bytes)
{
    bool isNumber = false;
    const qint64 number = bytes.toLongLong(&isNumber);
    return isNumber ? QLocale().formattedDataSize(number, 0, QLocale::DataSizeTraditionalFormat) : bytes;
}

QString numberText(const QString& text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QLocale().toString(number) : text;
}

/// What there is too much of is the third argument: a limit's name in `exchange::ReadLimits`, bytes where it is
/// missing.
QString tooLargeSentence(const Error& error)
{
    const QString limit = arg(error, 1, T::tr("the limit")), what = arg(error, 2, {});
    if (what == QLatin1String("columns"))
        return T::tr(
                   "%1 has more columns than Weavemap reads (%2). Nothing was stored; take out those you do not need.")
            .arg(file(error), numberText(limit));
    if (what == QLatin1String("rows"))
        return T::tr("%1 has more rows than Weavemap reads (%2). Nothing was stored; split it into smaller files.")
            .arg(file(error), numberText(limit));
    if (what == QLatin1String("cells"))
        return T::tr("%1 has more cells than Weavemap reads (%2). Nothing was stored; split it into smaller files.")
            .arg(file(error), numberText(limit));
    if (what == QLatin1String("cellBytes"))
        return T::tr("%1 has a cell with more text than Weavemap reads (%2). Nothing was stored; shorten that cell.")
            .arg(file(error), sizeText(limit));
    if (what == QLatin1String("elementDepth"))
        return T::tr("%1 has elements nested deeper than Weavemap reads (%2). Nothing was stored.")
            .arg(file(error), numberText(limit));
    return T::tr("%1 is larger than Weavemap reads (%2). Nothing was stored; split it into smaller files.")
        .arg(file(error), sizeText(limit));
}

QString historyEndedSentence(const Error& error)
{
    if (arg(error, 1, {}) == QLatin1String("erased"))
        return T::tr(
            "Erasing ended the history: what was done before it can no longer be undone. Nothing was changed.");
    return T::tr("%1 was made with another version of Weavemap and can no longer be undone. Nothing was changed.")
        .arg(quoted(arg(error, 0, T::tr("That step"))));
}

/// How often people are in touch, by core's word for it.
QString frequencyText(const QString& name)
{
    static const QHash<QString, TieContact> kContacts{{QStringLiteral("yearly"), TieContact::yearly},
                                                      {QStringLiteral("eachTerm"), TieContact::eachTerm},
                                                      {QStringLiteral("monthly"), TieContact::monthly},
                                                      {QStringLiteral("weekly"), TieContact::weekly}};
    return words(kContacts.value(name, TieContact::unknown)).toLower();
}

/// What became of a row that is taken in, where the error says so (`exchange::RowIssue`); else empty.
QString noticeSentence(const Error& error)
{
    const QString first = quoted(arg(error, 0, {}).simplified()), second = arg(error, 1, {}).simplified();
    switch (error.code) {
    case ErrorCode::missingName:
        return second.isEmpty() ? QString() : T::tr("No name; comes in as %1.").arg(quoted(second));
    case ErrorCode::badDate: {
        const auto taken = Date::parseIso(toUtf8(second));
        return taken ? T::tr("%1 is taken for %2.").arg(first, formatDate(*taken, DateStyle::full)) : QString();
    }
    case ErrorCode::duplicateTie: {
        const QString held = arg(error, 2, {});
        return held.isEmpty() ? QString()
                              : T::tr("The tie of %1 and %2 says already how often they are in touch (%3); that stays.")
                                    .arg(brief(arg(error, 0, T::tr("somebody"))),
                                         brief(arg(error, 1, T::tr("somebody else"))), frequencyText(held));
    }
    case ErrorCode::outOfRange: {
        const QString field = arg(error, 0, {});
        if (field == QLatin1String("since"))
            return T::tr("The first day %1 is still to come; the tie comes in without one.").arg(quoted(second));
        if (field == QLatin1String("contact"))
            return T::tr("%1 is not understood as how often people are in touch: weekly, monthly, each term or "
                         "yearly.")
                .arg(quoted(second));
        return {};
    }
    default:
        return {};
    }
}

} // namespace

QString takenForSentence(const std::string& written, const std::string& name)
{
    return T::tr("%1 is taken for %2.")
        .arg(quoted(toQString(written).simplified()), brief(toQString(name).simplified()));
}

QString rowSentence(const Error& error, bool isLeftOut)
{
    const QString what = plain(arg(error, 0, T::tr("record"))), first = quoted(arg(error, 0, {}));
    if (!isLeftOut)
        if (const QString notice = noticeSentence(error); !notice.isEmpty())
            return notice;
    QString sentence;
    switch (error.code) {
    case ErrorCode::missingName:
        sentence = T::tr("A %1 needs a name or some text.").arg(what);
        break;
    case ErrorCode::duplicateId:
        sentence = isLeftOut ? T::tr("The id %1 belongs to somebody else already.").arg(first)
                             : T::tr("The id %1 stands in more than one row.").arg(first);
        break;
    case ErrorCode::notFound:
        sentence = T::tr("There is no %1 called %2 in this file.").arg(what, quoted(arg(error, 1, {})));
        break;
    default:
        return errorSentence(error); // these say what becomes of the row, or nothing of it
    }
    return isLeftOut ? sentence + QLatin1Char(' ') + T::tr("This row is left out.") : sentence;
}

QString errorSentence(const Error& error)
{
    // No default: a new code must get its sentence before this compiles without a warning.
    switch (error.code) {
    case ErrorCode::cancelled:
        return T::tr("Stopped, as you asked. Nothing was changed.");
    case ErrorCode::internal:
        return T::tr("Something in Weavemap went wrong (%1). Your file is safe; close it and open it again.")
            .arg(arg(error, 0, T::tr("no details")));
    case ErrorCode::invalidArgument:
        if (const QString refused = refusedSentence(error.args); !refused.isEmpty())
            return refused;
        if (error.args.size() == 3 && error.args.front() == "apart")
            return T::tr("%1 and %2 are kept apart, so no introduction of the two is stored. Nothing was changed.")
                .arg(quoted(arg(error, 1, {})), quoted(arg(error, 2, {})));
        return T::tr("%1 cannot be %2. Nothing was changed.")
            .arg(plain(arg(error, 0, T::tr("That value"))), quoted(arg(error, 1, {})));
    case ErrorCode::fileNotFound:
        return T::tr("%1 is not there. It may have been moved or renamed.").arg(file(error));
    case ErrorCode::fileUnreadable:
        return T::tr("%1 could not be read. Look whether it is a file, and whether you are allowed to open it.")
            .arg(file(error));
    case ErrorCode::fileUnwritable:
        return T::tr("%1 could not be written. What was there before is unchanged; choose another place.")
            .arg(file(error));
    case ErrorCode::fileExists:
        return T::tr("%1 is there already and was left as it is. Choose another name.").arg(file(error));
    case ErrorCode::fileEmpty:
        return T::tr("%1 is empty: it holds no bytes at all. Nothing was stored.").arg(file(error));
    case ErrorCode::diskFull:
        return T::
            tr("The disk is full, so %1 could not be written. What was stored before is safe; free some space and try "
               "again.")
                .arg(file(error));
    case ErrorCode::notADirectory:
        return T::tr("%1 is not a folder. Choose a folder to write into.").arg(file(error));
    case ErrorCode::notAWorkspace:
        return T::tr("%1 is not a Weavemap file and was left as it is. To bring its contents in, import it.")
            .arg(file(error));
    case ErrorCode::workspaceDamaged:
        return damagedSentence(error);
    case ErrorCode::workspaceNewer:
        return arg(error, 1, {}) == QLatin1String("readable")
                   ? T::tr("%1 was written by a newer Weavemap. You can read it; to change it, install the newer "
                           "version.")
                         .arg(file(error))
                   : T::tr("%1 was written by a newer Weavemap, and this one cannot read it. It is unchanged; install "
                           "the newer version to open it.")
                         .arg(file(error));
    case ErrorCode::workspaceForeign:
        return T::tr("%1 was changed by another program. You can read it; it is not written, so that nothing is lost.")
            .arg(file(error));
    case ErrorCode::workspaceReadOnly:
        return T::tr("%1 cannot be written here. You can read it; to change it, copy it to a place that is yours.")
            .arg(file(error));
    case ErrorCode::workspaceLocked:
        return T::tr("%1 is open elsewhere (%2). You can read it; changes have to wait until it is closed there.")
            .arg(file(error), arg(error, 1, T::tr("by somebody else")));
    case ErrorCode::migrationFailed:
        // Without a backup where the file may not be written: only a copy in memory was touched.
        return error.args.size() > 1
                   ? T::tr("%1 could not be brought up to this version. It is unchanged, and a backup is kept at %2.")
                         .arg(file(error), wholeInQuotes(arg(error, 1, {})))
                   : T::tr("%1 could not be brought up to this version. It is unchanged.").arg(file(error));
    case ErrorCode::databaseError:
        return T::tr(
            "The file could not take that change. Everything stored before is safe; close the file and open it again.");
    case ErrorCode::databaseBusy:
        return T::tr("%1 is busy with another change. Nothing was lost; try again in a moment.").arg(file(error));
    case ErrorCode::notFound:
        return notFoundSentence(error);
    case ErrorCode::ambiguousName:
        return ambiguousSentence(error);
    case ErrorCode::missingName:
        return T::tr("A %1 needs a name or some text. Nothing was stored.").arg(plain(arg(error, 0, T::tr("record"))));
    case ErrorCode::badDate:
        return T::tr("%1 is not a date Weavemap can read. Write it like 2026-10-15.").arg(quoted(arg(error, 0, {})));
    case ErrorCode::badNumber:
        return T::tr("%1 is not a number Weavemap can read.").arg(quoted(arg(error, 0, {})));
    case ErrorCode::badEmail:
        return T::tr("%1 is not an e-mail address: it needs an @ with something on both sides.")
            .arg(quoted(arg(error, 0, {})));
    case ErrorCode::datesReversed:
        return T::tr("The dates are the wrong way round: %1 has to come before %2.")
            .arg(quoted(plain(arg(error, 0, T::tr("the first")))), quoted(plain(arg(error, 1, T::tr("the second")))));
    case ErrorCode::sameEnds:
        return T::tr("A tie needs two different people; both ends are %1.")
            .arg(quoted(arg(error, 0, T::tr("the same"))));
    case ErrorCode::duplicateTie:
        return T::tr("%1 and %2 have a tie already. Change that one instead.")
            .arg(brief(arg(error, 0, T::tr("These two"))), brief(arg(error, 1, T::tr("the other"))));
    case ErrorCode::duplicateId:
        return T::tr("The id %1 belongs to somebody else already. Nothing was stored.").arg(quoted(arg(error, 0, {})));
    case ErrorCode::outOfRange:
        return T::tr("%1 cannot be %2; it has to be %3.")
            .arg(plain(arg(error, 0, T::tr("That value"))), brief(arg(error, 1, T::tr("that"))),
                 arg(error, 2, T::tr("within its limits")));
    case ErrorCode::nothingToUndo:
        return T::tr("There is nothing to undo.");
    case ErrorCode::nothingToRedo:
        return T::tr("There is nothing to redo.");
    case ErrorCode::historyConflict:
        return T::tr(
                   "%1 could not be undone or redone, because what it touched has changed since. Nothing was changed.")
            .arg(quoted(arg(error, 0, T::tr("That step"))));
    case ErrorCode::historyEnded:
        return historyEndedSentence(error);
    case ErrorCode::noStaffPerson:
        return T::tr("Weavemap does not know yet which staff person you are. Say so in Settings, or with --me NAME.");
    case ErrorCode::backupFailed:
        return T::
            tr("No backup could be written to %1. Your file itself is safe; look whether that disk is there and has "
               "room.")
                .arg(file(error));
    case ErrorCode::noBackup:
        return T::tr("There is no sound backup of %1 yet.").arg(file(error));
    case ErrorCode::unknownFormat:
        if (const QString workbook = workbookSentence(error); !workbook.isEmpty())
            return workbook;
        return T::tr("Weavemap does not read or write files like %1. Save it as CSV or GraphML and try again.")
            .arg(file(error));
    case ErrorCode::notText:
        if (const QString workbook = workbookSentence(error); !workbook.isEmpty())
            return workbook;
        return T::tr("%1 is not a text file. Nothing was stored; save the table as CSV and import that.")
            .arg(file(error));
    case ErrorCode::noHeader:
        return T::tr("The first line of %1 has no column names. Nothing was stored; put a name above each column.")
            .arg(file(error));
    case ErrorCode::missingColumn:
        return missingColumnSentence(error);
    case ErrorCode::badEncoding:
        return T::tr(
                   "Some letters in %1 cannot be read. Nothing was stored; save the file as UTF-8 and import it again.")
            .arg(file(error));
    case ErrorCode::malformedFile:
        return malformedSentence(error);
    case ErrorCode::fileTooLarge:
        return tooLargeSentence(error);
    case ErrorCode::forbiddenXml:
        return T::tr("%1 holds a document type or entities, which Weavemap refuses for safety. Nothing was stored.")
            .arg(file(error));
    case ErrorCode::nothingToImport:
        return T::tr(
                   "%1 holds no people and no ties that Weavemap recognizes. Nothing was stored; say what it holds, or "
                   "name its columns.")
            .arg(file(error));
    case ErrorCode::unclosedQuote:
        return T::
            tr("In %1 a quotation mark opens in line %2 and never closes. Nothing was stored; close it and import the "
               "file again.")
                .arg(file(error), arg(error, 1, T::tr("1")));
    case ErrorCode::unknownEncoding:
        return T::tr("Weavemap does not know the text encoding %1. Choose another, such as UTF-8.")
            .arg(quoted(arg(error, 0, {})));
    case ErrorCode::missingEnd:
        return T::tr("This tie has nobody at one end (%1). The row is left out.")
            .arg(quoted(plain(arg(error, 0, T::tr("a name")))));
    case ErrorCode::strayQuote:
        return T::tr("A quotation mark stands in the middle of a cell. The cell is taken as it is written.");
    case ErrorCode::extraCells:
        return T::tr("This row has %1 cells for %2 columns. The cells too many are left out.")
            .arg(arg(error, 0, T::tr("more")), arg(error, 1, T::tr("fewer")));
    case ErrorCode::summaryRow:
        return T::tr("This row (%1) looks like a sum, not a person. It is left out.").arg(quoted(arg(error, 0, {})));
    case ErrorCode::hyperedge:
        return T::tr("This tie has %1 ends; a tie has two. It is left out.")
            .arg(arg(error, 0, T::tr("other than two")));
    case ErrorCode::impliedPeople:
        return error.args.size() == 1 && error.args[0] == "1"
                   ? T::tr("1 person is named in a tie and has no row. That person is added.")
                   : T::tr("%1 people are named in ties and have no row. They are added.")
                         .arg(arg(error, 0, T::tr("Some")));
    case ErrorCode::unknownMeasure:
        return T::tr("There is no measure called %1.").arg(quoted(arg(error, 0, {})));
    case ErrorCode::tooFewPeople:
        return T::tr("This needs %1 people or more, and there are %2.")
            .arg(arg(error, 0, T::tr("more")), arg(error, 1, T::tr("fewer")));
    case ErrorCode::exportFailed:
        return T::tr("%1 could not be written. A file that was there before is unchanged; choose another place.")
            .arg(file(error));
    }
    return {};
}

} // namespace weavemap::ui

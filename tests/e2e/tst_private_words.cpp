// SPDX-License-Identifier: GPL-3.0-or-later
// What one of the staff keeps to themselves is in no answer of the terminal to another; what the office keeps is on no
// map of it; a draft is gone when its call is stored.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include "Canaries.h"
#include "ui/base/Convert.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

constexpr int kLongestRunMs = 120'000;

/// What weavemap-cli prints and says; the test program ends where it fails.
QByteArray answer(const QStringList& words)
{
    QProcess process;
    process.start(QStringLiteral(WEAVEMAP_BIN_DIR "/weavemap-cli"), words);
    process.closeWriteChannel();
    if (!process.waitForFinished(kLongestRunMs) || process.exitStatus() != QProcess::NormalExit)
        qFatal("no answer to %s", qPrintable(words.join(QLatin1Char(' '))));
    const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
    if (process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(words.join(QLatin1Char(' '))), said.constData());
    return said.toLower();
}

QStringList words(const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }

} // namespace

class PrivateWordsTest : public QObject
{
    Q_OBJECT

    /// The file, closed.
    static QString filled(WindowBox& box)
    {
        canaries::open(box);
        const QString file = pathText(box.window().session().path());
        box.stop();
        return file;
    }
    static QStringList asked(const QString& command, const QString& file, const QStringList& more, const char* me)
    {
        QStringList all = QStringList{command, file} + more;
        if (me)
            all << QStringLiteral("--me") << QString::fromLatin1(me);
        return all;
    }
    static QStringList onTheDay() { return {QStringLiteral("--on"), toQString(uitest::testDay().toIso())}; }
    static QByteArray brief(const QString& file, const char* me, const QStringList& more)
    {
        return answer(asked(QStringLiteral("brief"), file,
                            QStringList{QString::fromLatin1(canaries::kMember)} + onTheDay() + more, me));
    }
    static QByteArray search(const QString& file, const char* me, const QByteArray& word)
    {
        return answer(
            asked(QStringLiteral("search"), file, QStringList{QString::fromLatin1(word)} + words("--limit 1000"), me));
    }
    static QByteArray log(const QString& file, const char* me, const char* note)
    {
        return answer(asked(QStringLiteral("log"), file,
                            QStringList{QStringLiteral("--with"), QString::fromLatin1(canaries::kMember),
                                        QStringLiteral("--text"), QString::fromLatin1(note)} +
                                onTheDay(),
                            me));
    }

private Q_SLOTS:
    void brief_tellsAColleagueWhatTheOfficeKnows()
    {
        WindowBox box;
        const QString file = filled(box);
        const QByteArrayList hers = canaries::found(brief(file, canaries::kAuthor, words("--json")), canaries::kOwn);
        for (const char* word : {"zqowncall", "zqownneed", "zqownline", "zqownstep", "zqownwhy"})
            QVERIFY2(hers.contains(word), word); // so that what follows can fail
        for (const char* other : {canaries::kOther, static_cast<const char*>(nullptr)})
            for (const QStringList& form : {words("--json"), QStringList()}) {
                const QByteArray said = brief(file, other, form);
                QVERIFY(said.contains("zqstaffcall"));
                QCOMPARE(canaries::found(said, canaries::kOwn), QByteArrayList());
            }
    }

    void search_findsNothingOfAnother()
    {
        WindowBox box;
        const QString file = filled(box);
        const QByteArrayList hers = canaries::found(search(file, canaries::kAuthor, "zqown"), canaries::kOwn);
        for (const char* word : {"zqowncall", "zqownneed", "zqownline", "zqownstep", "zqownabout", "zqownwhy"})
            QVERIFY2(hers.contains(word), word);
        for (const char* other : {canaries::kOther, static_cast<const char*>(nullptr)}) {
            QVERIFY(search(file, other, "zqstaff").contains("zqstaffcall"));
            QCOMPARE(canaries::found(search(file, other, "zqown"), canaries::kOwn), QByteArrayList());
            for (const QByteArray& word : canaries::kOwn)
                QCOMPARE(canaries::found(search(file, other, word), canaries::kOwn), QByteArrayList());
        }
    }

    void queueAndSuggestions_haveNothingOfAnother()
    {
        WindowBox box;
        const QString file = filled(box);
        for (const char* other : {canaries::kOther, static_cast<const char*>(nullptr)})
            for (const char* command : {"queue", "suggest"})
                for (const QStringList& form : {words("--json --limit 1000"), words("--limit 1000")}) {
                    const QByteArray said = answer(asked(QString::fromLatin1(command), file, form + onTheDay(), other));
                    QVERIFY(said.size() > 200);
                    QCOMPARE(canaries::found(said, canaries::kOwn), QByteArrayList());
                }
    }

    void log_knowsNoProjectOfAnother()
    {
        WindowBox box;
        const QString file = filled(box);
        const auto projects = [&file](const char* me) {
            int count = 0;
            const QByteArray said = log(file, me, "Heard of zqownproject today.");
            const auto json =
                QJsonDocument::fromJson(said.mid(said.indexOf('{'), said.lastIndexOf('}') + 1 - said.indexOf('{')));
            for (const QJsonValue& proposal : json[QStringLiteral("proposals")].toArray())
                count += proposal[QStringLiteral("kind")] == QStringLiteral("project");
            return count;
        };
        QCOMPARE(projects(canaries::kAuthor), 1);
        QCOMPARE(projects(canaries::kOther), 0);
        QCOMPARE(projects(nullptr), 0);
        QCOMPARE(canaries::found(log(file, canaries::kOther, "She needs a host."), canaries::kOwn), QByteArrayList());
    }

    void mapsAndFiguresOfTheTerminal_haveNoWordOfANote()
    {
        WindowBox box;
        const QString file = filled(box);
        const QList<QByteArray> all = canaries::kOwn + canaries::kStaff;
        for (const char* name : {"map.svg", "map.pdf", "map.png"}) {
            const QString to = box.path(QString::fromLatin1(name));
            QByteArray said =
                answer({QStringLiteral("map"), file, to, QStringLiteral("--names"), QStringLiteral("full")});
            const QByteArray bytes = canaries::bytesOf(to);
            QVERIFY(bytes.size() > 1000);
            if (to.endsWith(QStringLiteral(".pdf")))
                for (const QString& reader : {QStringLiteral("pdftotext"), QStringLiteral("pdfinfo")}) {
                    QProcess process;
                    process.start(reader, reader == QStringLiteral("pdftotext") ? QStringList{to, QStringLiteral("-")}
                                                                                : QStringList{to});
                    QVERIFY(process.waitForFinished(kLongestRunMs));
                    said += process.readAllStandardOutput();
                }
            QCOMPARE(canaries::found((said + bytes).toLower(), all), QByteArrayList());
        }
        QCOMPARE(canaries::found(
                     answer({QStringLiteral("metrics"), file, QStringLiteral("--ids"), QStringLiteral("name")}), all),
                 QByteArrayList());
        QCOMPARE(canaries::filesWith(box, all), QStringList());
    }

    void draft_isGoneWhenItsCallIsStored()
    {
        const QList<QByteArray> typed{"zqdraftword"};
        WindowBox box;
        box.settings().set(setting::kMe, QString::fromLatin1(canaries::kAuthor));
        canaries::open(box);
        box.press(Qt::Key_L, Qt::ControlModifier);
        box.type(QStringLiteral("mara zint"));
        box.press(Qt::Key_Return);
        box.type(QStringLiteral("zqdraftword"));
        box.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!box.visible("callPage"));
        QVERIFY(uitest::waitUntil(
            [&] { return canaries::filesWith(box, typed).size() == 1; })); // what stands there is kept
        box.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(box.visible("callPage"));
        box.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(uitest::waitUntil([&] { return box.visible("callPage") == nullptr; }));
        QVERIFY(box.settle());
        const QString file = pathText(box.window().session().path());
        box.stop();
        QCOMPARE(canaries::filesWith(box, typed), QStringList());
        QCOMPARE(canaries::found(canaries::bytesOf(file), typed), typed); // it was stored
    }
};

QTEST_MAIN(PrivateWordsTest)
#include "tst_private_words.moc"

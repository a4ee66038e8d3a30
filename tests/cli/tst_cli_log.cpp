// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

namespace {

/// What the note of `proposals_haveTheirKeys` proposes, with ` for quotation marks.
constexpr const char* kProposals =
    "[{`kind`:`tie`,`people`:[`Ana Ruiz`,`Luis Vega`],`depth`:3,`collaboration`:`now`,`direction`:`a_to_b`,"
    "`topic`:`grants`,`words`:`Goes to Luis for #grants`,`sure`:true},"
    "{`kind`:`tie`,`people`:[`Ana Ruiz`,`Bo Xu`],`depth`:2,`direction`:`none`,`words`:`Met @Bo Xu`,`sure`:true},"
    "{`kind`:`person`,`people`:[`Bo Xu`],`words`:`Met @Bo Xu.`,`sure`:true,`new`:true},"
    "{`kind`:`need`,`people`:[`Ana Ruiz`],`text`:`a mentor by May`,`words`:`Needs a mentor by May`,`sure`:true},"
    "{`kind`:`follow_up`,`people`:[`Ana Ruiz`],`by`:`us`,`due`:`2026-10-20`,`text`:`send her the list`,"
    "`words`:`I'll send her the list by next Tuesday`,`sure`:true}]";

/// What is unresolved in the note of `namesThatFitSeveral_areUnresolved`.
constexpr const char* kUnresolved = "[{`words`:`Sam`,`candidates`:[`Sam Doe`,`Sam Roe`]},"
                                    "{`words`:`Kirstin`,`candidates`:[`Kirsten Oyelaran`,`Kirstin`]}]";

} // namespace

/// `weavemap-cli log`: what a note proposes, and that storing stores that.
class TestCliLog : public QObject
{
    Q_OBJECT

    static void fill(const Terminal& terminal)
    {
        terminal.write("nodes.csv", "id,label\n1,Ana Ruiz\n2,Luis Vega\n3,Sam Doe\n4,Sam Roe\n5,Kirsten Oyelaran\n");
        QCOMPARE(terminal("import n.weavemap nodes.csv --as members").status, 0);
    }

    static Run log(const Terminal& terminal, const char* note, const QStringList& more = {})
    {
        return terminal.run(QStringList{QStringLiteral("log"), QStringLiteral("n.weavemap"), QStringLiteral("--with"),
                                        QStringLiteral("Ana Ruiz"), QStringLiteral("--on"),
                                        QStringLiteral("2026-10-15"), QStringLiteral("--text"),
                                        QString::fromUtf8(note)} +
                            more);
    }

    static QJsonArray parsed(const char* json)
    {
        return QJsonDocument::fromJson(QByteArray(json).replace('`', '"')).array();
    }

private Q_SLOTS:
    void proposals_haveTheirKeys()
    {
        const Terminal terminal;
        fill(terminal);
        const QJsonObject json = log(terminal, "Works with Luis on labs. Goes to Luis for #grants. Met @Bo Xu. Needs a "
                                               "mentor by May. I'll send her the list by next Tuesday.")
                                     .json();
        QCOMPARE(json[QStringLiteral("stored")].toBool(true), false);
        QCOMPARE(json[QStringLiteral("unresolved")].toArray(), QJsonArray());
        QCOMPARE(json[QStringLiteral("proposals")].toArray(), parsed(kProposals));
    }

    void namesThatFitSeveral_areUnresolved()
    {
        const Terminal terminal;
        fill(terminal);
        const QJsonObject json = log(terminal, "Met Sam. Met @Kirstin.").json();
        QCOMPARE(json[QStringLiteral("unresolved")].toArray(), parsed(kUnresolved));
        for (const QJsonValue& proposal : json[QStringLiteral("proposals")].toArray())
            QVERIFY(!proposal[QStringLiteral("sure")].toBool(true));
    }

    void accept_storesAllThatIsProposedAsOneStep()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        const char* const note = "Works with Luis on labs. No longer in touch with Kirsten. Met @Bo Xu. Wants to meet "
                                 "Sam Doe. Needs a van. Could share a rubric. Can't come to evening meetings. She and "
                                 "Luis are writing a grant together. I'll send her the list by Friday. #burnout";
        QCOMPARE(log(terminal, note).status, 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        const QStringList accept{QStringLiteral("--accept"), QStringLiteral("--me"), QStringLiteral("Ruth")};
        const Run stored = log(terminal, note, accept);
        QCOMPARE(stored.status, 0);
        QVERIFY(terminal.digest("n.weavemap") != digest);
        QCOMPARE(terminal("search n.weavemap bo").json()[QStringLiteral("people")].toArray().size(), 1);
        // The ties stand, so that naming them again creates nothing.
        const Run again = log(terminal, "hi",
                              {QStringLiteral("--tie"), QStringLiteral("Ana Ruiz"), QStringLiteral("--and"),
                               QStringLiteral("Luis Vega"), QStringLiteral("--tie"), QStringLiteral("Ana Ruiz"),
                               QStringLiteral("--and"), QStringLiteral("Bo Xu")});
        const QJsonArray ties = again.json()[QStringLiteral("ties")].toArray();
        QCOMPARE(ties[0][QStringLiteral("outcome")].toString(), QStringLiteral("confirmed"));
        QCOMPARE(ties[1][QStringLiteral("outcome")].toString(), QStringLiteral("deeper"));
        QCOMPARE(terminal("undo n.weavemap").status, 0);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        QCOMPARE(terminal("redo n.weavemap").status, 0);
        QVERIFY(terminal.digest("n.weavemap") != digest);
    }

    void accept_saysOfWhomNothingIsStored()
    {
        const Terminal terminal;
        fill(terminal);
        const QStringList accept{QStringLiteral("--accept"), QStringLiteral("--json")};
        const Run clear = log(terminal, "Met Luis.", accept);
        QCOMPARE(clear.status, 0);
        QVERIFY(clear.err.isEmpty());
        const Run unclear = log(terminal, "Met Sam. Works with Luis. Sam helps.", accept);
        QCOMPARE(unclear.status, 0);
        QCOMPARE(unclear.lines(), 1);
        QVERIFY(unclear.err.contains("without what it says of \u201CSam\u201D: it is not clear who is meant."));
        QVERIFY(unclear.json()[QStringLiteral("stored")].toBool());
        // A name near to a known one is doubtful, but what is said of it is stored.
        QVERIFY(log(terminal, "Met @Kirstin.", accept).err.isEmpty());
    }

    void dayToCome_isRefusedInOneSentence()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        for (const char* const line : {"log n.weavemap --with Ana --text Hello --on 2999-10-15",
                                       "log n.weavemap --with Ana --text Hello --on 2999-10-15T15:40 --accept"}) {
            const Run refused = terminal(line);
            QCOMPARE(refused.status, 1);
            QCOMPARE(refused.lines(), 1);
            QVERIFY(refused.err.startsWith("2999-10-15 is still to come."));
            QVERIFY(refused.out.isEmpty());
        }
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }

    void nothingToStore_isRefusedInOneSentence()
    {
        const Terminal terminal;
        fill(terminal);
        const QString digest = terminal.digest("n.weavemap");
        for (const char* note : {"", "  \n "})
            for (const QStringList& more : {QStringList(), QStringList{QStringLiteral("--accept")}}) {
                const Run refused = log(terminal, note, more);
                QCOMPARE(refused.status, 1);
                QCOMPARE(refused.lines(), 1);
                QVERIFY(refused.out.isEmpty());
            }
        QCOMPARE(terminal.digest("n.weavemap"), digest);
        // A tie that is named is something to store.
        const Run tie = log(terminal, "",
                            {QStringLiteral("--tie"), QStringLiteral("Ana Ruiz"), QStringLiteral("--and"),
                             QStringLiteral("Luis Vega"), QStringLiteral("--accept")});
        QCOMPARE(tie.status, 0);
    }

    void introductionsWanted_comeToTheBoardOnce()
    {
        const Terminal terminal;
        fill(terminal);
        const auto introductions = [](const Run& run) { return run.json()[QStringLiteral("introductions")].toArray(); };
        const char* const note = "Wants to meet Sam Doe and Luis.";
        const QJsonArray proposed = introductions(log(terminal, note));
        QCOMPARE(proposed.size(), 2);
        QVERIFY(proposed[0][QStringLiteral("id")].isNull());
        const QJsonArray first = introductions(log(terminal, note, {QStringLiteral("--accept")}));
        QCOMPARE(first.size(), 2);
        QCOMPARE(first[0][QStringLiteral("outcome")].toString(), QStringLiteral("new"));
        QVERIFY(!first[0][QStringLiteral("id")].toString().isEmpty());
        const QJsonArray again = introductions(log(terminal, note, {QStringLiteral("--accept")}));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(again[i][QStringLiteral("outcome")].toString(), QStringLiteral("under_way"));
            QCOMPARE(again[i][QStringLiteral("id")], first[i][QStringLiteral("id")]);
        }
    }

    void tieOfTheCommandLine_isOneMentionWithTheNotes()
    {
        const Terminal terminal;
        fill(terminal);
        const QStringList tie{QStringLiteral("--tie"), QStringLiteral("Luis Vega"), QStringLiteral("--and"),
                              QStringLiteral("Ana Ruiz"), QStringLiteral("--accept")};
        const QJsonObject json = log(terminal, "Relies on Luis.", tie).json();
        const QJsonArray ties = json[QStringLiteral("ties")].toArray();
        QCOMPARE(ties.size(), 1);
        QCOMPARE(ties[0][QStringLiteral("outcome")].toString(), QStringLiteral("new"));
    }

    void severalPeople_areCalledTogether()
    {
        const Terminal terminal;
        fill(terminal);
        const QJsonObject json =
            log(terminal, "They co-teach science.", {QStringLiteral("--with"), QStringLiteral("Luis Vega")}).json();
        QCOMPARE(json[QStringLiteral("with")].toArray().size(), 2);
        const QJsonArray proposals = json[QStringLiteral("proposals")].toArray();
        QCOMPARE(proposals.size(), 1);
        QCOMPARE(proposals[0][QStringLiteral("people")].toArray(),
                 QJsonArray({QStringLiteral("Ana Ruiz"), QStringLiteral("Luis Vega")}));
        const QString digest = terminal.digest("n.weavemap");
        const Run unknown = log(terminal, "hi", {QStringLiteral("--with"), QStringLiteral("Nobody Here")});
        QCOMPARE(unknown.status, 1);
        QCOMPARE(terminal.digest("n.weavemap"), digest);
    }
};

QTEST_GUILESS_MAIN(TestCliLog)
#include "tst_cli_log.moc"

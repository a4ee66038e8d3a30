// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/conversations/DraftErasing.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;

namespace {

const PersonId kAna{1}, kBen{2}, kMe{11};
const QString kAnasName = QStringLiteral("Ana Ruiz");

PersonChoice ana() { return PersonChoice::known(kAna, kAnasName); }
PersonChoice ben() { return PersonChoice::known(kBen, QStringLiteral("Ben Okafor")); }

/// As the file without anybody else forgets them.
DraftLeft forget(CallInput& input, const QString& name, const std::vector<std::string>& others = {})
{
    return forgetPerson(input, kAna, store::ErasedName(name.toStdString(), others));
}

CallInput callWith(std::vector<PersonChoice> people)
{
    CallInput input;
    input.conversation.staff = kMe;
    input.participants = std::move(people);
    return input;
}

} // namespace

/// What was typed and not stored follows when somebody or something is forgotten.
class TestDraftErasing : public conversationstest::PlaceTest
{
    Q_OBJECT

    QByteArray draftBytes() const
    {
        QByteArray bytes;
        const QDir drafts(m_desk->folder.filePath(QStringLiteral("config/drafts")));
        for (const QString& name : drafts.entryList(QDir::Files)) {
            QFile file(drafts.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }
    template <class Id>
    bool erase(Id id)
    {
        bool done = false;
        m_desk->session.erase(id, [&](const Result<>& erased) { done = erased.has_value(); });
        return QTest::qWaitFor([&] { return done; });
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void callWithThemAlone_leavesNothing()
    {
        CallInput input = callWith({ana()});
        QCOMPARE(forget(input, kAnasName), DraftLeft::nothing);
        CallInput byName = callWith({PersonChoice::added(kAnasName)});
        QCOMPARE(forget(byName, kAnasName), DraftLeft::nothing);
    }

    void callWithOthers_losesOnlyThem()
    {
        CallInput input = callWith({ana(), ben()});
        input.text = QStringLiteral("Ben will ask @Ana Ruiz; Ana Ruizzo agrees.");
        input.quote = QStringLiteral("“Ana Ruiz helped”");
        input.participantTyped = kAnasName;
        TieInput withHer, fromHer;
        withHer.a = fromHer.a = ben();
        withHer.b = fromHer.heardFrom = ana();
        fromHer.b = PersonChoice::added(QStringLiteral("Cleo"));
        ItemInput hers, his;
        hers.stored.person = kAna;
        hers.text = QStringLiteral("a bench");
        his.stored.person = kBen;
        his.other = ana();
        his.text = QStringLiteral("write with Ana Ruiz");
        ItemInput toHer; // somebody to be added who has her name
        toHer.stored.kind = NoteItemKind::introduction;
        toHer.text = QStringLiteral("story hours");
        toHer.other = PersonChoice::added(QStringLiteral("ANA RU\u00CDZ"));
        input.items = {hers, his, toHer};
        fromHer.direction = OverlayKind::advice;
        fromHer.topic = QStringLiteral("what ana ru\u00EDz does");
        input.ties = {withHer, fromHer};
        StepInput owned, about;
        owned.owner = ana();
        owned.text = QStringLiteral("call Ana Ruiz");
        about.stored.person = kAna;
        about.text = QStringLiteral("send it");
        input.steps = {owned, about};
        QCOMPARE(forget(input, kAnasName), DraftLeft::changed);
        QCOMPARE(input.participants, std::vector{ben()});
        QCOMPARE(input.text, QStringLiteral("Ben will ask @…; Ana Ruizzo agrees."));
        QCOMPARE(input.ties.size(), std::size_t{1});
        QCOMPARE(input.ties[0].heardFrom, PersonChoice());
        QCOMPARE(input.ties[0].topic, QStringLiteral("what \u2026 does"));
        QCOMPARE(input.items.size(), std::size_t{2});
        QCOMPARE(input.items[0].other, PersonChoice());
        QCOMPARE(input.items[1].other, PersonChoice());
        QCOMPARE(input.steps.size(), std::size_t{1});
        QCOMPARE(input.steps[0].owner, PersonChoice());
        const QByteArray left = toJson(input);
        QCOMPARE(left.count("Ana Ruiz"), left.count("Ana Ruizzo"));
        QVERIFY(!left.contains("a bench"));
        QVERIFY(!QString::fromUtf8(left).toLower().contains(QStringLiteral("ana ru\u00EDz")));
        QVERIFY(!QString::fromUtf8(left).contains(QStringLiteral("ANA RU")));
    }

    void callWithoutThem_staysAsItWas()
    {
        CallInput input = callWith({ben(), PersonChoice::known(PersonId{5}, kAnasName)}); // a namesake
        input.text = QStringLiteral("ana ruizzo, Mariana Ruiz; Ana and Ruiz; Ana María Ruiz");
        const CallInput before = input;
        QCOMPARE(forget(input, kAnasName), DraftLeft::asItWas);
        QVERIFY(input == before);
        QCOMPARE(forget(input, QString()), DraftLeft::asItWas);
        // A name typed in a field may mean the namesake, too.
        CallInput typed = callWith({ben(), PersonChoice::added(kAnasName)});
        typed.participantTyped = kAnasName;
        QCOMPARE(forget(typed, kAnasName, {"Ana Ruiz"}), DraftLeft::asItWas);
        CallInput nobody = callWith({});
        QCOMPARE(forget(nobody, kAnasName), DraftLeft::asItWas);
    }

    void nameInOtherCaseOrAccents_isTakenOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("left");
        const auto row = [](const char* what, const char* name, const char* typed, const char* left) {
            QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(typed) << QString::fromUtf8(left);
        };
        row("case", "Ana Ruiz", "ask ana ruiz, ANA RUIZ’s aunt and @Ana ruiz.", "ask …, …’s aunt and @….");
        row("accents typed", "Ana Ruiz", "Ána Ruíz said", "… said");
        row("accents of the name", "Lucía Ōtepoti", "lucia otepoti", "…");
        row("marks on their own", "Ana Ruiz", "(Ana Ruiz\u0301)", "(…)");
        row("letters in two", "Søren Æbelø", "to soren aebelo and on", "to … and on");
        row("a line between", "Ana Ruiz", "Ana\n  Ruiz\nagreed", "…\nagreed");
        row("a dash between", "Ngaire Te-Rangi", "ngaire te rangi, Ngaire Te–Rangi", "…, …");
        row("other scripts", "Ольга Ёлкина", "с ольга елкина.", "с ….");
        row("beyond the first plane", "𐐀da Ruiz", "x 𐐨da ruiz 𐐨da ruizé", "x … 𐐨da ruizé");
        row("twice", "Ana Ruiz", "ana ruiz ana ruiz", "… …");
        row("part of a word", "Ana Ruiz", "mariana ruiz; ana ruizé", "mariana ruiz; ana ruizé");
        row("joined by a line", "Ana Ruiz", "ana_ruiz", "…");
        row("last name first", "Ana Ruiz", "see RUIZ, Ana.", "see ….");
        row("one word as it stands", "May", "May may come", "… may come");
        row("no text", "Ana Ruiz", "", "");
        row("no name", "", "Ana Ruiz", "Ana Ruiz");
        row("nothing but marks", "\u0301 -", "a - b", "a - b");
    }
    void nameInOtherCaseOrAccents_isTakenOut()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, left);
        CallInput input = callWith({ana(), ben()});
        input.text = input.quote = input.convening = typed;
        StepInput step;
        step.text = typed;
        input.steps = {step};
        forget(input, name);
        for (const QString& text : {input.text, input.quote, input.convening, input.steps.front().text})
            QCOMPARE(text, left);
    }

    void callTheyTookNoPartIn_followsTheRuleOfTheFile()
    {
        const auto left = [](const char* name, const std::vector<std::string>& others, const char* typed) {
            CallInput input = callWith({ben()});
            input.text = QString::fromUtf8(typed);
            forget(input, QString::fromUtf8(name), others);
            return input.text;
        };
        QCOMPARE(left("Ana Ruiz", {}, "ANA RUIZ and ana ruiz"), QStringLiteral("… and ana ruiz"));
        QCOMPARE(left("Ana Ruiz", {"Ana Ruiz Soto"}, "Ana Ruiz Soto, Ana Ruiz"), QStringLiteral("Ana Ruiz Soto, …"));
        QCOMPARE(left("Ana Ruiz", {"Aña Ruiz"}, "ANA RUIZ, Ana Ruiz"), QStringLiteral("ANA RUIZ, …"));
        QCOMPARE(left("Ana Ruiz", {"Ruiz, Ana"}, "Ana Ruiz"), QStringLiteral("Ana Ruiz"));
        QCOMPARE(left("May", {}, "In May"), QStringLiteral("In May"));
        QCOMPARE(left("-", {}, "an e-mail"), QStringLiteral("an e-mail"));
    }

    void peopleTypedInOtherCase_areThem()
    {
        CallInput input = callWith({ben(), PersonChoice::added(QStringLiteral("ána ruiz"))});
        input.participantTyped = QStringLiteral(" ANA RUIZ");
        StepInput step;
        step.text = QStringLiteral("call");
        step.owner = PersonChoice::typed(QStringLiteral("ana ruiz"));
        input.steps = {step};
        QCOMPARE(forget(input, kAnasName), DraftLeft::changed);
        QCOMPARE(input.participants, std::vector{ben()});
        QCOMPARE(input.participantTyped, QString());
        QCOMPARE(input.steps.front().owner, PersonChoice());
    }

    void longText_isGoneThroughOnce()
    {
        const QString page = QStringLiteral("Ana Rui ÁNA RUIZ ana ruiz");
        CallInput input = callWith({ana(), ben()});
        input.text = page.repeated(40'000);
        forget(input, kAnasName);
        // Where one page ends, the next begins with a letter: only the name in the middle stands by itself.
        QCOMPARE(input.text.count(QChar(0x2026)), 40'001);
    }

    void brief_dropsTheWordsAtOnceAlsoWhereNobodyLooks()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto ana, records.people.find(m_ana));
            ana->phone = "555 0199";
            return records.people.update(*ana);
        }));
        auto* brief = m_place->findChild<QWidget*>(QStringLiteral("callBrief"));
        const auto words = [brief] {
            QStringList all;
            for (const QWidget* part : brief->findChildren<QWidget*>()) {
                all << part->accessibleName() << part->toolTip();
                if (const auto* label = qobject_cast<const QLabel*>(part))
                    all << label->text();
            }
            return all.join(QLatin1Char('|'));
        };
        m_place->logCall(m_ana);
        QTRY_VERIFY(words().contains(QStringLiteral("555 0199")));
        m_place->resize(1100, 856); // too narrow for the brief
        QVERIFY(!brief->isVisible());
        QVERIFY(erase(m_ana));
        QVERIFY2(!words().contains(QStringLiteral("Ana Ruiz")), qPrintable(words()));
        QVERIFY(!words().contains(QStringLiteral("555 0199")));
    }

    void briefOfAnother_namesThemNoMore()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            Tie tie;
            tie.a = m_ana;
            tie.b = m_ben;
            WEAVEMAP_TRY(records.ties.insert(tie));
            return {};
        }));
        auto* brief = m_place->findChild<QWidget*>(QStringLiteral("callBrief"));
        const auto named = [brief](const QString& name) {
            for (const QWidget* part : brief->findChildren<QWidget*>())
                if (part->accessibleName().contains(name) || part->toolTip().contains(name))
                    return true;
            return false;
        };
        m_place->logCall(m_ben);
        QTRY_VERIFY(named(QStringLiteral("Ana Ruiz")));
        m_place->resize(1100, 856);
        QVERIFY(erase(m_ana));
        QVERIFY(!named(QStringLiteral("Ana Ruiz")));
        m_place->resize(1248, 856);
        QTRY_VERIFY(named(QStringLiteral("Ben Okafor")));
        QVERIFY(!named(QStringLiteral("Ana Ruiz")));
    }

    void draftsOfEverybody_areRewrittenOrRemoved()
    {
        const QString config = m_desk->folder.filePath(QStringLiteral("config"));
        const auto file = m_desk->at("network.weavemap");
        CallInput both = callWith({ana(), ben()});
        both.text = QStringLiteral("About Ana Ruiz");
        const CallDraftFile own(config, file, m_ruth), others(config, file, PersonId{77}),
            elsewhere(config, m_desk->at("other.weavemap"), m_ruth), broken(config, file, PersonId{78});
        QCOMPARE(own.save(callWith({ana()})), CallDraftFile::Saved::yes);
        QCOMPARE(others.save(both), CallDraftFile::Saved::yes);
        QCOMPARE(elsewhere.save(both), CallDraftFile::Saved::yes);
        QFile damaged(broken.path());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{Ana Ruiz") > 0);
        damaged.close();
        QCOMPARE(CallDraftFile::allOf(config, file).size(), std::size_t{3});
        forgetInDrafts(CallDraftFile::allOf(config, file), [](CallInput& call) { return forget(call, kAnasName); });
        QVERIFY(!own.load());
        QVERIFY(!QFile::exists(broken.path()));
        QCOMPARE(others.load()->text, QStringLiteral("About …"));
        QCOMPARE(elsewhere.load()->text, both.text); // another network
    }

    void begunCallWithThemAlone_goesWithThem()
    {
        m_place->logCall(m_ana);
        note()->setPlainText(QStringLiteral("zzkdraft"));
        QTRY_VERIFY(draftBytes().contains("zzkdraft"));
        QVERIFY(erase(m_ana));
        QVERIFY(!note()->isVisible());
        QVERIFY(note()->toPlainText().isEmpty());
        QVERIFY(draftBytes().isEmpty());
    }

    void begunCallWithAnother_keepsItsWords()
    {
        QVERIFY(m_desk->add("Ana Ruiz Soto")); // stays
        m_place->logCall(m_ben);
        note()->setPlainText(QStringLiteral("Ben thanks Ana Ruiz and Ana Ruiz Soto"));
        QTRY_VERIFY(draftBytes().contains("Ana Ruiz"));
        QVERIFY(erase(m_ana));
        QVERIFY(note()->isVisible());
        QCOMPARE(note()->toPlainText(), QStringLiteral("Ben thanks … and Ana Ruiz Soto"));
        QCOMPARE(draftBytes().count("Ana Ruiz"), draftBytes().count("Ana Ruiz Soto"));
        QVERIFY(draftBytes().contains("Ben Okafor"));
    }

    void oneConversation_isForgottenAfterAQuestion()
    {
        Conversation talk;
        talk.when = Instant::atLocal(conversationstest::kToday, 8, 0, 0);
        talk.staff = m_ruth;
        talk.participants = {m_ana};
        talk.text = "zzknote";
        const ConversationId id = m_desk->talk(talk);
        m_place->showConversation(id);
        auto* page = m_place.get();
        const auto action = [page] { return page->findChild<QAction*>(QStringLiteral("eraseConversationAction")); };
        QTRY_VERIFY(action());
        m_desk->dialogs.willAnswer(1);
        action()->trigger();
        QVERIFY(!m_desk->session.isSaving());
        QSignalSpy said(m_place.get(), &Place::said);
        m_desk->dialogs.willAnswer(0);
        action()->trigger();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(m_desk->dialogs.questions().back().sentence.contains(QStringLiteral("backups")));
        QVERIFY(m_desk->conversations().empty());
        QTRY_VERIFY(!action() || !action()->parent()->isWidgetType() ||
                    !qobject_cast<QWidget*>(action()->parent()->parent())->isVisible());
        QVERIFY(m_desk->people.find(m_ana));
    }

    void conversationBeingChanged_goesWithItsForgetting()
    {
        Conversation talk;
        talk.when = Instant::atLocal(conversationstest::kToday, 8, 0, 0);
        talk.staff = m_ruth;
        talk.participants = {m_ana};
        talk.text = "zzknote";
        const ConversationId id = m_desk->talk(talk);
        m_place->showConversation(id);
        const auto edit = [this] { return m_place->findChild<Button*>(QStringLiteral("recordEdit")); };
        QTRY_VERIFY(edit());
        edit()->click();
        QTRY_COMPARE(note()->toPlainText(), QStringLiteral("zzknote"));
        note()->setPlainText(QStringLiteral("zzknote changed"));
        QTRY_VERIFY(draftBytes().contains("zzknote"));
        QVERIFY(erase(id));
        QVERIFY(!note()->isVisible());
        QVERIFY(draftBytes().isEmpty());
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestDraftErasing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_draft_erasing.moc"

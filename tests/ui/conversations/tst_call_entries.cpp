// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ConversationRow.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// The full record of a call: questions, introductions, who met a need, and how and which way two people are in touch.
class TestCallEntries : public conversationstest::PlaceTest
{
    Q_OBJECT

    static QString at() { return QApplication::focusWidget()->objectName(); }
    /// The words of the only row of its kind.
    QString line(const char* entry) const
    {
        return widget<QWidget>(entry)->findChild<QAbstractButton*>(QStringLiteral("entryLine"))->accessibleName();
    }
    /// Tab until the keyboard is there.
    static bool tabTo(const char* name)
    {
        for (int i = 0; i < 10 && at() != QLatin1String(name); ++i)
            press(Qt::Key_Tab);
        return at() == QLatin1String(name);
    }
    /// Ctrl+Enter, and until the page is closed: also for a change, which makes no further call.
    bool storeAndClose()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return !note()->isVisible(); });
    }
    std::vector<NoteItem> items() const { return m_desk->session.records().conversations.items().value(); }
    /// The record of the call on the page, until it says `words`, and then its change.
    bool edit(ConversationId id, const QString& words)
    {
        m_place->showConversation(id);
        if (!QTest::qWaitFor([&] { return recordWords().contains(words) && !m_desk->jobs.isBusy(); }))
            return false;
        widget<Button>("recordEdit")->click();
        return QTest::qWaitFor([&] { return note()->isVisible(); });
    }
    QString recordWords() const
    {
        QStringList all;
        for (const QLabel* label : widget<QWidget>("conversationRecord")->findChildren<QLabel*>())
            all << label->text();
        return all.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void introductionByKeysAlone_isStoredWithWhomWhyAndState()
    {
        m_place->logCall(m_ana);
        press(Qt::Key_Down, Qt::ControlModifier);
        for (int i = 0; i < 12 && at() != QLatin1String("addIntroduction"); ++i)
            press(Qt::Key_Down);
        QCOMPARE(at(), QStringLiteral("addIntroduction"));
        press(Qt::Key_Space);
        QCOMPARE(at(), QStringLiteral("itemOther"));
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("itemText"));
        type(QStringLiteral("Both run story hours"));
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("itemTopic"));
        type(QStringLiteral("reading"));
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("itemState"));
        press(Qt::Key_Down);
        QVERIFY(storeAndClose());
        const auto stored = items();
        QCOMPARE(stored.size(), std::size_t{1});
        QCOMPARE(stored.front().kind, NoteItemKind::introduction);
        QCOMPARE(stored.front().state, NoteItemState::made);
        QCOMPARE(stored.front().person, m_ana);
        QCOMPARE(stored.front().other, m_ben);
        QCOMPARE(stored.front().text, std::string("Both run story hours"));
        QCOMPARE(stored.front().topic, std::string("reading"));
        QCOMPARE(stored.front().conversation, m_desk->conversations().front().id);
        QTRY_VERIFY(recordWords().contains(QStringLiteral("Introduction to Ben Okafor")));
        QVERIFY(recordWords().contains(QStringLiteral("Both run story hours")));
    }

    void introductionThatNamesNobody_isAskedForInWords()
    {
        m_place->logCall(m_ana);
        widget<Button>("addIntroduction")->click();
        widget<QLineEdit>("itemText")
            ->setText(QStringLiteral("Quelqu\u2019un \u5B66\u6821 \U0001F469\u200D\U0001F3EB"));
        note()->setFocus();
        QVERIFY(storeAndClose());
        QCOMPARE(items().front().state, NoteItemState::asked);
        QVERIFY(!items().front().other);
        QCOMPARE(QString::fromStdString(items().front().text),
                 QStringLiteral("Quelqu\u2019un \u5B66\u6821 \U0001F469\u200D\U0001F3EB"));
    }

    void introductionToOneself_isRefusedBesideItsRow()
    {
        m_place->logCall(m_ana);
        widget<Button>("addIntroduction")->click();
        type(QStringLiteral("an"));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        const auto* problem = widget<QWidget>("itemEntry")->findChild<QLabel*>(QStringLiteral("entryProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("Ana Ruiz")));
        QVERIFY(items().empty());
    }

    void question_isStoredAndFolded()
    {
        m_place->logCall(m_ana);
        widget<Button>("addQuestion")->click();
        QCOMPARE(at(), QStringLiteral("itemText"));
        QVERIFY(!widget<QWidget>("itemOther")->isVisible());
        QVERIFY(!widget<QWidget>("itemState")->isVisible());
        type(QStringLiteral("Who decides?"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("entryLine"));
        QCOMPARE(line("itemEntry"), QStringLiteral("Who decides?, Question"));
        QVERIFY(storeAndClose());
        QCOMPARE(items().front().kind, NoteItemKind::question);
        QCOMPARE(items().front().text, std::string("Who decides?"));
    }

    void needThatIsMet_saysByWhom()
    {
        m_place->logCall(m_ana);
        widget<Button>("addNeed")->click();
        QVERIFY(!widget<QWidget>("itemOther")->isVisible());
        type(QStringLiteral("A host"));
        QVERIFY(tabTo("itemState"));
        press(Qt::Key_Down);
        QVERIFY(widget<QWidget>("itemOther")->isVisible());
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("itemOther"));
        type(QStringLiteral("Zora Quill"));
        press(Qt::Key_Return);
        QCOMPARE(line("itemEntry"), QStringLiteral("A host, Met need \u00B7 by Zora Quill"));
        QVERIFY(storeAndClose());
        const auto zora = m_desk->session.records().people.findByName("Zora Quill").value();
        QCOMPARE(zora.size(), std::size_t{1});
        QCOMPARE(items().front().state, NoteItemState::met);
        QCOMPARE(items().front().other, zora.front().id);
        QCOMPARE(items().front().person, m_ana);
        QTRY_VERIFY(recordWords().contains(QStringLiteral("by Zora Quill")));
    }

    void needThatIsOpenAgain_isMetByNobody()
    {
        m_place->logCall(m_ana);
        widget<Button>("addNeed")->click();
        type(QStringLiteral("A host"));
        QVERIFY(tabTo("itemState"));
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        press(Qt::Key_Backtab);
        press(Qt::Key_Up);
        QVERIFY(!widget<QWidget>("itemOther")->isVisible());
        QVERIFY(storeAndClose());
        QCOMPARE(items().front().state, NoteItemState::open);
        QVERIFY(!items().front().other);
    }

    void contactAndDirection_areStoredWithTheTie()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        auto* topic = widget<QLineEdit>("tieTopic");
        QVERIFY(!topic->isVisible());
        QVERIFY(tabTo("tieContact"));
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Down);
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("tieDirection"));
        press(Qt::Key_Down);
        QVERIFY(topic->isVisible());
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), topic);
        type(QStringLiteral("#grants"));
        auto* sentence = widget<QLabel>("tieSentence");
        QCOMPARE(sentence->text(), QStringLiteral("Ana Ruiz goes to Ben Okafor for advice on #grants"));
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("tieTurn"));
        press(Qt::Key_Space);
        QCOMPARE(sentence->text(), QStringLiteral("Ben Okafor goes to Ana Ruiz for advice on #grants"));
        QVERIFY(line("tieEntry").contains(QStringLiteral("ideas \u00B7 monthly \u00B7 Ben Okafor goes to Ana Ruiz")));
        QVERIFY(storeAndClose());
        auto& ties = m_desk->session.records().ties;
        const auto tie = ties.between(m_ana, m_ben).value();
        QVERIFY(tie);
        QCOMPARE(tie->contact, TieContact::monthly);
        const auto overlays = ties.overlays(tie->id).value();
        QCOMPARE(overlays.size(), std::size_t{1});
        QCOMPARE(overlays.front().kind, OverlayKind::advice);
        QCOMPARE(overlays.front().from, m_ben);
        QCOMPARE(overlays.front().to, m_ana);
        QCOMPARE(overlays.front().topic, std::string("grants"));
        QTRY_VERIFY(recordWords().contains(QStringLiteral("Ben Okafor goes to Ana Ruiz for advice on #grants")));
        QVERIFY(recordWords().contains(QStringLiteral("ideas \u00B7 monthly \u00B7 Ben")));
    }

    void tieWithoutDirection_hasNone()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        QVERIFY(storeAndClose());
        auto& ties = m_desk->session.records().ties;
        const auto tie = ties.between(m_ana, m_ben).value();
        QVERIFY(tie);
        QCOMPARE(tie->contact, TieContact::unknown);
        QVERIFY(ties.overlays(tie->id).value().empty());
    }

    void begunEntries_outliveThePage()
    {
        m_place->logCall(m_ana);
        widget<Button>("addTie")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        QVERIFY(tabTo("tieDirection"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        widget<Button>("addIntroduction")->click();
        type(QStringLiteral("Zora Quill"));
        press(Qt::Key_Return);
        m_place.reset();
        m_place = std::make_unique<ConversationsPlace>(m_desk->office);
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
        m_place->logCall({});
        QVERIFY(line("tieEntry").contains(QStringLiteral("Ana Ruiz learned from Ben Okafor")));
        QCOMPARE(line("itemEntry"), QStringLiteral("Introduction to Zora Quill, Asked"));
        note()->setFocus();
        QVERIFY(storeAndClose());
        QCOMPARE(items().front().other, m_desk->session.records().people.findByName("Zora Quill").value().front().id);
    }

    void storedCall_openedAndStoredAgainChangesNothing()
    {
        const ConversationId id = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Before"));
        std::vector<NoteItem> given(4);
        given[0].text = "A host";
        given[0].state = NoteItemState::met;
        given[1].kind = NoteItemKind::introduction;
        given[1].state = NoteItemState::made;
        given[2].kind = NoteItemKind::question;
        given[2].text = "\u5B66\u6821?";
        given[3].text = "A room"; // as another program may leave it
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            for (NoteItem& item : given) {
                item.conversation = id;
                item.person = m_ana;
                item.other = m_ben;
                WEAVEMAP_ASSIGN(item.id, records.conversations.insert(item));
            }
            Tie tie;
            tie.a = m_ana;
            tie.b = m_ben;
            tie.contact = TieContact::weekly;
            WEAVEMAP_ASSIGN(const TieId made, records.ties.insert(tie));
            Overlay overlay;
            overlay.tie = made;
            overlay.from = m_ben;
            overlay.to = m_ana;
            overlay.weight = 3;
            WEAVEMAP_TRY(records.ties.insert(overlay));
            Evidence evidence;
            evidence.tie = made;
            evidence.conversation = id;
            WEAVEMAP_TRY(records.ties.insert(evidence));
            return {};
        }));
        const std::string before = m_desk->digest();
        const QString label = m_desk->session.undoLabel();
        QVERIFY(edit(id, QStringLiteral("Ben Okafor names Ana Ruiz")));
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note()->isVisible());
        QTRY_VERIFY(!m_desk->session.isSaving());
        QCOMPARE(items(), given);
        QCOMPARE(m_desk->digest(), before);
        QCOMPARE(m_desk->session.undoLabel(), label);
    }

    void words_ofWhoMetItFindTheCall()
    {
        m_place->logCall(m_ana);
        widget<Button>("addNeed")->click();
        type(QStringLiteral("A host"));
        QVERIFY(tabTo("itemState"));
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        type(QStringLiteral("Zora Quill"));
        press(Qt::Key_Return);
        QVERIFY(storeAndClose());
        const auto hits = m_desk->session.records().search.find("zora host", m_ruth, 10);
        QVERIFY(hits);
        QCOMPARE(hits->size(), std::size_t{1});
        QCOMPARE(hits->front().kind, store::HitKind::item);
        const auto rows = readTimeline(m_desk->session.records(), m_ruth, conversationstest::kToday);
        QVERIFY(rows);
        QVERIFY(rows->front().folded.contains(QStringLiteral("zora quill")));
        const auto row =
            readTimelineRow(m_desk->session.records(), rows->front().id, m_ruth, conversationstest::kToday);
        QVERIFY(row && *row);
        QCOMPARE((*row)->folded, rows->front().folded);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestCallEntries test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_call_entries.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "PlaceTest.h"
#include "core/actions/LogCall.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// The ties that a stored call has on record, as entries of its page.
class TestRecordedTies : public conversationstest::PlaceTest
{
    Q_OBJECT

    static QString at() { return QApplication::focusWidget()->objectName(); }
    QList<QWidget*> entries() const { return m_place->findChildren<QWidget*>(QStringLiteral("tieEntry")); }
    QAbstractButton* line(int row = 0) const
    {
        return entries().at(row)->findChild<QAbstractButton*>(QStringLiteral("entryLine"));
    }
    template <class T>
    T* part(const char* name, int row = 0) const
    {
        return entries().at(row)->findChild<T*>(QString::fromLatin1(name));
    }
    store::Ties& ties() const { return m_desk->session.records().ties; }
    static actions::MentionedTie between(PersonId a, PersonId b)
    {
        actions::MentionedTie tie;
        tie.a = a;
        tie.b = b;
        return tie;
    }
    ConversationId call(const std::vector<actions::MentionedTie>& mentioned, const char* text = "Before")
    {
        actions::CallDraft draft;
        draft.conversation = CallDesk::conversation(m_ruth, m_ana, text);
        draft.ties = mentioned;
        ConversationId id;
        m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto stored, actions::logCall(records, draft));
            id = stored.conversation;
            return {};
        });
        return id;
    }
    /// Opens the call to be changed, once it is read.
    void edit(ConversationId id)
    {
        m_place->showConversation(id);
        QTRY_VERIFY(widget<Button>("recordEdit") && !m_desk->jobs.isBusy());
        QTRY_VERIFY((widget<Button>("recordEdit")->click(), note()->isVisible()));
        note()->setFocus();
    }
    bool storeAndClose()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return !note()->isVisible() && !m_desk->session.isSaving(); });
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void changedByKeys_isOneStepWithTheRest()
    {
        const ConversationId id = call({between(m_ana, m_ben)});
        const std::string before = m_desk->digest();
        edit(id);
        type(QStringLiteral("More. "));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), line());
        QCOMPARE(line()->text(), QStringLiteral("Ana Ruiz and Ben Okafor"));
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("tieB"));
        QVERIFY(part<QLabel>("tieOnRecord")->isVisible());
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("tieDepth"));
        press(Qt::Key_Up);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("tieContact"));
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        QCOMPARE(at(), QStringLiteral("tieTopic"));
        type(QStringLiteral("#grants"));
        QVERIFY(storeAndClose());
        const auto tie = ties().between(m_ana, m_ben).value();
        QVERIFY(tie);
        QCOMPARE(tie->depth, TieDepth::rely);
        QCOMPARE(tie->contact, TieContact::yearly);
        const auto overlays = ties().overlays(tie->id).value();
        QCOMPARE(overlays.size(), std::size_t{1});
        QCOMPARE(overlays[0].kind, OverlayKind::advice);
        QCOMPARE(overlays[0].from, m_ana);
        QCOMPARE(overlays[0].topic, std::string("grants"));
        QCOMPARE(ties().evidence(tie->id).value().size(), std::size_t{1});
        QVERIFY(m_desk->conversations().front().text.ends_with("More. "));
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Change the call with Ana Ruiz"));
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }

    void leftOutByKey_staysInItsLineAndGoesWithTheTie()
    {
        const ConversationId id = call({between(m_ana, m_ben)});
        const std::string before = m_desk->digest();
        edit(id);
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(entries().size(), 1);
        QCOMPARE(QApplication::focusWidget(), line());
        QCOMPARE(line()->accessibleName(), QStringLiteral("Ana Ruiz and Ben Okafor, Left out: the tie goes with it"));
        QCOMPARE(part<QWidget>("entryRemove")->accessibleName(), QStringLiteral("Put back"));
        press(Qt::Key_Delete); // the same key puts it back
        QVERIFY(!line()->accessibleName().contains(QStringLiteral("Left out")));
        QCOMPARE(part<QWidget>("entryRemove")->accessibleName(), QStringLiteral("Leave out"));
        press(Qt::Key_Delete);
        press(Qt::Key_Return); // and so does opening it
        QVERIFY(part<QComboBox>("tieDepth")->isVisible());
        QVERIFY(storeAndClose());
        QCOMPARE(m_desk->digest(), before);

        edit(id);
        part<QAbstractButton>("entryRemove")->click();
        note()->setFocus();
        QVERIFY(storeAndClose());
        QVERIFY(!ties().between(m_ana, m_ben).value());
        QVERIFY(ties().evidence(id).value().empty());
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Change the call with Ana Ruiz"));
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }

    void leftOut_saysThatATieOthersTellOfStays()
    {
        call({between(m_ana, m_ben)}, "Earlier");
        const ConversationId id = call({between(m_ana, m_ben)});
        edit(id);
        QVERIFY(part<QLabel>("tieOnRecord")->text().contains(QStringLiteral("the tie stays")));
        part<QAbstractButton>("entryRemove")->click();
        QVERIFY(line()->accessibleName().endsWith(QStringLiteral("Left out: the tie itself stays")));
        note()->setFocus();
        QVERIFY(storeAndClose());
        QVERIFY(ties().between(m_ana, m_ben).value());
        QVERIFY(ties().evidence(id).value().empty());
    }

    void newRow_saysNothingOfARecord()
    {
        edit(call({between(m_ana, m_ben)}));
        QVERIFY(entries().at(0)->accessibleDescription().contains(QStringLiteral("the tie goes")));
        widget<Button>("addTie")->click();
        QCOMPARE(entries().size(), 2);
        QCOMPARE(entries().at(1)->accessibleDescription(), QString());
        QVERIFY(!part<QLabel>("tieOnRecord", 1)->isVisible());
    }

    void draftThatWaited_saysThatATieToldMeanwhileStays()
    {
        const ConversationId id = call({between(m_ana, m_ben)});
        edit(id);
        type(QStringLiteral("More. "));
        QTRY_VERIFY(!drafts().isEmpty());
        m_place->showConversation(id);
        call({between(m_ana, m_ben)}, "Meanwhile");
        edit(id);
        QVERIFY(note()->toPlainText().contains(QStringLiteral("More. ")));
        QVERIFY(part<QLabel>("tieOnRecord")->text().contains(QStringLiteral("the tie stays")));
    }

    void typingElsewhere_leavesTheRowsOnRecordAlone()
    {
        /// Counts how often a line is written anew.
        class Counter : public QObject
        {
        public:
            int count = 0;
            bool eventFilter(QObject*, QEvent* event) override
            {
                count += event->type() == QEvent::ToolTipChange ? 1 : 0;
                return false;
            }
        };
        edit(call({between(m_ana, m_ben)}));
        widget<Button>("addNeed")->click();
        const QString field = at();
        type(QStringLiteral("a"));
        Counter counter;
        line()->installEventFilter(&counter);
        type(QStringLiteral("bcd"));
        QCOMPARE(at(), field);
        QCOMPARE(counter.count, 0);
        // A second word about the same tie is another matter.
        widget<Button>("addTie")->click();
        type(QStringLiteral("Ben Okafor"));
        press(Qt::Key_Return);
        QVERIFY(counter.count > 0);
        QVERIFY(part<QLabel>("tieOnRecord")->text().contains(QStringLiteral("the tie stays")));
    }

    void saidTwice_saysThatItGoesOnceBothAreLeftOut()
    {
        auto advice = between(m_ana, m_ben), learned = advice;
        advice.overlay = OverlayKind::advice;
        learned.overlay = OverlayKind::learnedFrom;
        edit(call({advice, learned}));
        QCOMPARE(entries().size(), 2);
        QVERIFY(line(0)->accessibleName().contains(QStringLiteral("goes to Ben Okafor for advice")));
        QVERIFY(line(1)->accessibleName().contains(QStringLiteral("learned from Ben Okafor")));
        part<QAbstractButton>("entryRemove", 0)->click();
        QVERIFY(line(0)->accessibleName().contains(QStringLiteral("stays")));
        part<QAbstractButton>("entryRemove", 1)->click();
        for (const int row : {0, 1})
            QVERIFY(line(row)->accessibleName().contains(QStringLiteral("goes with it")));
    }

    void withoutTheOtherEnd_isAskedForInWords()
    {
        const ConversationId id = call({between(m_ana, m_ben)});
        edit(id);
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        widget<QLineEdit>("tieB")->selectAll();
        press(Qt::Key_Delete);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(part<QLabel>("entryProblem")->isVisible());
        QVERIFY(part<QLabel>("entryProblem")->text().contains(QStringLiteral("Ana Ruiz")));
        QVERIFY(ties().between(m_ana, m_ben).value());
        part<QAbstractButton>("entryRemove")->click(); // what is left out needs nothing
        QVERIFY(!part<QLabel>("entryProblem")->isVisible());
        note()->setFocus();
        QVERIFY(storeAndClose());
        QVERIFY(!ties().between(m_ana, m_ben).value());
    }

    void draft_carriesWhatIsChangedAndLeftOut()
    {
        const PersonId cy = m_desk->add("Cy \u5B66\u6821");
        const ConversationId id = call({between(m_ana, m_ben), between(m_ana, cy)});
        edit(id);
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        press(Qt::Key_Tab);
        press(Qt::Key_Up);
        part<QAbstractButton>("entryRemove", 1)->click();
        QTRY_VERIFY(!drafts().isEmpty());
        makePlace(); // as after a crash
        edit(id);
        QCOMPARE(entries().size(), 2);
        QVERIFY(line(0)->accessibleName().contains(part<QComboBox>("tieDepth", 0)->itemText(0)));
        QVERIFY(line(1)->accessibleName().contains(QStringLiteral("Left out")));
        QVERIFY(storeAndClose());
        QCOMPARE(ties().between(m_ana, m_ben).value()->depth, TieDepth::rely);
        QVERIFY(!ties().between(m_ana, cy).value());
        QCOMPARE(ties().evidence(id).value().size(), std::size_t{1});
        QVERIFY(drafts().isEmpty());
    }

    void oddButUnchanged_isNotWritten()
    {
        const ConversationId id = call({});
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const PersonId cy, actions::addPerson(records, [] {
                                Person person;
                                person.name = "Cy \u5B66\u6821";
                                return person;
                            }()));
            WEAVEMAP_ASSIGN(const PersonId di, actions::addPerson(records, [] {
                                Person person;
                                person.name = "Di";
                                return person;
                            }()));
            const std::pair<PersonId, EvidenceKind> kinds[] = {
                {m_ben, EvidenceKind::oneSaid}, {cy, EvidenceKind::imported}, {di, EvidenceKind::bothSaid}};
            for (const auto& [other, kind] : kinds) {
                Tie tie;
                tie.a = m_ana;
                tie.b = other;
                WEAVEMAP_ASSIGN(const TieId made, records.ties.insert(tie));
                Evidence evidence; // by nobody in particular
                evidence.tie = made;
                evidence.conversation = id;
                evidence.kind = kind;
                WEAVEMAP_TRY(records.ties.insert(evidence));
                Overlay names;
                names.tie = made;
                names.from = other;
                names.to = m_ana;
                names.kind = kind == EvidenceKind::oneSaid ? OverlayKind::names : OverlayKind::advice;
                names.topic = " #kept as it is ";
                WEAVEMAP_TRY(records.ties.insert(names));
            }
            return {};
        }));
        const std::string before = m_desk->digest();
        const QString label = m_desk->session.undoLabel();
        edit(id);
        QCOMPARE(entries().size(), 3);
        QVERIFY(line(0)->accessibleName().endsWith(QStringLiteral("One of them said so")));
        QVERIFY(storeAndClose());
        QCOMPARE(m_desk->digest(), before);
        QCOMPARE(m_desk->session.undoLabel(), label);
    }

    void forgottenWhileTheCallIsOpen_leavesThePage()
    {
        const PersonId cy = m_desk->add("Cy Young");
        const ConversationId id = call({between(m_ana, cy), between(m_ana, m_ben)});
        edit(id);
        type(QStringLiteral("More. "));
        QTRY_VERIFY(!drafts().isEmpty());
        bool done = false;
        m_desk->session.erase(cy, [&](const Result<>& erased) { done = erased.has_value(); });
        QTRY_VERIFY(done);
        QTRY_COMPARE(entries().size(), 1);
        QCOMPARE(line()->text(), QStringLiteral("Ana Ruiz and Ben Okafor"));
        note()->setFocus();
        QVERIFY(storeAndClose());
        QCOMPARE(ties().evidence(id).value().size(), std::size_t{1});
        QVERIFY(ties().between(m_ana, m_ben).value());
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestRecordedTies test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recorded_ties.moc"

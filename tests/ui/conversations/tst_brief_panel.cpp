// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>

#include "PlaceTest.h"
#include "ui/conversations/BriefDialog.h"
#include "ui/conversations/BriefPanel.h"
#include "ui/conversations/CallBrief.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::press;
using conversationstest::type;

/// The brief beside the note: where it stands, how it opens and folds; and the brief by itself.
class TestBriefPanel : public conversationstest::PlaceTest
{
    Q_OBJECT

    BriefPanel* panel() const { return widget<BriefPanel>("briefPanel"); }
    QList<QCheckBox*> boxes() const { return panel()->findChildren<QCheckBox*>(QStringLiteral("questionAskedBox")); }
    int checked() const
    {
        int count = 0;
        for (QCheckBox* box : boxes())
            count += box->isChecked() ? 1 : 0;
        return count;
    }
    /// A call with Ana on a place of this width.
    void begin(int width)
    {
        m_place->resize(width, 756);
        m_place->logCall(m_ana);
        QVERIFY(note()->hasFocus());
    }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void widePage_opensWithIt()
    {
        begin(1248);
        QVERIFY(panel()->isVisible());
        QVERIFY(!widget<Button>("openBrief")->isVisible());
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!panel()->isVisible());
        QVERIFY(note()->hasFocus());
        QVERIFY(widget<Button>("openBrief")->isVisible());
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        QVERIFY(note()->hasFocus()); // it stands beside: one types on
        m_place->resize(1088, 756);
        QVERIFY(!panel()->isVisible());
        m_place->resize(1248, 756);
        QVERIFY(panel()->isVisible());
    }

    void narrowPages_openItOverOrBesideTheNote_andEscapeGoesBack_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("1024, the rail folded") << 968;
        QTest::newRow("1280") << 1088;
        QTest::newRow("1320") << 1128;
    }
    void narrowPages_openItOverOrBesideTheNote_andEscapeGoesBack()
    {
        QFETCH(int, width);
        begin(width);
        QVERIFY(!panel()->isVisible());
        type(QStringLiteral("Half a word"));
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        QCOMPARE(panel()->height(), panel()->parentWidget()->height());
        QCOMPARE(panel()->pos(), QPoint(0, 0));
        QVERIFY(panel()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(note()->width() >= 300);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(checked(), 1);
        QVERIFY(m_place->stepBack()); // as Escape does
        QVERIFY(!panel()->isVisible());
        QVERIFY(note()->hasFocus());
        QCOMPARE(note()->toPlainText(), QStringLiteral("Half a word"));
        QTest::mouseClick(widget<Button>("openBrief"), Qt::LeftButton);
        QVERIFY(panel()->isVisible());
        QCOMPARE(checked(), 1);
        QTest::mouseClick(widget<QWidget>("foldBrief"), Qt::LeftButton);
        QVERIFY(!panel()->isVisible());
        QVERIFY(note()->hasFocus());
    }

    void nothingIsWrittenUnderIt_andEveryCallBeginsWithoutIt()
    {
        begin(1088);
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        QTest::mouseClick(note()->viewport(), Qt::LeftButton, {}, {note()->width() - 20, 20});
        QVERIFY(note()->hasFocus());
        QVERIFY(!panel()->isVisible());
        QVERIFY(widget<Button>("openBrief")->isVisible());
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(panel()->isVisible());
        const ConversationId id = m_desk->talk(conversationstest::CallDesk::conversation(m_ruth, m_ana, "Words"));
        m_place->showConversation(id);
        QTRY_VERIFY(widget<Button>("recordEdit") && widget<Button>("recordEdit")->isVisible());
        widget<Button>("recordEdit")->click();
        QTRY_VERIFY(note()->isVisible());
        QVERIFY(!panel()->isVisible());
        // Beside the note it stays.
        m_place->resize(1128, 756);
        press(Qt::Key_B, Qt::ControlModifier);
        note()->setFocus();
        QVERIFY(panel()->isVisible());
    }

    void eachQuestion_showsItsKey()
    {
        begin(1088);
        press(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        QStringList keys;
        for (const QLabel* label : panel()->findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("Alt+")))
                keys << label->text();
        QCOMPARE(keys, (QStringList{QStringLiteral("Alt+1"), QStringLiteral("Alt+2"), QStringLiteral("Alt+3")}));
    }

    void anotherQuestion_isOneEmptyLine_whichGoesWhenItIsLeft()
    {
        begin(1248);
        const auto lines = [this] {
            int count = 0;
            for (const QLineEdit* line : m_place->findChildren<QLineEdit*>(QStringLiteral("itemText")))
                count += line->isVisible() ? 1 : 0;
            return count;
        };
        press(Qt::Key_Q, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("itemText"));
        press(Qt::Key_Q, Qt::AltModifier);
        QCOMPARE(lines(), 1);
        note()->setFocus();
        QCOMPARE(lines(), 0);
        press(Qt::Key_Q, Qt::AltModifier);
        type(QStringLiteral("What drew you here?"));
        note()->setFocus();
        QCOMPARE(lines(), 1); // it says something: it stays
    }

    void foldedBrief_isOpenedBeforeAnythingIsMarked()
    {
        begin(1088);
        press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(panel()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        QCOMPARE(checked(), 0);
        press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(checked(), 1);
    }

    void wideBrief_givesTheKeyboardBack_andStays()
    {
        begin(1248);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        boxes()[0]->setFocus();
        QVERIFY(m_place->stepBack());
        QVERIFY(note()->hasFocus());
        QVERIFY(panel()->isVisible());
    }

    void questionBank_isAskedForFromTheBrief()
    {
        begin(1248);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 3, conversationstest::kPatienceMs);
        QSignalSpy place(m_place.get(), &Place::placeRequested);
        widget<LinkLabel>("openQuestionBank")->click();
        QCOMPARE(place.count(), 1);
        QCOMPARE(place.last().first().value<PlaceId>(), PlaceId::questions);
    }

    /// What the queue gives as the reason for the call is the first thing said, with whom and how it stands.
    void introductionThatWaits_standsAtTheHead()
    {
        Introduction pair;
        pair.a = m_ben;
        pair.b = m_ana;
        pair.proposed = m_desk->clock.now().localDate().addDays(-21);
        pair.consentB = IntroductionConsent::asked;
        pair.topic = "reading";
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            Conversation talk;
            talk.when = m_desk->clock.now();
            talk.participants = {m_ana};
            talk.text = "A word with her";
            WEAVEMAP_TRY(records.conversations.insert(talk));
            return records.introductions.insert(pair).map([](auto) {});
        }));
        begin(1248);
        const auto lineWith = [this](const QString& part) {
            for (TextLabel* label : panel()->findChildren<TextLabel*>())
                if (label->isVisible() && label->text().contains(part))
                    return label;
            return static_cast<TextLabel*>(nullptr);
        };
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(QStringLiteral("no answer since")), conversationstest::kPatienceMs);
        const TextLabel* waiting = lineWith(QStringLiteral("no answer since"));
        QVERIFY(waiting->text().startsWith(QStringLiteral("Ben Okafor \u00B7 ")));
        QVERIFY(waiting->text().contains(QStringLiteral("reading")));
        const TextLabel* talk = lineWith(QStringLiteral("A word with her"));
        QVERIFY(talk);
        QVERIFY(waiting->mapTo(panel(), QPoint()).y() < talk->mapTo(panel(), QPoint()).y());
    }

    void dialog_growsWithItsWordsAsFarAsTheWindowHasRoom()
    {
        // Many promises: more words than any window shows.
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            for (int i = 0; i < 4; ++i) {
                Conversation talk;
                talk.when = m_desk->clock.now();
                talk.participants = {m_ana};
                talk.text = std::string(380, 'a') + " " + std::to_string(i);
                for (std::size_t at = 8; at < 380; at += 9)
                    talk.text[at] = ' ';
                WEAVEMAP_TRY(records.conversations.insert(talk));
                for (const PersonId owner : {m_ruth, m_ana}) {
                    FollowUp step;
                    step.person = m_ana;
                    step.owner = owner;
                    step.text = "A promise of many words that goes on over several lines, as promises do, number " +
                                std::to_string(i);
                    WEAVEMAP_TRY(records.conversations.insert(step));
                }
                NoteItem item;
                item.person = m_ana;
                item.text =
                    "A need of many words that goes on over several lines, as needs do, number " + std::to_string(i);
                WEAVEMAP_TRY(records.conversations.insert(item));
            }
            return {};
        }));
        for (const auto& [height, least, most] : {std::tuple(620, 500, 620), std::tuple(1400, 760, 1400)}) {
            m_place->resize(1248, height);
            auto* dialog = new BriefDialog(m_desk->office, m_ana, m_place.get());
            dialog->open();
            QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QWidget*>(QStringLiteral("openQuestionBank")),
                                     conversationstest::kPatienceMs);
            QTRY_VERIFY2(dialog->height() >= least && dialog->height() <= most,
                         qPrintable(QString::number(dialog->height())));
            delete dialog;
        }
    }
};

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestBriefPanel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_brief_panel.moc"

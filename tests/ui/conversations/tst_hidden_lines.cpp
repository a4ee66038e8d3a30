// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ConversationRecord.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;

/// Lines that one of the staff keeps to themselves in a call that all of them read.
class TestHiddenLines : public conversationstest::PlaceTest
{
    Q_OBJECT

    PersonId m_tom;
    ConversationId m_call;

    /// All words on the place, whichever page they stand on.
    /// All that stands on the place, in small letters: lines are shown as sentences.
    QString words() const
    {
        QString all;
        for (const auto* label : m_place->findChildren<QLabel*>())
            all += label->text() + QLatin1Char('\n');
        for (const auto* line : m_place->findChildren<QLineEdit*>())
            all += line->text() + QLatin1Char('\n');
        for (const auto* text : m_place->findChildren<QPlainTextEdit*>())
            all += text->toPlainText() + QLatin1Char('\n');
        return all.toLower();
    }
    std::vector<NoteItem> items() { return m_desk->session.records().conversations.items(m_call).value(); }
    std::vector<FollowUp> steps() { return m_desk->session.records().conversations.followUps(m_call).value(); }

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_tom = m_desk->add("Tom Hale", PersonKind::staff);
        m_call = m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "We talked"));
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            for (const auto level : {Confidentiality::staff, Confidentiality::onlyMe}) {
                const bool hidden = level == Confidentiality::onlyMe;
                NoteItem need;
                need.conversation = m_call;
                need.person = m_ana;
                need.text = hidden ? "canary of a need" : "A host";
                need.confidentiality = level;
                WEAVEMAP_TRY(records.conversations.insert(need));
                FollowUp step;
                step.conversation = m_call;
                step.person = m_ana;
                step.owner = m_ruth;
                step.text = hidden ? "canary of a step" : "Send the list";
                step.confidentiality = level;
                WEAVEMAP_TRY(records.conversations.insert(step));
            }
            return {};
        }));
        QTRY_VERIFY(!m_desk->jobs.isBusy());
    }
    void cleanup() { closeDesk(); }

    void record_holdsWhatItsReaderMayRead()
    {
        auto& records = m_desk->session.records();
        const auto hers = readConversation(records, m_call, m_ruth);
        QCOMPARE(hers->items.size(), std::size_t{2});
        QCOMPARE(hers->followUps.size(), std::size_t{2});
        for (const PersonId other : {m_tom, PersonId{}}) {
            const auto theirs = readConversation(records, m_call, other);
            QCOMPARE(theirs->items.size(), std::size_t{1});
            QCOMPARE(theirs->items.front().text, std::string("A host"));
            QCOMPARE(theirs->itemOthers.size(), std::size_t{1});
            QCOMPARE(theirs->followUps.size(), std::size_t{1});
            QCOMPARE(theirs->followUps.front().text, std::string("Send the list"));
            QCOMPARE(theirs->followUpOwners.size(), std::size_t{1});
        }
    }

    void colleagueEditsTheCall_linesAreNeitherShownNorLost()
    {
        m_place->showConversation(m_call);
        QTRY_VERIFY(words().contains(QStringLiteral("canary of a need")));
        QVERIFY(words().contains(QStringLiteral("canary of a step")));
        m_desk->session.setMe(QStringLiteral("Tom Hale")); // the record that stands there is read anew
        QTRY_VERIFY(words().contains(QStringLiteral("a host")) && !words().contains(QStringLiteral("canary")));
        const auto itemsBefore = items();
        const auto stepsBefore = steps();
        const std::string before = m_desk->digest();
        widget<Button>("recordEdit")->click();
        QTRY_VERIFY(note()->isVisible());
        QVERIFY(!words().contains(QStringLiteral("canary")));
        note()->setPlainText(QStringLiteral("We talked for long"));
        auto* need = widget<QLineEdit>("itemText");
        QCOMPARE(need->text(), QStringLiteral("A host"));
        need->setText(QStringLiteral("Two hosts"));
        widget<Button>("callStore")->click();
        QTRY_VERIFY(!note()->isVisible());
        QCOMPARE(m_desk->conversations().front().text, std::string("We talked for long"));
        QCOMPARE(items().size(), std::size_t{2});
        QCOMPARE(items()[0].text, std::string("Two hosts"));
        QCOMPARE(items()[1], itemsBefore[1]);
        QCOMPARE(steps(), stepsBefore);
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QVERIFY(!words().contains(QStringLiteral("canary")));
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestHiddenLines test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hidden_lines.moc"

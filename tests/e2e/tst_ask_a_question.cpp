// SPDX-License-Identifier: GPL-3.0-or-later
// A question of the bank on the phone: marked in the call, found in the bank, and the way from one to the other.
#include <QCheckBox>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class AskAQuestionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowBox> m_box;
    PersonId m_ana;

    PlaceId current() { return m_box->window().places().current(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        m_box->press(key, modifiers);
        QVERIFY(m_box->settle());
    }
    QList<QCheckBox*> boxes() { return m_box->window().findChildren<QCheckBox*>(QStringLiteral("questionAskedBox")); }

private Q_SLOTS:
    void init()
    {
        m_box = std::make_unique<WindowBox>();
        m_box->start(QSize(1280, 800));
        m_box->open(m_box->emptyFile());
        bool stored = false;
        m_box->window().session().change(
            QStringLiteral("test"),
            [this](store::Records& records) -> Result<> {
                Person person;
                person.name = "Ana Ruiz";
                WEAVEMAP_ASSIGN(m_ana, actions::addPerson(records, person));
                return {};
            },
            [&](const Result<store::ChangeSet>& result) { stored = result.has_value(); });
        QVERIFY(uitest::waitUntil([&] { return stored; }));
        QVERIFY(m_box->settle());
    }
    void cleanup()
    {
        m_box->stop();
        m_box.reset();
    }

    void markedOnThePhone_isInTheBank_andLeadsBackToTheCall()
    {
        m_box->window().places().logCall(m_ana);
        QVERIFY(m_box->settle());
        m_box->type(QStringLiteral("Hello"));
        press(Qt::Key_B, Qt::ControlModifier); // the page is too narrow to open with the brief
        QVERIFY(uitest::waitUntil([&] { return boxes().size() == 3; }));
        const QString asked = boxes()[0]->accessibleName().section(QStringLiteral(": "), 1);
        press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(boxes()[0]->isChecked());
        press(Qt::Key_Escape);
        QCOMPARE(m_box->focus()->objectName(), QStringLiteral("callNote"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(uitest::waitUntil([&] {
            const auto calls = m_box->records().conversations.all();
            return calls && calls->size() == 1;
        }));
        QVERIFY(m_box->settle());

        const QByteArray bank = QByteArrayLiteral("go") + QByteArray::number(static_cast<int>(PlaceId::questions));
        m_box->action(bank.constData())->trigger(); // the menu leads there
        QVERIFY(m_box->settle());
        QCOMPARE(current(), PlaceId::questions);
        auto* list = m_box->shown<QListView>("questionList");
        QVERIFY(uitest::waitUntil([&] { return list->model()->rowCount() > 0; }));
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString() == asked)
                list->setCurrentIndex(list->model()->index(row, 0));
        QCOMPARE(list->currentIndex().data().toString(), asked);
        QVERIFY(m_box->settle());
        auto* calls = m_box->shown<QListWidget>("questionAsked");
        QVERIFY(uitest::waitUntil([&] { return calls->count() == 1; }));
        calls->setFocus(Qt::TabFocusReason);
        calls->setCurrentRow(0);
        press(Qt::Key_Return);
        QCOMPARE(current(), PlaceId::conversations);
        QVERIFY(m_box->visible("conversationRecord"));
        press(Qt::Key_Escape);
        QCOMPARE(current(), PlaceId::questions);
        press(Qt::Key_Escape); // chosen from the menu: nowhere to go back to
        QCOMPARE(current(), PlaceId::questions);
    }

    void bankFromTheBrief_isLeftByEscape_andTheCallIsAsItWas()
    {
        m_box->window().places().logCall(m_ana);
        QVERIFY(m_box->settle());
        m_box->type(QStringLiteral("Hello"));
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(uitest::waitUntil([&] { return m_box->visible("openQuestionBank") != nullptr; }));
        m_box->click("openQuestionBank");
        QVERIFY(m_box->settle());
        QCOMPARE(current(), PlaceId::questions);
        press(Qt::Key_Escape);
        QCOMPARE(current(), PlaceId::conversations);
        QCOMPARE(m_box->shown<QPlainTextEdit>("callNote")->toPlainText(), QStringLiteral("Hello"));
        m_box->dialogs().willAnswer(0);
        m_box->click("callThrowAway");
    }
};

QTEST_MAIN(AskAQuestionTest)
#include "tst_ask_a_question.moc"

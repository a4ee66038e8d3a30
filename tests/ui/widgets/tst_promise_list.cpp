// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include "ui/base/ThemeController.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/PromiseList.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;

class PromiseListTest : public QObject
{
    Q_OBJECT

    ThemeController m_controller{*qApp, ThemeChoice::light};
    const Date m_today = Date::fromYmd(2026, 10, 15).value();

    static PromiseText promise(std::int64_t id, const QString& text, std::optional<Date> due = {})
    {
        PromiseText made;
        made.id = FollowUpId{id};
        made.text = text;
        made.due = due;
        return made;
    }
    std::vector<PromiseText> three() const
    {
        return {promise(1, QStringLiteral("Send it"), m_today.addDays(-2)), promise(2, QStringLiteral("Ask"), m_today),
                promise(3, QStringLiteral("Call"))};
    }
    void show(PromiseList& list, const std::vector<PromiseText>& promises,
              PromiseList::Access access = PromiseList::Access::readWrite) const
    {
        list.setPromises(promises, m_today, access);
        list.resize(360, 400);
        list.show();
        list.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&list));
    }
    /// Of the rows that are shown; those that went are still there until the event loop turns.
    static QList<PromiseRow*> rows(const PromiseList& list)
    {
        QList<PromiseRow*> shown;
        for (PromiseRow* row : list.findChildren<PromiseRow*>())
            if (row->isVisible())
                shown << row;
        return shown;
    }
    static QStringList texts(const PromiseRow* row)
    {
        QStringList all;
        for (const TextLabel* label : row->findChildren<TextLabel*>())
            all << label->text();
        return all;
    }

private Q_SLOTS:
    void due_isSaidInWords()
    {
        PromiseList list;
        show(list, three());
        QCOMPARE(list.count(), 3);
        QVERIFY(texts(rows(list)[0]).contains(QStringLiteral("2 days late")));
        QVERIFY(texts(rows(list)[1]).contains(QStringLiteral("Today")));
        QVERIFY(texts(rows(list)[2]).contains(QStringLiteral("no date")));
        QCOMPARE(rows(list)[0]->check()->accessibleName(), QStringLiteral("Kept: Send it"));
    }

    void box_standsOnTheMiddleOfTheFirstLine()
    {
        PromiseList list;
        std::vector<PromiseText> promises = three();
        promises[1].text = QString(120, QLatin1Char('a')).replace(QLatin1String("aaaaa"), QLatin1String("aaaa "));
        show(list, promises);
        for (const PromiseRow* const row : rows(list)) {
            const auto* const words = row->findChild<TextLabel*>();
            const int middle = row->check()->mapTo(row, row->check()->rect().center()).y();
            const int line = words->mapTo(row, QPoint()).y() + words->fontMetrics().height() / 2;
            QVERIFY(row->check()->height() >= 28); // it can be hit all the same
            QVERIFY2(std::abs(middle - line) <= 1, qPrintable(QStringLiteral("%1 %2").arg(middle).arg(line)));
        }
    }

    void focusRow_putsTheKeyboardOnIt()
    {
        PromiseList list;
        show(list, three());
        list.focusRow(2);
        QCOMPARE(QApplication::focusWidget(), rows(list)[2]->check());
        list.focusRow(3); // no such row
        list.focusRow(-1);
        QCOMPARE(QApplication::focusWidget(), rows(list)[2]->check());
    }

    void keys_walkAndKeep()
    {
        PromiseList list;
        show(list, three());
        QSignalSpy kept(&list, &PromiseList::kept);
        rows(list)[0]->check()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up); // already the first
        QCOMPARE(QApplication::focusWidget(), rows(list)[0]->check());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.last().first().value<FollowUpId>(), FollowUpId{2});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // already the last
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.last().first().value<FollowUpId>(), FollowUpId{3});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_X, Qt::ControlModifier); // another command
        QCOMPARE(kept.size(), 2);
    }

    void readOnly_keepsNothing()
    {
        PromiseList list;
        show(list, three(), PromiseList::Access::readOnly);
        QSignalSpy kept(&list, &PromiseList::kept);
        QTest::keyClick(rows(list)[0]->check(), Qt::Key_X);
        QTest::mouseClick(rows(list)[0]->check(), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(kept.size(), 0);
    }

    void keyboard_staysWhenAPromiseGoes()
    {
        PromiseList list;
        show(list, three());
        QSignalSpy left(&list, &PromiseList::focusLeft);
        rows(list)[1]->check()->setFocus();
        auto fewer = three();
        fewer.erase(fewer.begin()); // another one went
        list.setPromises(fewer, m_today, PromiseList::Access::readWrite);
        QCOMPARE(QApplication::focusWidget(), rows(list)[0]->check());
        QCOMPARE(rows(list)[0]->id(), FollowUpId{2});
        fewer.erase(fewer.begin()); // this one
        list.setPromises(fewer, m_today, PromiseList::Access::readWrite);
        QCOMPARE(QApplication::focusWidget(), rows(list)[0]->check());
        QCOMPARE(left.size(), 0);
        list.setPromises({}, m_today, PromiseList::Access::readWrite);
        QCOMPARE(left.size(), 1);
        QCOMPARE(list.count(), 0);
        QVERIFY(rows(list).isEmpty());
        // Nobody is called back to where the keyboard was not.
        list.setPromises(three(), m_today, PromiseList::Access::readWrite);
        for (const PromiseRow* row : rows(list))
            QVERIFY(!row->check()->hasFocus());
    }

    void call_isALinkWhereThereIsOne()
    {
        PromiseList list;
        auto promises = three();
        promises[0].conversation = ConversationId{8};
        promises[0].call = QStringLiteral("From the call on 6 October");
        show(list, promises);
        QCOMPARE(list.findChildren<LinkLabel*>().size(), 1);
        QSignalSpy asked(&list, &PromiseList::conversationRequested);
        QTest::mouseClick(list.findChild<LinkLabel*>(QStringLiteral("promiseCall")), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<ConversationId>(), ConversationId{8});
    }

    void hostileText_isShownAsItIs()
    {
        const QString text =
            QStringLiteral("<b>\u0645\u0631\u062D\u0628\u0627</b> \U0001F469\u200D\U0001F3EB ").repeated(60);
        PromiseList list;
        auto odd = promise(1, text);
        odd.about = text;
        show(list, {odd});
        QVERIFY(texts(rows(list)[0]).contains(text));
        for (const TextLabel* label : rows(list)[0]->findChildren<TextLabel*>())
            if (label->text() == text)
                QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(rows(list)[0]->width() <= 360);
    }
};

QTEST_MAIN(PromiseListTest)
#include "tst_promise_list.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QTest>

#include "MembersDesk.h"
#include "ui/members/MembersPlace.h"
#include "ui/members/PersonPage.h"
#include "ui/members/TimelineRow.h"
#include "ui/widgets/Pill.h"

using namespace weavemap;
using namespace weavemap::ui;
using memberstest::day;

/// The page of a person in little room, with words longer than any line.
class TestPersonPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<MembersPlace> m_place;
    PersonId m_ana, m_ben;

    PersonPage* page() const { return m_place->findChild<PersonPage*>(); }
    template <class T>
    T* widget(const char* name) const
    {
        return m_place->findChild<T*>(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<memberstest::MembersDesk>();
        m_place = std::make_unique<MembersPlace>(m_desk->office);
        m_place->show();
        QVERIFY(m_desk->open("a.weavemap"));
        m_ana = m_desk->add("Ana Ruiz", "Coast");
        m_ben = m_desk->add("Ben Okafor", "Lakes");
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void page_isNeverWiderThanItsRoom_data()
    {
        QTest::addColumn<int>("width"); // of the place: that of the window without the rail
        QTest::newRow("window of 1024") << 1024 - 192;
        QTest::newRow("window of 1280") << 1280 - 192;
    }

    void page_isNeverWiderThanItsRoom()
    {
        QFETCH(int, width);
        const std::string longWord(200, 'w');
        std::string longNeed = "A colleague from another region";
        while (longNeed.size() < 200)
            longNeed += " to plan clubs with";
        Person ana = m_desk->person(m_ana), ben = m_desk->person(m_ben);
        ana.name = "Ana Ruiz-Featherstonehaugh-Montgomery-Abernathy of the Long Hill";
        ana.email = longWord + "@example.org";
        ana.role = longWord;
        ben.name = "Ben " + longWord;
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(records.people.update(ana));
            WEAVEMAP_TRY(records.people.update(ben));
            actions::DrawnTie drawn;
            drawn.a = m_ana;
            drawn.b = m_ben;
            drawn.on = day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            Conversation talk;
            talk.when = Instant::atLocal(day(2026, 10, 8), 10, 0, 0);
            talk.participants = {m_ana};
            talk.text = "See https://example.org/" + longWord;
            WEAVEMAP_ASSIGN(const ConversationId call, records.conversations.insert(talk));
            NoteItem need;
            need.conversation = call;
            need.person = m_ana;
            for (const std::string& text : {longNeed, longWord}) {
                need.text = text;
                WEAVEMAP_TRY(records.conversations.insert(need));
            }
            FollowUp promise;
            promise.person = m_ana;
            promise.conversation = call;
            promise.text = longWord;
            promise.due = day(2026, 10, 1);
            return records.conversations.insert(promise).map([](auto) {});
        }));
        m_place->resize(width, 656);
        QCOMPARE(m_place->width(), width); // it goes as narrow as this
        m_place->showPerson(m_ana);
        QTRY_VERIFY(widget<TimelineRow>("timelineRow"));
        QTRY_COMPARE(page()->findChildren<Pill*>().size(), 2);
        QTRY_COMPARE(page()->widget()->width(), page()->viewport()->width());
        for (const QWidget* const part : page()->widget()->findChildren<QWidget*>())
            if (part->isVisible()) {
                const int right = part->mapTo(page()->widget(), QPoint(part->width(), 0)).x();
                QVERIFY2(right <= page()->viewport()->width(), qPrintable(part->objectName()));
            }
        QVERIFY(widget<QWidget>("pageMore")->isVisible());
        // What is cut is whole in the tool tip.
        for (const Pill* const pill : page()->findChildren<Pill*>())
            QCOMPARE(pill->toolTip(), pill->text());
    }
};

QTEST_MAIN(TestPersonPage)
#include "tst_person_page.moc"

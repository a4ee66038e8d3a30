// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a list of ties counts as being in touch: what the grid's number says, and the words for the rest.
#include <memory>

#include <QTest>

#include "OpenFile.h"
#include "core/actions/Demo.h"
#include "core/actions/Roster.h"
#include "ui/models/InTouch.h"
#include "ui/models/PeopleModel.h"

using namespace weavemap;
using namespace weavemap::ui;
using modelstest::day;

class InTouchTest : public QObject
{
    Q_OBJECT

    static Date today() { return day(2026, 10, 15); }
    std::unique_ptr<modelstest::OpenFile> m_file;
    std::unique_ptr<PeopleModel> m_people;

    std::vector<actions::ProfileTie> tiesOf(PersonId person) const
    {
        const auto profile = actions::readProfile(m_file->session.records(), person, today(), {});
        return profile ? profile->ties : std::vector<actions::ProfileTie>{};
    }
    bool tie(PersonId a, PersonId b, TieDepth depth)
    {
        return m_file->change([&](store::Records& records) -> Result<> {
            actions::DrawnTie drawn;
            drawn.a = a;
            drawn.b = b;
            drawn.depth = depth;
            drawn.on = day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        });
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<modelstest::OpenFile>();
        m_people = std::make_unique<PeopleModel>(m_file->session, m_file->jobs);
    }
    void cleanup()
    {
        m_people.reset();
        m_file.reset();
    }

    void nobody_isNobody()
    {
        QVERIFY(inTouch({}, *m_people, today()).empty());
        QCOMPARE(furtherTies({}, 0), QString());
        QCOMPARE(furtherTies({}, 3), QString());
    }

    void deeperTiesWithMembersCount()
    {
        QVERIFY(m_file->open("a.weavemap"));
        const PersonId ana = m_file->add("Ana");
        const PersonId ben = m_file->add("Ben");
        const PersonId yuki = m_file->add("Yūki 由紀");
        QVERIFY(tie(ana, ben, TieDepth::rely));
        QVERIFY(tie(ana, yuki, TieDepth::aware));
        QTRY_COMPARE(m_people->rowCount(), 3);
        QTRY_COMPARE(m_people->find(ana)->ties, 1);
        const auto counted = inTouch(tiesOf(ana), *m_people, today());
        QCOMPARE(counted.size(), std::size_t{1});
        QVERIFY(counted.front().other == ben);
        QCOMPARE(furtherTies(tiesOf(ana), 1), QStringLiteral("1 more knows of them"));
        QVERIFY(inTouch(tiesOf(yuki), *m_people, today()).empty());
        QCOMPARE(furtherTies(tiesOf(yuki), 0), QStringLiteral("1 knows of them"));
        QCOMPARE(furtherTies(tiesOf(ben), 1), QString());
    }

    void deeperTiesWithOthersAreNamedFurther()
    {
        QVERIFY(m_file->open("a.weavemap"));
        const PersonId ana = m_file->add("Ana");
        Person ruth;
        ruth.name = "Ruth";
        ruth.kind = PersonKind::staff;
        const PersonId staff = m_file->add(ruth);
        const PersonId ben = m_file->add("Ben");
        QVERIFY(tie(ana, staff, TieDepth::exchange));
        QTRY_COMPARE(m_people->rowCount(), 3);
        QCOMPARE(inTouch(tiesOf(ana), *m_people, today()).size(), std::size_t{0});
        QCOMPARE(furtherTies(tiesOf(ana), 0), QStringLiteral("1 further tie"));
        QVERIFY(tie(ana, ben, TieDepth::aware));
        QCOMPARE(furtherTies(tiesOf(ana), 0), QStringLiteral("2 further ties"));
        // She is a member to Ruth, who is none.
        QCOMPARE(inTouch(tiesOf(staff), *m_people, today()).size(), std::size_t{1});
    }

    void everybodyOfTheSampleHasTheGridsNumber()
    {
        actions::DemoOptions options;
        options.members = 40;
        options.on = today();
        QVERIFY(actions::makeDemoFile(m_file->at("sample.weavemap"), options));
        QVERIFY(m_file->open("sample.weavemap", Session::OpenMode::existing));
        QTRY_VERIFY(m_people->isLoaded());
        int longer = 0;
        for (int row = 0; row < m_people->rowCount(); ++row) {
            const actions::RosterRow& person = m_people->row(row);
            const auto ties = tiesOf(person.person.id);
            const auto counted = static_cast<int>(inTouch(ties, *m_people, today()).size());
            QCOMPARE(counted, person.ties);
            longer += furtherTies(ties, counted).isEmpty() ? 0 : 1;
        }
        QVERIFY(longer > 0); // the sample has lists that go on
    }
};

QTEST_GUILESS_MAIN(InTouchTest)
#include "tst_in_touch.moc"

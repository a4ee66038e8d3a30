// SPDX-License-Identifier: GPL-3.0-or-later
// What labels, rings, organizations and convenings say on a page that leaves the office.
#include <QTest>

#include "FourPeople.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapPage.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

QString wordsOn(const MapInput& input, NamesPolicy names = NamesPolicy::full,
                MapPurpose purpose = MapPurpose::staffExport)
{
    MapPage page;
    page.names = names;
    page.purpose = purpose;
    const auto out = layOutMapPage(page, input, mapColors(Theme::print()));
    QStringList words;
    if (out)
        for (const auto* texts : {&(*out)->texts, &(*out)->picture->texts})
            for (const PictureText& text : *texts)
                words.append(text.text);
    return words.join(QLatin1Char(' '));
}

MapInput labelled()
{
    MapInput input = fourPeople();
    input.labelBy = MapLabelBy::value;
    input.labelTitle = QStringLiteral("role");
    input.labels = {{QStringLiteral("Coach"), -1, 2, 0}, {QStringLiteral("Superintendent"), -1, 1, 0}};
    input.people[0].label = input.people[1].label = 0;
    input.people[2].label = 1;
    return input;
}

} // namespace

class LeavingMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void figures_neverLeave()
    {
        MapInput input = labelled();
        input.labelBy = MapLabelBy::figure;
        input.labels = {{QStringLiteral("0.8123"), -1, 1, 0}, {QStringLiteral("0.7123"), -1, 1, 0}};
        const QString words = wordsOn(input);
        QVERIFY2(!words.contains(QStringLiteral("0.8123")) && !words.contains(QStringLiteral("0.7123")),
                 qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Ana Ruiz")));
    }

    void values_leave_andTheFootnoteSaysWhatTheyAre()
    {
        const QString words = wordsOn(labelled());
        QCOMPARE(words.count(QStringLiteral("Coach")), 2);
        QVERIFY(words.contains(QStringLiteral("Superintendent")));
        QVERIFY(!words.contains(QStringLiteral("Ana Ruiz")));
        QVERIFY2(words.contains(QStringLiteral("Labels say the role of people, not their names.")), qPrintable(words));
    }

    void valueThatOnePersonHas_leavesOnlyWhereTheirNameDoes()
    {
        MapInput input = labelled();
        QVERIFY(!wordsOn(input, NamesPolicy::codes).contains(QStringLiteral("Superintendent")));
        QVERIFY(wordsOn(input, NamesPolicy::codes).contains(QStringLiteral("Coach")));
        QVERIFY(!wordsOn(input, NamesPolicy::hidden).contains(QStringLiteral("Coach")));
        input.people[2].consent = ShowConsent::byCode;
        QVERIFY(!wordsOn(input).contains(QStringLiteral("Superintendent")));
        // Of two who share a value one is not on the page: it tells who the other is.
        input.people[0].consent = ShowConsent::notShown;
        input.people[1].consent = ShowConsent::byCode;
        QVERIFY(!wordsOn(input).contains(QStringLiteral("Coach")));
    }

    void valueThatSaysAName_isShownAsThatPersonIs()
    {
        MapInput input = labelled();
        input.labels[0] = {QStringLiteral("Ben Okoro"), -1, 2, 0};
        input.labels[0].says = {{QStringLiteral("Ben Okoro"), ShowConsent::byCode, 14}};
        const QString words = wordsOn(input);
        QVERIFY2(!words.contains(QStringLiteral("Okoro")) && words.contains(QStringLiteral("P-014")),
                 qPrintable(words));
    }

    void rings_areCountedOverWhoIsDrawn_andSayNoHiddenName()
    {
        MapInput input = fourPeople();
        input.secondTitle = QStringLiteral("Mentor");
        input.seconds = {{QStringLiteral("Ben Okoro"), 0, 9, 0}, {QStringLiteral("Only Mine"), 1, 1, 0}};
        input.seconds[0].says = {{QStringLiteral("Ben Okoro"), ShowConsent::notShown, 14}};
        input.seconds[1].personal = true;
        input.people[0].second = input.people[1].second = 0;
        input.people[2].second = 1;
        input.people[2].consent = ShowConsent::byCode;
        const QString words = wordsOn(input);
        QVERIFY2(!words.contains(QStringLiteral("Okoro")) && !words.contains(QStringLiteral("Only Mine")),
                 qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Ring: Mentor")) && words.contains(QStringLiteral("Hidden name 1 2")));
        input.people[2].hidden = true;
        QVERIFY(!wordsOn(input).contains(QStringLiteral("One person")));
    }

    void organizations_areNamedUnderEveryPolicyButNone_unlessTheySayAName()
    {
        MapInput input = fourPeople();
        input.isRolledUp = true;
        input.people[0].shape = input.people[1].shape = input.people[2].shape = MapShape::square;
        input.people[0].name = QStringLiteral("Hill School");
        input.people[1].name = QStringLiteral("Okoro House");
        input.people[1].says = {{QStringLiteral("Ben Okoro"), ShowConsent::unset, 14}};
        input.people[2].name = QStringLiteral("Quiet House");
        input.people[2].consent = ShowConsent::notShown;
        const QString words = wordsOn(input, NamesPolicy::codes);
        QVERIFY(words.contains(QStringLiteral("Hill School")));
        QVERIFY2(!words.contains(QStringLiteral("Okoro")) && words.contains(QStringLiteral("P-014")),
                 qPrintable(words));
        QVERIFY(!words.contains(QStringLiteral("Quiet House")));
        QVERIFY(!wordsOn(input, NamesPolicy::hidden).contains(QStringLiteral("Hill School")));
    }

    void convening_thatIsForTheOffice_staysThere()
    {
        MapInput input = fourPeople();
        input.conveningMonths = 12;
        for (int k = 0; k < 2; ++k) {
            MapPerson held = input.people[0];
            held.id = PersonId{9 + k};
            held.name = k == 0 ? QStringLiteral("Staff retreat") : QStringLiteral("Open day");
            held.mayLeave = k == 1;
            held.shape = MapShape::diamond;
            held.group = -1;
            held.at = QPointF(20, 20 + 30 * k);
            input.people.push_back(held);
        }
        const QString words = wordsOn(input);
        QVERIFY2(!words.contains(QStringLiteral("Staff retreat")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Open day")));
        QVERIFY2(words.contains(QStringLiteral("1 convening in 12 months")), qPrintable(words));
    }
};

QTEST_MAIN(LeavingMarksTest)
#include "tst_leaving_marks.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A circle or a path that is lit on the screen, on a page.
#include <QTest>

#include "PageText.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {
const QString kName = QStringLiteral("Canarybird Zyxwvut");
} // namespace

class PageLitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void aCircle_standsOnAPageAndIsSaid()
    {
        MapInput input = sampleMap();
        input.people[3].name = kName;
        input.people[3].initials.clear();
        input.people[3].consent = ShowConsent::unset;
        input.focus.circle = 3;
        input.focus.circleSteps = 2;
        MapPage page;
        page.subtitle = QStringLiteral("Members");
        std::shared_ptr<const LaidOutPage> out;
        for (const MapPageView view : {MapPageView::board, MapPageView::asOnScreen}) {
            page.view = view;
            out = laidOut(page, input);
            QVERIFY(out->picture->dimmed > 0);
            QVERIFY2(wordsOf(*out).contains(QStringLiteral("Members · The circle of C.Z., 2 steps")),
                     qPrintable(wordsOf(*out)));
        }
        page.names = NamesPolicy::hidden;
        QVERIFY(wordsOf(*laidOut(page, input)).contains(QStringLiteral("The circle of one person, 2 steps")));
        // Of several each is named who may be; who must not be shown has no circle.
        page.names = NamesPolicy::full;
        input.people[3].consent = ShowConsent::notShown;
        out = laidOut(page, input);
        QCOMPARE(out->picture->dimmed, 0);
        QVERIFY(!wordsOf(*out).contains(QStringLiteral("The circle of")) && !wordsOf(*out).contains(kName));
        input.people[4].name = QStringLiteral("Ōriwa Tū");
        input.people[4].consent = ShowConsent::byName;
        input.focus.circleWith = {4, 1'000'000};
        input.focus.circleSteps = 1;
        QVERIFY(wordsOf(*laidOut(page, input)).contains(QStringLiteral("The circle of Ōriwa Tū, 1 step")));
    }

    void aPath_standsOnAPageAndIsSaid()
    {
        MapInput input = sampleMap();
        const MapTie first = input.ties[0];
        input.people[first.a].name = kName;
        input.people[first.a].initials.clear();
        input.people[first.a].consent = input.people[first.b].consent = ShowConsent::byName;
        input.people[first.b].name = QStringLiteral("Ōriwa Tū");
        input.focus.path = {first.a, first.b};
        MapPage page;
        page.names = NamesPolicy::full;
        auto out = laidOut(page, input);
        QVERIFY(out->picture->dimmed > 0);
        QVERIFY2(wordsOf(*out).contains(QStringLiteral("A shortest path from %1 to Ōriwa Tū, 1 step").arg(kName)),
                 qPrintable(wordsOf(*out)));
        page.names = NamesPolicy::hidden;
        QVERIFY(wordsOf(*laidOut(page, input)).contains(QStringLiteral("A shortest path between two people, 1 step")));
        // Where one of them must not be shown there is no path; who is not there at all breaks it too.
        page.names = NamesPolicy::full;
        input.people[first.b].consent = ShowConsent::notShown;
        QCOMPARE(laidOut(page, input)->picture->dimmed, 0);
        input.focus.path = {first.a, 1'000'000};
        out = laidOut(page, input);
        QCOMPARE(out->picture->dimmed, 0);
        QVERIFY(!wordsOf(*out).contains(QStringLiteral("path")));
    }
};

QTEST_MAIN(PageLitTest)
#include "tst_page_lit.moc"

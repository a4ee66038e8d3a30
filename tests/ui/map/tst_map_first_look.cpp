// SPDX-License-Identifier: GPL-3.0-or-later
// The first map of a file: what is seen of a layout under way, and that looking at it changes nothing.
#include <QTest>

#include "MapHost.h"
#include "ui/base/Fonts.h"
#include "ui/map/LayoutFrames.h"
#include "ui/map/MapAnswer.h"
#include "ui/map/MapModel.h"
#include "ui/session/Session.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr std::chrono::milliseconds kAtOnce(0);

/// The question of a file that nobody has a place in yet.
MapAsking first(const MapHost& host)
{
    MapAsking asking = host.place->model().askingFor({});
    asking.question.places = actions::MapQuestion::Places::fresh;
    asking.isFirst = true;
    return asking;
}

} // namespace

class MapFirstLookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void frames_bringAMapWithThem_andChangeNothingOfTheAnswer()
    {
        MapHost host(400);
        QVERIFY(host.settle());
        const auto reader = host.session().openReader();
        QVERIFY(reader);
        LayoutFrames frames(kAtOnce, kAtOnce);
        std::vector<LayoutFrames::Frame> seen;
        const RunContext run({}, [&](double) {
            if (auto frame = frames.take())
                seen.push_back(std::move(*frame));
        });
        const auto answer = answerMap(**reader, first(host), run, &frames);
        QVERIFY(answer);
        const auto plain = answerMap(**reader, first(host), {}, nullptr);
        QVERIFY(plain);
        QVERIFY2(seen.size() > 1, "more than the end is shown");
        QVERIFY(seen.front().look && seen.front().look == seen.back().look);
        const actions::MapData& look = *seen.front().look;
        const auto& people = answer->data->people;
        QCOMPARE(look.people.size(), people.size());
        QCOMPARE(look.ties.size(), answer->data->ties.size());
        QCOMPARE(look.legend.size(), answer->data->legend.size());
        QVERIFY2(look.computedPlaces.empty(), "a frame is stored nowhere");
        std::size_t elsewhere = 0;
        for (std::size_t i = 0; i < people.size(); ++i) {
            QCOMPARE(look.people[i].id, people[i].id);
            QCOMPARE(look.people[i].name, people[i].name);
            QCOMPARE(people[i].at, plain->data->people[i].at);
            elsewhere += look.people[i].at == people[i].at ? 0 : 1;
        }
        QVERIFY2(elsewhere > people.size() / 2, "the first frame is not the end");
        QCOMPARE(seen.back().at.size(), people.size());
        for (std::size_t i = 0; i < people.size(); ++i)
            QCOMPARE(seen.back().at[i], people[i].at);
    }

    void aLayoutThatIsStopped_leavesNothingBehind()
    {
        MapHost host(400);
        QVERIFY(host.settle());
        const std::string before = host.digest();
        const auto reader = host.session().openReader();
        QVERIFY(reader);
        LayoutFrames frames(kAtOnce, kAtOnce);
        std::stop_source stop;
        int told = 0;
        const RunContext run(stop.get_token(), [&](double) {
            if (frames.take() && ++told == 1)
                stop.request_stop();
        });
        const auto answer = answerMap(**reader, first(host), run, &frames);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::cancelled);
        QCOMPARE(told, 1);
        QCOMPARE(host.digest(), before);
        QVERIFY2(!host.place->model().cancelLayout(), "there is no layout to be stopped");
        QVERIFY(!host.place->model().isStopped());
    }
};

QTEST_MAIN(MapFirstLookTest)
#include "tst_map_first_look.moc"

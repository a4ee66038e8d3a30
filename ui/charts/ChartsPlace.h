// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/actions/Figures.h"
#include "core/domain/Conversation.h"
#include "core/domain/Ids.h"
#include "core/graph/NetworkSnapshot.h"
#include "ui/chartkit/ChartSpec.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QGridLayout;
class QListWidget;
class QScrollArea;

namespace weavemap::ui {

class ChartWidget;
class EmptyState;
class FactsCard;
class SegmentedSwitch;
class TextLabel;
class ThinProgress;

/// Charts of the calls and of the network: four at a glance, or one that fills the page; each with its table.
class ChartsPlace : public Place
{
    Q_OBJECT

public:
    explicit ChartsPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;
    bool stepBack() override;
    bool exportHere() override;

protected:
    /// The room for the cards changes.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Chart { calls, degree, goBetweens, nearness, tiesPerMember, density };
    static constexpr int kCharts = 6;
    static constexpr int kGlance = -1; ///< four at a glance
    static constexpr int kFacts = -2;  ///< the network's figures as a list
    struct Timeline
    {
        std::vector<actions::MonthFigures> months;
        std::vector<Conversation> conversations;
    };
    /// What a chart of people was drawn from.
    struct Drawn
    {
        std::uint64_t slowFrom = 0;
        std::vector<PersonId> people; ///< ascending
    };

    QWidget* buildList();
    QWidget* buildPage();
    void arrange();
    /// Gives the cards the room there is, and no less than they need.
    void fitCards();
    /// Shows new figures. Reads and computes anew what they lack, once for each revision; waits for the place to be entered where it is not on screen.
    void refresh();
    /// Draws what is on the page from what was computed last.
    void present();
    void draw(Chart chart);
    /// Whether what a chart shows of the network before may stand, dimmed, until its figures are there.
    bool mayStand(Chart chart) const;
    /// Lets go of everything that was drawn.
    void forget();
    std::vector<Chart> chartsOnPage() const;
    static QString nameOf(Chart chart);
    static bool isOfPeople(Chart chart) { return chart == Chart::goBetweens || chart == Chart::nearness; }
    ChartSpec specOf(Chart chart) const;
    ChartWidget* widgetOf(Chart chart) const { return m_charts[static_cast<std::size_t>(chart)]; }

    Office m_office;
    JobHandle m_job;
    std::optional<Timeline> m_timeline; ///< none until the first is computed
    /// What the time line is of, or will be where it is being computed.
    std::optional<graph::NetworkOptions> m_timelineOf;
    int m_chosen = kGlance;             ///< a Chart, or one of the two above
    std::uint64_t m_erasedAt = 0;       ///< figures below this revision may hold somebody who was forgotten for good
    std::array<Drawn, kCharts> m_drawn; ///< of those of people
    std::vector<ChartWidget*> m_charts;
    std::vector<QWidget*> m_cards;
    QListWidget* m_list;
    QScrollArea* m_scroll; ///< in a low window the charts keep their least height
    QGridLayout* m_grid;
    SegmentedSwitch* m_view;
    TextLabel* m_subtitle;
    ThinProgress* m_progress;
    EmptyState* m_empty;
    FactsCard* m_facts;
};

} // namespace weavemap::ui

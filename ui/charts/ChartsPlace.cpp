// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ChartsPlace.h"

#include <algorithm>

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/chartkit/ChartWidget.h"
#include "ui/charts/ChartListDelegate.h"
#include "ui/charts/FactsCard.h"
#include "ui/charts/NetworkCharts.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

namespace weavemap::ui {

namespace {
constexpr int kListWidth = 164;
constexpr int kMonths = 12;
constexpr int kYears = 3;
} // namespace

ChartsPlace::ChartsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_list(new QListWidget), m_scroll(new QScrollArea), m_grid(new QGridLayout),
      m_view(new SegmentedSwitch({tr("Charts"), tr("Tables")})),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::elided)),
      m_progress(new ThinProgress),
      m_empty(new EmptyState(QStringLiteral("charts"), tr("Not enough to draw"),
                             tr("Charts appear when people have ties or calls."), tr("Log a call")))
{
    setObjectName(QStringLiteral("chartsPlace"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k20, space::kPageTop, space::kPageSide, space::kPageTop);
    row->setSpacing(space::kColumnGap);
    row->addWidget(buildList());
    row->addWidget(buildPage(), 1);
    connect(m_view, &SegmentedSwitch::chosen, this, [this](int index) {
        for (ChartWidget* chart : m_charts)
            chart->setView(index == 0 ? ChartWidget::View::chart : ChartWidget::View::table);
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] { Q_EMIT logCallRequested({}); });
    connect(&office.figures, &FiguresService::changed, this, &ChartsPlace::refresh);
    connect(&office.figures, &FiguresService::precisionChanged, this, &ChartsPlace::present);
    connect(&office.figures, &FiguresService::progressed, this, [this](double share) {
        if (!m_job.isRunning() && isVisible())
            m_progress->setShare(share);
    });
    connect(&office.figures, &FiguresService::failed, this, [this](const Error& error) {
        if (!m_job.isRunning())
            m_progress->finish();
        Q_EMIT said(errorSentence(error));
    });
    connect(&office.figures, &FiguresService::freshChanged, this, [this](bool fresh) {
        // New figures are drawn by refresh(), which ends the bar.
        if (!fresh && isVisible() && !m_job.isRunning() && m_office.session.isOpen())
            m_progress->start();
    });
    connect(&office.people, &PeopleModel::refreshed, this, &ChartsPlace::present);
    connect(&office.session, &Session::closing, this, [this] {
        m_erasedAt = 0;
        forget();
    });
    // Nobody who was forgotten stays named until the new figures come, nor is drawn from those of before.
    connect(&office.session, &Session::personErased, this, [this] {
        m_erasedAt = m_office.figures.neededRevision();
        forget();
        refresh();
    });
    arrange();
}

QWidget* ChartsPlace::buildList()
{
    m_list->setObjectName(QStringLiteral("chartList"));
    m_list->setAccessibleName(tr("Charts"));
    m_list->setFixedWidth(kListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new ChartListDelegate(m_list));
    m_list->setMouseTracking(true);
    const auto heading = [this](const QString& text) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setFlags(Qt::NoItemFlags);
        item->setFont(ui::font(TextStyle::caption));
        item->setSizeHint({kListWidth, 34});
        item->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
    };
    const auto entry = [this](const QString& text, int chart) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, chart);
        item->setSizeHint({kListWidth, size::kViewItem});
    };
    const auto chartEntry = [&entry](Chart chart) { entry(nameOf(chart), static_cast<int>(chart)); };
    heading(tr("Overview"));
    entry(tr("Four at a glance"), kGlance);
    entry(tr("Figures"), kFacts);
    heading(tr("Weaving"));
    chartEntry(Chart::calls);
    heading(tr("Network"));
    for (const Chart chart : {Chart::degree, Chart::goBetweens, Chart::nearness, Chart::tiesPerMember, Chart::density})
        chartEntry(chart);
    m_list->setCurrentRow(1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item == nullptr)
            return;
        m_chosen = item->data(Qt::UserRole).toInt();
        present();
    });
    return m_list;
}

QWidget* ChartsPlace::buildPage()
{
    auto* page = new QWidget;
    m_view->setObjectName(QStringLiteral("chartView"));
    m_view->setAccessibleName(tr("Charts or tables"));
    auto* head = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(new TextLabel(tr("Charts"), TextStyle::page));
    titles->addWidget(m_subtitle);
    head->addLayout(titles, 1);
    head->addWidget(m_view, 0, Qt::AlignTop);
    auto* cards = new QWidget;
    cards->setLayout(m_grid);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::kCardGap);
    m_scroll->setObjectName(QStringLiteral("chartsScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(cards);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
    cards->setAutoFillBackground(false);
    for (int i = 0; i < kCharts; ++i) {
        auto* card = new Card;
        auto* chart = new ChartWidget(m_office.dialogs);
        chart->setObjectName(QStringLiteral("chart%1").arg(i));
        chart->setEmptySentence(i >= static_cast<int>(Chart::tiesPerMember) ? tr("This chart needs two dates.")
                                                                            : tr("There is nothing to draw yet."));
        connect(chart, &ChartWidget::offerTaken, &m_office.figures, &FiguresService::askForExact);
        card->body()->addWidget(chart);
        card->setParent(cards);
        m_charts.push_back(chart);
        m_cards.push_back(card);
    }
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(space::k8);
    m_progress->setObjectName(QStringLiteral("chartsProgress"));
    column->addWidget(m_progress);
    column->addSpacing(space::k8 - 2);
    column->addWidget(m_scroll, 1);
    m_facts = new FactsCard(cards);
    m_cards.push_back(m_facts);
    column->addWidget(m_empty, 1);
    return page;
}

QString ChartsPlace::nameOf(Chart chart)
{
    switch (chart) {
    case Chart::calls:
        return tr("Calls per month");
    case Chart::degree:
        return tr("In touch with");
    case Chart::goBetweens:
        return tr("Go-betweens");
    case Chart::nearness:
        return tr("Near to everyone");
    case Chart::tiesPerMember:
        return tr("Ties per member");
    case Chart::density:
        return tr("Density");
    }
    return {};
}

std::vector<ChartsPlace::Chart> ChartsPlace::chartsOnPage() const
{
    if (m_chosen >= 0)
        return {static_cast<Chart>(m_chosen)};
    if (m_chosen == kFacts)
        return {};
    return {Chart::calls, Chart::degree, Chart::goBetweens, Chart::tiesPerMember};
}

void ChartsPlace::arrange()
{
    for (QWidget* card : m_cards) {
        m_grid->removeWidget(card);
        card->hide();
    }
    const bool nobody = m_office.people.isLoaded() && m_office.people.rowCount() == 0;
    m_empty->setVisible(nobody);
    m_scroll->setVisible(!nobody);
    m_view->setVisible(m_chosen != kFacts && !nobody);
    m_subtitle->setVisible(!nobody); // shares of nobody
    // Before the first figures there is nothing: no chart of another file, no sentence that may be wrong.
    const auto figures = m_office.figures.result();
    if (nobody || !figures || (!m_timeline && figures->isComplete()))
        return;
    if (m_chosen == kFacts) {
        m_grid->addWidget(m_facts, 0, 0);
        m_facts->show();
    }
    int at = 0;
    for (const Chart chart : chartsOnPage()) {
        QWidget* card = m_cards[static_cast<std::size_t>(chart)];
        m_grid->addWidget(card, at / 2, at % 2);
        card->show();
        ++at;
    }
    // Charts fill the page; figures take what they need.
    m_grid->setRowStretch(0, at > 0 ? 1 : 0);
    m_grid->setRowStretch(1, at == 0 || at > 2 ? 1 : 0);
    fitCards();
}

void ChartsPlace::fitCards()
{
    // Not by setWidgetResizable(), which takes the height that titles of several lines would like for the least one.
    const QSize room = m_scroll->viewport()->size();
    m_scroll->widget()->resize(room.width(), std::max(room.height(), m_grid->minimumSize().height()));
}

bool ChartsPlace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        fitCards();
    return Place::eventFilter(watched, event);
}

void ChartsPlace::enter()
{
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

bool ChartsPlace::stepBack()
{
    if (m_chosen == kGlance)
        return false;
    m_list->setCurrentRow(1);
    return true;
}

bool ChartsPlace::exportHere()
{
    if (m_chosen < 0)
        return false;
    m_charts[static_cast<std::size_t>(m_chosen)]->savePicture();
    return true;
}

void ChartsPlace::forget()
{
    m_job.cancel();
    m_progress->finish();
    m_timeline.reset();
    m_timelineOf.reset();
    m_drawn = {};
    for (ChartWidget* chart : m_charts)
        chart->setSpec({});
    QToolTip::hideText(); // it may name somebody
    m_facts->setFacts({});
    m_subtitle->setText({});
}

void ChartsPlace::refresh()
{
    const auto figures = m_office.figures.result();
    if (!figures || !m_office.session.isOpen()) {
        arrange();
        return;
    }
    if (!isVisible())
        return;
    graph::NetworkOptions asked = m_office.figures.options();
    asked.on = m_office.session.today();
    asked.revision = figures->revision;
    const bool isAsked = m_timelineOf == asked;
    if (!figures->isComplete() || (isAsked && !m_job.isRunning()))
        present(); // a large network: what is there is shown at once
    if (isAsked && !m_job.isRunning() && !m_office.figures.isComputing())
        m_progress->finish();
    // What was updated with an edit is read anew in a moment: the time line waits for that.
    if (isAsked || figures->isComing("core_number"))
        return;
    auto reader = m_office.session.openReader();
    if (!reader) {
        present(); // what is known
        return;
    }
    m_job.cancel();
    m_timelineOf = asked;
    m_progress->start();
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_office.jobs.run<Timeline>(
        this,
        [shared, figures, asked](const RunContext& run) -> Result<Timeline> {
            Timeline timeline;
            WEAVEMAP_ASSIGN(timeline.conversations, shared->records().conversations.all());
            const Date from = actions::firstDate(figures->data, asked.on, kYears);
            WEAVEMAP_ASSIGN(timeline.months, actions::figuresOverTime(figures->data, asked, from, asked.on, run));
            return timeline;
        },
        [this](Result<Timeline> timeline) {
            if (!m_office.figures.isComputing())
                m_progress->finish();
            if (!timeline) {
                m_timelineOf.reset(); // to be tried again
                present();
                Q_EMIT said(errorSentence(timeline.error()));
                return;
            }
            m_timeline = std::move(*timeline);
            present();
        },
        [this](double share) { m_progress->setShare(share); });
}

ChartSpec ChartsPlace::specOf(Chart chart) const
{
    const FiguresResult& figures = *m_office.figures.result();
    const PeopleModel& model = m_office.people;
    const bool isOverTime = chart == Chart::calls || chart == Chart::tiesPerMember || chart == Chart::density;
    if ((isOverTime && !m_timeline) || (isOfPeople(chart) && figures.revision < m_erasedAt)) {
        ChartSpec spec;
        spec.isComputing = true;
        return spec;
    }
    const ChartPeople people{[&model](PersonId id) { return model.nameOf(id); },
                             [&model](PersonId id) { return model.colourOf(id); },
                             [&model](PersonId id) { return model.isHeardFrom(id); }};
    switch (chart) {
    case Chart::calls:
        return callsPerMonth(m_timeline->conversations, m_office.session.today(), kMonths);
    case Chart::degree:
        return degreeDistribution(figures);
    case Chart::goBetweens: {
        ChartSpec spec = goBetweens(figures, people);
        if (m_office.figures.precision() == actions::Precision::exact)
            spec.offer.clear(); // the exact values are on their way
        return spec;
    }
    case Chart::nearness:
        return nearness(figures, people);
    case Chart::tiesPerMember:
        return tiesPerMember(m_timeline->months);
    case Chart::density:
        return density(m_timeline->months);
    }
    return {};
}

bool ChartsPlace::mayStand(Chart chart) const
{
    const FiguresResult& figures = *m_office.figures.result();
    const char* const measure = chart == Chart::nearness ? "harmonic_normalized" : "betweenness_normalized";
    if (!isOfPeople(chart) || widgetOf(chart)->spec().isEmpty() || !figures.isComing(measure))
        return false;
    // The same figures would be drawn once more, and nobody in it has left.
    const Drawn& drawn = m_drawn[static_cast<std::size_t>(chart)];
    const auto& ids = figures.network.figures.ids;
    return figures.revision >= m_erasedAt && drawn.slowFrom == figures.slowFrom &&
           std::includes(ids.begin(), ids.end(), drawn.people.begin(), drawn.people.end());
}

void ChartsPlace::draw(Chart chart)
{
    ChartSpec spec = specOf(chart);
    if (spec.title.isEmpty())
        spec.title = nameOf(chart); // nothing was found: at least say what would be there
    widgetOf(chart)->setSpec(spec);
    if (isOfPeople(chart)) {
        const FiguresResult& figures = *m_office.figures.result();
        m_drawn[static_cast<std::size_t>(chart)] = {figures.slowFrom, figures.network.figures.ids};
    }
}

void ChartsPlace::present()
{
    arrange();
    const auto figures = m_office.figures.result();
    if (!figures || (!m_timeline && figures->isComplete()) || !isVisible())
        return;
    for (const Chart chart : chartsOnPage()) {
        if (mayStand(chart))
            widgetOf(chart)->setComputing(true);
        else
            draw(chart);
    }
    if (m_chosen == kFacts)
        m_facts->setFacts(networkFacts(*figures));
    const auto& network = figures->network;
    const auto ties = static_cast<int>(network.figures.undirected.number("edges").value_or(0));
    m_subtitle->setText(tr("%1, members only · %2 · heard from %L3 of %L4 (%5)")
                            .arg(tieCount(network.network.set, ties), formatDate(network.network.on, DateStyle::full))
                            .arg(network.coverage.heard)
                            .arg(network.coverage.members)
                            .arg(formatPercent(network.coverage.share())));
}

} // namespace weavemap::ui

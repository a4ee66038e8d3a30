// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapChips.h"

#include <algorithm>
#include <utility>

#include <QActionGroup>
#include <QFontMetricsF>
#include <QSignalBlocker>

#include "core/actions/FoundGroups.h"
#include "core/actions/MapFilters.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/map/CheckMenu.h"
#include "ui/map/LayoutChip.h"
#include "ui/map/MapModel.h"
#include "ui/map/ShowChips.h"
#include "ui/models/MapInputs.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/FlowLayout.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kMostValues = 60; ///< in one menu: the most frequent
constexpr int kGap = 7;                 ///< between chips
constexpr double kShortestName = 56;
constexpr double kShortName = 110; ///< px

QString lowerFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toLower();
    return text;
}

QString populationName(graph::Population population)
{
    switch (population) {
    case graph::Population::members:
        return MapChips::tr("Members only");
    case graph::Population::membersAndStaff:
        return MapChips::tr("Members and staff");
    case graph::Population::everybody:
        return MapChips::tr("Everybody");
    }
    return {};
}

/// "Coast", "Coast, Lakes", "Coast and 3 more".
QString valuesText(const actions::MapFilter& filter)
{
    const auto name = [&](std::size_t i) { return valueName(filter.field, filter.values[i]); };
    switch (filter.values.size()) {
    case 0:
        return {};
    case 1:
        return name(0);
    case 2:
        return QStringLiteral("%1, %2").arg(name(0), name(1));
    default:
        return MapChips::tr("%1 and %L2 more").arg(name(0)).arg(filter.values.size() - 1);
    }
}

auto filterOf(std::vector<actions::MapFilter>& filters, const std::string& field)
{
    return std::find_if(filters.begin(), filters.end(), [&](const auto& filter) { return filter.field == field; });
}

} // namespace

MapChips::MapChips(MapModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_flow(new FlowLayout(this, kGap, 6)),
      m_view(new FilterChip(tr("View"), {}, Chip::End::close)), m_viewMenu(new QMenu(this)), m_circle(new Chip({})),
      m_date(new Chip({})), m_ties(new FilterChip(tr("Ties"), {}, Chip::End::chevron)),
      m_colour(new FilterChip(tr("Colour"), {}, Chip::End::chevron)),
      m_size(new FilterChip(tr("Size"), {}, Chip::End::chevron)), m_layout(new LayoutChip(model)),
      m_show(new ShowChips(model, this)), m_add(new Chip(tr("Filter"))), m_tiesMenu(new QMenu(this)),
      m_colourMenu(new QMenu(this)), m_sizeMenu(new QMenu(this)), m_filterMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("mapChips"));
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_circle->setObjectName(QStringLiteral("circleChip"));
    m_circle->setIconName(QStringLiteral("circle-of"));
    m_circle->setEnd(Chip::End::close);
    m_circle->setCheckable(true);
    m_circle->setChecked(true);
    m_date->setObjectName(QStringLiteral("dateChip"));
    m_date->setIconName(QStringLiteral("time"));
    m_date->setEnd(Chip::End::close);
    m_ties->setObjectName(QStringLiteral("tiesChip"));
    m_colour->setObjectName(QStringLiteral("colourChip"));
    m_size->setObjectName(QStringLiteral("sizeChip"));
    m_add->setObjectName(QStringLiteral("addFilter"));
    m_add->setAccessibleName(tr("Filter"));
    m_add->setIconName(QStringLiteral("plus"));
    m_tiesMenu->setObjectName(QStringLiteral("tiesMenu"));
    m_colourMenu->setObjectName(QStringLiteral("colourMenu"));
    m_sizeMenu->setObjectName(QStringLiteral("sizeMenu"));
    m_filterMenu->setObjectName(QStringLiteral("filterMenu"));
    m_filterMenu->setAccessibleName(tr("Filter"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_view, m_circle, m_date, m_ties, m_colour, m_size, m_layout,
                                                           m_show->show(), m_show->ring(), m_show->label(), m_add})
        m_flow->addWidget(widget);
    m_circle->hide();
    m_date->hide();
    m_view->hide();
    m_view->setObjectName(QStringLiteral("viewChip"));
    m_view->setToolTip(tr("The saved view that is shown"));
    m_view->setMenu(m_viewMenu);
    m_viewMenu->setObjectName(QStringLiteral("savedViewsMenu"));
    connect(m_viewMenu, &QMenu::aboutToShow, this, [this] { Q_EMIT viewMenuWanted(m_viewMenu); });
    connect(m_view, &Chip::closeRequested, this, &MapChips::viewClosed);
    m_ties->setMenu(m_tiesMenu);
    m_colour->setMenu(m_colourMenu);
    m_size->setMenu(m_sizeMenu);
    buildTies();
    connect(m_colourMenu, &QMenu::aboutToShow, this, &MapChips::fillColours);
    connect(m_sizeMenu, &QMenu::aboutToShow, this, &MapChips::fillSizes);
    connect(m_filterMenu, &QMenu::aboutToShow, this, &MapChips::fillFilters);
    connect(m_add, &Chip::clicked, this, &MapChips::openFilterMenu);
    connect(m_circle, &Chip::clicked, this, [this] {
        m_circle->setChecked(true);
        Q_EMIT nextSteps();
    });
    connect(m_circle, &Chip::closeRequested, this, &MapChips::circleClosed);
    connect(m_date, &Chip::clicked, this, &MapChips::dateClosed);
    connect(m_date, &Chip::closeRequested, this, &MapChips::dateClosed);
    connect(&model, &MapModel::changed, this, &MapChips::sync);
    sync();
}

actions::MapQuestion MapChips::question() const { return m_model.question(); }

int MapChips::fitInto(int width)
{
    for (const Words words : {Words::all, Words::show, Words::layoutName, Words::layoutIcon, Words::name, Words::ties,
                              Words::shortName, Words::fewest, Words::noLayout}) {
        setWords(words);
        if (lineWidth() <= width)
            return m_flow->heightForWidth(width);
    }
    setWords(Words::all);
    return m_flow->heightForWidth(width);
}

int MapChips::lineWidth() const
{
    int width = 0;
    for (int i = 0; i < m_flow->count(); ++i)
        if (!m_flow->itemAt(i)->isEmpty())
            width += (width > 0 ? kGap : 0) + m_flow->itemAt(i)->sizeHint().width();
    return width;
}

void MapChips::setWords(Words words)
{
    const auto value = [](Chip* chip, const QString& text) {
        if (chip->value() != text)
            chip->setValue(text);
    };
    const QString whole = m_circleName.isEmpty() ? QString() : tr("Circle of %1").arg(m_circleName);
    const QString name =
        words >= Words::shortName
            ? QFontMetricsF(ui::font(TextStyle::control))
                  .elidedText(m_circleName, Qt::ElideRight, words >= Words::fewest ? kShortestName : kShortName)
            : m_circleName;
    value(m_circle, words >= Words::name ? name : whole);
    m_circle->setAfter(words >= Words::fewest ? QString() : m_circleSteps);
    m_circle->setToolTip(words >= Words::name ? whole : QString());
    m_circle->setAccessibleName(QStringLiteral("%1 %2").arg(whole, m_circleSteps));
    m_layout->setTerse(words >= Words::layoutIcon   ? LayoutChip::Terse::icon
                       : words >= Words::layoutName ? LayoutChip::Terse::value
                                                    : LayoutChip::Terse::no);
    if (m_layout->isHidden() != (words >= Words::noLayout))
        m_layout->setVisible(words < Words::noLayout);
    const QString ties = words >= Words::ties ? QString() : tr("Ties");
    if (m_ties->label() != ties)
        m_ties->setLabel(ties);
    m_ties->setAccessibleName(QStringLiteral("%1 %2").arg(tr("Ties"), m_ties->value()));
    m_show->setShort(words >= Words::show);
    value(m_add, words >= Words::fewest ? QString() : tr("Filter"));
    m_add->setAccessibleName(tr("Filter"));
    m_add->setToolTip(words >= Words::fewest ? tr("Filter") : QString());
}

const QWidget* MapChips::circleChip() const { return m_circle; }

void MapChips::setCircle(const QString& name, int steps)
{
    m_circleName = name;
    m_circleSteps = steps == 1 ? tr("1 step") : tr("%1 steps").arg(steps);
    m_circle->setAfter(m_circleSteps);
    m_circle->setVisible(!name.isEmpty());
    setWords(Words::all);
    Q_EMIT resized();
}

void MapChips::openFilterMenu() { m_filterMenu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 4))); }

void MapChips::sync()
{
    const actions::MapQuestion& asked = m_model.question();
    m_ties->setValue(words(asked.network.set));
    m_colour->setValue(asked.colourBy.empty() ? tr("one for all") : lowerFirst(fieldName(asked.colourBy)));
    m_size->setValue(asked.sizeBy.empty() ? tr("one for all") : lowerFirst(measureName(asked.sizeBy)));
    m_ties->setToolTip(tr("Which ties are drawn, and whose"));
    m_colour->setToolTip(tr("What people are coloured by"));
    m_size->setToolTip(asked.sizeBy.empty()
                           ? tr("What people are sized by")
                           : tr("What people are sized by.") + QLatin1Char('\n') + measureTip(asked.sizeBy));
    if (m_model.sizeBound() > 0.0)
        m_size->setToolTip(tr("Estimated from a sample: nobody is off by more than %1 of all pairs. The menu computes "
                              "the exact sizes.")
                               .arg(formatPercent(m_model.sizeBound(), 2)));
    m_layout->sync();
    m_show->sync();
    const auto map = m_model.data();
    const bool elsewhen = map && !m_model.isToday();
    if (elsewhen) {
        const QString date = formatDate(map->network.on, DateStyle::table);
        const bool since = map->compared && !m_model.question().date;
        m_date->setValue(since           ? tr("Since %1").arg(formatDate(*map->compared, DateStyle::table))
                         : map->compared ? comparedDates(*map, DateStyle::table)
                                         : date);
        m_date->setToolTip(tr("Go to today"));
    }
    m_date->setVisible(elsewhen);
    syncFilterChips();
    Q_EMIT resized();
}

void MapChips::setView(const QString& name)
{
    if (name == m_view->value() && m_view->isHidden() == name.isEmpty())
        return;
    m_view->setValue(name);
    m_view->setAccessibleName(QStringLiteral("%1 %2").arg(tr("View"), name));
    m_view->setVisible(!name.isEmpty());
    Q_EMIT resized();
}

QMenu* MapChips::layoutMenu() const { return m_layout->menu(); }

void MapChips::setCentre(PersonId person) { m_layout->setCentre(person); }

void MapChips::buildTies()
{
    auto* sets = new QActionGroup(this);
    for (const TieSet set : {TieSet::awareness, TieSet::exchange, TieSet::collaboration, TieSet::all}) {
        QString name = words(set);
        name[0] = name[0].toUpper();
        QAction* action = sets->addAction(m_tiesMenu->addAction(name));
        action->setCheckable(true);
        action->setData(static_cast<int>(set));
        connect(action, &QAction::triggered, this, [this, set] {
            auto asked = question();
            asked.network.set = set;
            m_model.ask(asked);
        });
    }
    m_tiesMenu->addSeparator();
    auto* whose = new QActionGroup(this);
    for (const auto population :
         {graph::Population::members, graph::Population::membersAndStaff, graph::Population::everybody}) {
        QAction* action = whose->addAction(m_tiesMenu->addAction(populationName(population)));
        action->setCheckable(true);
        action->setData(static_cast<int>(population));
        connect(action, &QAction::triggered, this, [this, population] {
            auto asked = question();
            asked.network.population = population;
            m_model.ask(asked);
        });
    }
    m_tiesMenu->addSeparator();
    QAction* kinds = m_tiesMenu->addAction(tr("Kinds side by side"));
    kinds->setObjectName(QStringLiteral("kindsApart"));
    kinds->setCheckable(true);
    connect(kinds, &QAction::triggered, this, [this](bool apart) {
        auto asked = question();
        asked.kinds = apart ? actions::MapQuestion::Kinds::apart : actions::MapQuestion::Kinds::together;
        m_model.ask(asked);
    });
    connect(m_tiesMenu, &QMenu::aboutToShow, this, [this, sets, whose, kinds] {
        kinds->setChecked(m_model.question().kinds == actions::MapQuestion::Kinds::apart);
        const graph::NetworkOptions& network = m_model.question().network;
        for (QAction* action : sets->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(network.set));
        for (QAction* action : whose->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(network.population));
    });
}

void MapChips::fillColours()
{
    m_colourMenu->clear();
    m_colourMenu->setToolTipsVisible(true);
    const auto add = [this](const std::string& field, const QString& name) {
        QAction* action = m_colourMenu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_model.question().colourBy == field);
        const std::string_view measure = actions::measureIn(field);
        action->setToolTip(measure.empty() ? QString() : measureTip(std::string(measure)));
        connect(action, &QAction::triggered, this, [this, field] {
            auto asked = question();
            asked.colourBy = field;
            m_model.ask(asked);
        });
    };
    const std::vector<std::string> fields = m_model.colourFields();
    for (const std::string& field : fields)
        add(field, fieldName(field));
    add(std::string(actions::kFoundGroups), tr("Groups found in the ties"));
    m_colourMenu->addSection(tr("Where they stand in the network"));
    for (const std::string& measure : sizeMeasures())
        add(actions::measureField(measure), measureName(measure));
    m_colourMenu->addSeparator();
    add({}, tr("One colour for all"));
    offerExact(m_colourMenu);
}

void MapChips::fillSizes()
{
    m_sizeMenu->clear();
    m_sizeMenu->setToolTipsVisible(true);
    const auto add = [this](const std::string& measure, const QString& name) {
        QAction* action = m_sizeMenu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_model.question().sizeBy == measure);
        action->setToolTip(measure.empty() ? QString() : measureTip(measure));
        connect(action, &QAction::triggered, this, [this, measure] {
            auto asked = question();
            asked.sizeBy = measure;
            m_model.ask(asked);
        });
    };
    for (const std::string& measure : sizeMeasures())
        add(measure, measureName(measure));
    m_sizeMenu->addSeparator();
    add({}, tr("One size for all"));
    offerExact(m_sizeMenu);
}

/// The menus of sizes and of colours alike: what is computed is all that the map says by estimates.
void MapChips::offerExact(QMenu* menu)
{
    if (m_model.largestBound() <= 0.0)
        return;
    menu->addSeparator();
    QAction* const exact = menu->addAction(tr("Compute exactly"));
    exact->setObjectName(QStringLiteral("computeExactly"));
    exact->setToolTip(
        tr("Sizes, colours or rings are an estimate. The exact ones take longer; you can go on meanwhile."));
    exact->setEnabled(!m_model.isMadeExact());
    connect(exact, &QAction::triggered, &m_model, &MapModel::askForExact);
}

void MapChips::fillFilters()
{
    m_filterMenu->clear();
    qDeleteAll(m_filterMenu->findChildren<CheckMenu*>(QString(), Qt::FindDirectChildrenOnly));
    auto filters = m_model.question().filters;
    const auto add = [this, &filters](const std::vector<std::string>& fields) {
        for (const std::string& field : fields) {
            // Of one value only there is nothing to choose.
            const bool isOn = filterOf(filters, field) != filters.end();
            if (actions::isTieField(field) && !isOn && m_model.valuesOf(field).size() < 2)
                continue;
            auto* values = new CheckMenu(fieldName(field), m_filterMenu);
            values->setObjectName(QStringLiteral("values:%1").arg(toQString(field)));
            // Counted when it is looked at: of many people and ties, all of them at once would be felt.
            connect(values, &QMenu::aboutToShow, this, [this, values, field] { fillValues(values, field); });
            m_filterMenu->addMenu(values);
        }
    };
    if (!filters.empty()) {
        QAction* const everyone = m_filterMenu->addAction(tr("Show everyone"));
        everyone->setObjectName(QStringLiteral("showEveryone"));
        connect(everyone, &QAction::triggered, this, &MapChips::clearFilters);
        m_filterMenu->addSeparator();
    }
    add(m_model.fields());
    m_filterMenu->addSection(tr("What is known of them"));
    add(actions::knownFields());
    m_filterMenu->addSection(tr("Which ties are drawn"));
    add(actions::tieFields());
}

void MapChips::fillValues(QMenu* menu, const std::string& field)
{
    menu->clear();
    auto filters = m_model.question().filters;
    const auto filter = filterOf(filters, field);
    std::size_t shown = 0;
    for (const auto& [value, count] : m_model.valuesOf(field)) {
        if (++shown > kMostValues)
            break;
        // The count stands where a key would: right-aligned and muted.
        QAction* action = menu->addAction(
            QStringLiteral("%1\t%2").arg(valueName(field, value).replace(QLatin1Char('&'), QLatin1String("&&")),
                                         formatCount(static_cast<qint64>(count))));
        action->setCheckable(true);
        action->setChecked(filter != filters.end() &&
                           std::find(filter->values.begin(), filter->values.end(), value) != filter->values.end());
        connect(action, &QAction::triggered, this, [this, field, value = value] { toggleValue(field, value); });
    }
}

void MapChips::toggleValue(const std::string& field, const std::string& value)
{
    auto asked = question();
    auto filter = filterOf(asked.filters, field);
    if (filter == asked.filters.end()) {
        asked.filters.push_back({field, {value}});
    } else if (const auto at = std::find(filter->values.begin(), filter->values.end(), value);
               at == filter->values.end()) {
        filter->values.push_back(value);
    } else {
        filter->values.erase(at);
        if (filter->values.empty())
            asked.filters.erase(filter);
    }
    m_model.ask(std::move(asked));
    sync();
}

void MapChips::clearFilters()
{
    auto asked = question();
    asked.filters.clear();
    m_model.ask(std::move(asked));
    sync();
}

void MapChips::syncFilterChips()
{
    auto filters = m_model.question().filters;
    // Whoever unticks the last value in an open menu may tick another: the chip goes once the menu is closed.
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_filters[i]->findChild<CheckMenu*>()->isVisible() && filterOf(filters, m_shown[i].field) == filters.end())
            filters.insert(filters.begin() + static_cast<std::ptrdiff_t>(std::min(i, filters.size())),
                           {m_shown[i].field, {}});
    if (filters == m_shown)
        return;
    // Whose field is filtered by still keeps its chip: its menu may be open, and more values be ticked in it.
    std::vector<FilterChip*> chips(filters.size(), nullptr);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const auto still = std::find_if(filters.begin(), filters.end(), [&](const actions::MapFilter& filter) {
            return filter.field == m_shown[i].field;
        });
        // Of two chips of one field the first is kept.
        const auto place = static_cast<std::size_t>(still - filters.begin());
        if (still != filters.end() && chips[place] == nullptr) {
            chips[place] = m_filters[i];
            continue;
        }
        m_flow->removeWidget(m_filters[i]);
        m_filters[i]->hide();
        m_filters[i]->deleteLater();
    }
    m_shown = filters;
    m_filters = std::move(chips);
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        if (m_filters[i] == nullptr)
            m_filters[i] = makeFilterChip(m_shown[i].field);
        m_filters[i]->setValue(valuesText(m_shown[i]));
    }
}

FilterChip* MapChips::makeFilterChip(const std::string& field)
{
    auto* chip = new FilterChip(fieldName(field), {}, Chip::End::close);
    chip->setObjectName(QStringLiteral("filterChip"));
    auto* menu = new CheckMenu(chip);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, field] { fillValues(menu, field); });
    connect(menu, &QMenu::aboutToHide, this, &MapChips::sync, Qt::QueuedConnection);
    chip->setMenu(menu);
    connect(chip, &Chip::closeRequested, this, [this, field] {
        auto asked = question();
        std::erase_if(asked.filters, [&](const actions::MapFilter& f) { return f.field == field; });
        m_model.ask(std::move(asked));
        sync();
    });
    m_flow->insertWidget(m_flow->indexOf(m_add), chip);
    chip->show();
    return chip;
}

} // namespace weavemap::ui

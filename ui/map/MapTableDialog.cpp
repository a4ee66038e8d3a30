// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapTableDialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/map/TextTableModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

QString groupOf(const MapInput& input, const MapPerson& person)
{
    if (person.shade >= 0 && person.shade < static_cast<int>(input.shades.size()))
        return input.shades[static_cast<std::size_t>(person.shade)].name;
    return person.group >= 0 && person.group < static_cast<int>(input.groups.size())
               ? input.groups[static_cast<std::size_t>(person.group)].name
               : QString();
}

/// What became of somebody, or of a tie, between two dates; empty where none are compared.
QString changeOfPerson(MapTieChange change)
{
    switch (change) {
    case MapTieChange::none:
        break;
    case MapTieChange::fresh:
        return MapTableDialog::tr("joined");
    case MapTieChange::lost:
        return MapTableDialog::tr("left");
    case MapTieChange::kept:
        return MapTableDialog::tr("stayed");
    }
    return {};
}

QString changeOfTie(MapTieChange change)
{
    switch (change) {
    case MapTieChange::none:
        break;
    case MapTieChange::fresh:
        return MapTableDialog::tr("new");
    case MapTieChange::lost:
        return MapTableDialog::tr("lost");
    case MapTieChange::kept:
        return MapTableDialog::tr("kept");
    }
    return {};
}

/// Whether the map compares two dates: a column tells what changed.
bool isCompared(const MapInput& input)
{
    return std::any_of(input.people.begin(), input.people.end(),
                       [](const MapPerson& person) { return person.change != MapTieChange::none; });
}

TextTableModel* peopleModel(const MapInput& input, QObject* parent)
{
    const bool compared = isCompared(input);
    std::vector<int> degree(input.people.size(), 0);
    for (const MapTie& tie : input.ties) {
        if (tie.attended)
            continue;
        ++degree[tie.a];
        ++degree[tie.b];
    }
    std::vector<QVariantList> rows;
    std::vector<qlonglong> keys;
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        const MapPerson& person = input.people[i];
        if (person.shape == MapShape::diamond)
            continue;
        rows.push_back({person.name, groupOf(input, person), degree[i],
                        person.heardFrom ? MapTableDialog::tr("yes") : MapTableDialog::tr("no")});
        if (compared)
            rows.back().append(changeOfPerson(person.change));
        keys.push_back(person.id.value);
    }
    const QString group = input.colourTitle.isEmpty() ? MapTableDialog::tr("Group") : input.colourTitle;
    QStringList titles{MapTableDialog::tr("Name"), group, MapTableDialog::tr("In touch with"),
                       MapTableDialog::tr("Heard from in a year")};
    if (compared)
        titles.append(MapTableDialog::tr("Change"));
    return new TextTableModel(titles, std::move(rows), std::move(keys), parent);
}

TextTableModel* tiesModel(const MapInput& input, QObject* parent)
{
    const bool compared = isCompared(input);
    std::vector<QVariantList> rows;
    std::vector<qlonglong> keys;
    for (const MapTie& tie : input.ties) {
        if (tie.attended)
            continue;
        Tie words;
        words.depth = tie.depth;
        words.collaboration = tie.collaboration;
        rows.push_back({input.people[tie.a].name, input.people[tie.b].name, tieWords(words),
                        tie.stale ? MapTableDialog::tr("not in 18 months") : MapTableDialog::tr("yes")});
        if (compared)
            rows.back().append(changeOfTie(tie.change));
        keys.push_back(input.people[tie.a].id.value);
    }
    QStringList titles{MapTableDialog::tr("Person"), MapTableDialog::tr("And"), MapTableDialog::tr("Tie"),
                       MapTableDialog::tr("Confirmed")};
    if (compared)
        titles.append(MapTableDialog::tr("Change"));
    return new TextTableModel(titles, std::move(rows), std::move(keys), parent);
}

} // namespace

MapTableDialog::MapTableDialog(const MapInput& input, QWidget* parent) : QDialog(parent), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("mapTableDialog"));
    setWindowTitle(tr("The map as a table"));
    resize(760, 600);
    const auto discs = std::count_if(input.people.begin(), input.people.end(),
                                     [](const MapPerson& person) { return person.shape != MapShape::diamond; });
    const auto ties =
        std::count_if(input.ties.begin(), input.ties.end(), [](const MapTie& tie) { return !tie.attended; });
    auto* which = new SegmentedSwitch(
        {input.isRolledUp ? tr("%L1 organizations and people").arg(discs) : peopleCount(static_cast<int>(discs)),
         ties == 1 ? tr("1 tie") : tr("%L1 ties").arg(ties)});
    which->setObjectName(QStringLiteral("mapTableSwitch"));
    which->setAccessibleName(tr("People or ties"));
    addTable(peopleModel(input, this), QStringLiteral("mapPeopleTable"), tr("People on the map"));
    addTable(tiesModel(input, this), QStringLiteral("mapTiesTable"), tr("Ties on the map"));
    auto* close = new Button(tr("Close"), Button::Kind::normal);
    close->setObjectName(QStringLiteral("closeMapTable"));
    auto* caption = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    QStringList parts{input.caption.nodes, input.caption.ties, input.caption.date, input.caption.coverage,
                      input.caption.filter};
    parts.removeAll(QString());
    caption->setText(parts.join(QStringLiteral(" · ")));
    auto* head = new QHBoxLayout;
    head->addWidget(which);
    head->addStretch();
    auto* foot = new QHBoxLayout;
    foot->addWidget(caption, 1);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k20, space::k20, space::k16);
    column->setSpacing(space::k12);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
    connect(which, &SegmentedSwitch::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(close, &Button::clicked, this, &QDialog::reject);
}

QTableView* MapTableDialog::addTable(TextTableModel* model, const QString& object, const QString& name)
{
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(model);
    sorted->setSortRole(TextTableModel::kSortRole);
    sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    sorted->setSortLocaleAware(true);
    auto* table = new QTableView;
    table->setObjectName(object);
    table->setAccessibleName(name);
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(size::kRow);
    table->verticalHeader()->setDefaultSectionSize(size::kRow);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setTabKeyNavigation(false);
    connect(table, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT personChosen(PersonId{index.data(TextTableModel::kKeyRole).toLongLong()});
        accept();
    });
    m_stack->addWidget(table);
    return table;
}

} // namespace weavemap::ui

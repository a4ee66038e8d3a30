// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapTableDialog.h"

#include <algorithm>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/map/TextTableModel.h"
#include "ui/widgets/Announcer.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kGroupColumn = 1; ///< of people: a group, or a class of a measure
constexpr int kTiesColumn = 2;

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

/// Whether they asked not to be shown by name: the row may be read here, and goes nowhere else.
bool isOnlyHere(const MapPerson& person)
{
    return person.consent != ShowConsent::unset && person.consent != ShowConsent::byName;
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
    std::vector<bool> stays;
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        const MapPerson& person = input.people[i];
        if (person.shape == MapShape::diamond)
            continue;
        rows.push_back({person.name, groupOf(input, person), degree[i],
                        person.heardFrom ? MapTableDialog::tr("yes") : MapTableDialog::tr("no")});
        if (compared)
            rows.back().append(changeOfPerson(person.change));
        keys.push_back(person.id.value);
        stays.push_back(isOnlyHere(person));
    }
    const QString group = input.colourTitle.isEmpty() ? MapTableDialog::tr("Group") : input.colourTitle;
    QStringList titles{MapTableDialog::tr("Name"), group, MapTableDialog::tr("In touch with"),
                       MapTableDialog::tr("Heard from in a year")};
    if (compared)
        titles.append(MapTableDialog::tr("Change"));
    auto* model = new TextTableModel(titles, std::move(rows), std::move(keys), parent);
    model->setStaying(std::move(stays));
    model->setStayingColumns(input.shades.empty() ? std::vector{kTiesColumn} : std::vector{kGroupColumn, kTiesColumn});
    return model;
}

TextTableModel* tiesModel(const MapInput& input, QObject* parent)
{
    const bool compared = isCompared(input);
    std::vector<QVariantList> rows;
    std::vector<qlonglong> keys;
    std::vector<bool> stays;
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
        stays.push_back(isOnlyHere(input.people[tie.a]) || isOnlyHere(input.people[tie.b]));
    }
    QStringList titles{MapTableDialog::tr("Person"), MapTableDialog::tr("And"), MapTableDialog::tr("Tie"),
                       MapTableDialog::tr("Confirmed")};
    if (compared)
        titles.append(MapTableDialog::tr("Change"));
    auto* model = new TextTableModel(titles, std::move(rows), std::move(keys), parent);
    model->setStaying(std::move(stays));
    return model;
}

/// The columns that may leave the table.
std::vector<int> columnsToCopy(const QAbstractItemModel& model)
{
    std::vector<int> columns;
    for (int column = 0; column < model.columnCount(); ++column)
        if (!model.headerData(column, Qt::Horizontal, TextTableModel::kStaysRole).toBool())
            columns.push_back(column);
    return columns;
}

/// By name, and namesakes by who was there first: nothing of the order on the screen is in it.
bool comesBefore(const QModelIndex& a, const QModelIndex& b)
{
    const int order = a.siblingAtColumn(0).data().toString().localeAwareCompare(b.siblingAtColumn(0).data().toString());
    return order != 0 ? order < 0
                      : a.data(TextTableModel::kKeyRole).toLongLong() < b.data(TextTableModel::kKeyRole).toLongLong();
}

} // namespace

MapTableDialog::MapTableDialog(const MapInput& input, QWidget* parent)
    : QDialog(parent), m_stack(new QStackedWidget),
      m_caption(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided))
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
    m_caption->setObjectName(QStringLiteral("mapTableCaption"));
    QStringList parts{input.caption.nodes, input.caption.ties, input.caption.date, input.caption.coverage,
                      input.caption.filter};
    parts.removeAll(QString());
    m_caption->setText(parts.join(QStringLiteral(" · ")));
    auto* head = new QHBoxLayout;
    head->addWidget(which);
    head->addStretch();
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_caption, 1);
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
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* copyRows = new QAction(tr("Copy"), table);
    copyRows->setObjectName(object + QStringLiteral("Copy"));
    copyRows->setShortcuts(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, [this, table] { copy(*table); });
    auto* everything = new QAction(tr("Choose all"), table);
    everything->setShortcuts(QKeySequence::SelectAll);
    everything->setShortcutContext(Qt::WidgetShortcut);
    connect(everything, &QAction::triggered, table, &QTableView::selectAll);
    table->addActions({copyRows, everything});
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
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

/// As rows and columns are shown, with tabs between the cells; more than one row under its headings. Whoever has
/// figures goes without them and in the order of names, however the table is sorted: no copy ranks people.
void MapTableDialog::copy(const QTableView& table)
{
    const QAbstractItemModel& model = *table.model();
    const std::vector<int> columns = columnsToCopy(model);
    const bool hasFigures = static_cast<int>(columns.size()) < model.columnCount();
    QModelIndexList chosen = table.selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    if (hasFigures)
        std::sort(chosen.begin(), chosen.end(), comesBefore);
    QStringList lines;
    int left = 0;
    for (const QModelIndex& row : chosen) {
        if (row.data(TextTableModel::kStaysRole).toBool()) {
            ++left;
            continue;
        }
        QStringList cells;
        for (const int column : columns)
            cells.append(row.siblingAtColumn(column).data(TextTableModel::kSortRole).toString().simplified());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    const int rows = static_cast<int>(lines.size());
    if (rows > 1) {
        QStringList heads;
        for (const int column : columns)
            heads.append(model.headerData(column, Qt::Horizontal).toString());
        lines.prepend(heads.join(QLatin1Char('\t')));
    }
    if (rows > 0)
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    QStringList said;
    if (rows > 0)
        said.append(rows == 1 ? tr("1 row copied.") : tr("%1 rows copied.").arg(formatCount(rows)));
    if (rows > 0 && hasFigures)
        said.append(tr("Figures about people stay here."));
    if (left > 0)
        said.append(left == 1 ? tr("1 left out, of somebody who asked not to be shown by name.")
                              : tr("%1 left out, of people who asked not to be shown by name.").arg(formatCount(left)));
    if (said.isEmpty())
        return;
    m_caption->setText(said.join(QLatin1Char(' ')));
    Announcer::say(*this, m_caption->text());
}

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleTable.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QHash>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyleOption>
#include <QTimer>

#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/members/ColumnFit.h"
#include "ui/members/PeopleDelegate.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {

struct ColumnDefault
{
    int column;
    ColumnWish wish;
};
/// Shown where nothing is remembered. Figures and dates are never cut; names take what is left over first.
constexpr std::array kShown{
    ColumnDefault{PeopleModel::kName, {176, 132, 260}}, ColumnDefault{PeopleModel::kRegion, {94, 70, 120}},
    ColumnDefault{PeopleModel::kRole, {90, 70, 120}},   ColumnDefault{PeopleModel::kLevel, {94, 78, 110}},
    ColumnDefault{PeopleModel::kTies, {54, 54, 54}},    ColumnDefault{PeopleModel::kLastHeard, {100, 98, 100}}};
constexpr ColumnWish kOther{140, 80, 140};
constexpr int kLeastWidth = 48, kWidest = 1200;

ColumnWish wishOf(int column)
{
    const auto* found =
        std::find_if(kShown.begin(), kShown.end(), [column](auto& each) { return each.column == column; });
    return found == kShown.end() ? kOther : found->wish;
}

/// The header's ground over the scroll bar, so that it runs over the whole width.
class HeaderEnd : public QWidget
{
public:
    explicit HeaderEnd(QWidget* parent) : QWidget(parent) { setFixedHeight(size::kHeader); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStyleOption option;
        option.initFrom(this);
        option.state.setFlag(QStyle::State_MouseOver, false);
        QPainter painter(this);
        style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, &painter, this);
    }
};

bool shownByDefault(int column)
{
    return std::any_of(kShown.begin(), kShown.end(), [column](const auto& each) { return each.column == column; });
}

const QString kColumns = QStringLiteral("columns"), kKey = QStringLiteral("key"), kWidth = QStringLiteral("width"),
              kHidden = QStringLiteral("hidden"), kSort = QStringLiteral("sort"), kDown = QStringLiteral("down");

} // namespace

PeopleTable::PeopleTable(PeopleModel& people, PeopleFilterModel& filtered, Settings& settings, QWidget* parent)
    : QTableView(parent), m_people(people), m_filtered(filtered), m_settings(settings),
      m_delegate(new PeopleDelegate(people, this))
{
    setObjectName(QStringLiteral("peopleTable"));
    setAccessibleName(tr("People"));
    // Before the view hears of it: a row that goes makes the next one current, which nobody chose.
    const auto moving = [this] { m_rowsMoving = true; };
    const auto moved = [this] { m_rowsMoving = false; };
    connect(&filtered, &QAbstractItemModel::rowsAboutToBeRemoved, this, moving);
    connect(&filtered, &QAbstractItemModel::modelAboutToBeReset, this, moving);
    connect(&filtered, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        m_rowsMoving = true;
        rememberInView();
        rememberChosen();
    });
    setModel(&filtered);
    connect(&filtered, &QAbstractItemModel::rowsRemoved, this, moved);
    connect(&filtered, &QAbstractItemModel::modelReset, this, moved);
    connect(&filtered, &QAbstractItemModel::layoutChanged, this, [this] {
        chooseAgain();
        m_rowsMoving = false;
        keepInView();
    });
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(size::kRow);
    verticalHeader()->setDefaultSectionSize(size::kRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* header = horizontalHeader();
    header->setObjectName(QStringLiteral("peopleHeader"));
    header->setFixedHeight(size::kHeader);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(kLeastWidth);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    addScrollBarWidget(new HeaderEnd(this), Qt::AlignTop);
    setCornerWidget(new QWidget(this)); // no edge where two scroll bars meet
    setSortingEnabled(true);
    restoreColumns();
    connect(&filtered, &QAbstractItemModel::modelReset, this, &PeopleTable::restoreColumns);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { onResized(column, width); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        fitToWidth();
        saveColumns();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &PeopleTable::saveColumns);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        QMenu menu(this);
        fillColumnsMenu(&menu);
        menu.exec(header->viewport()->mapToGlobal(at));
    });
}

void PeopleTable::rememberInView()
{
    m_rowsBefore = m_filtered.rowCount();
    m_inView.clear();
    const int first = rowAt(0);
    if (first < 0)
        return;
    const int last = std::min(m_rowsBefore - 1, first + viewport()->height() / size::kRow);
    const auto remember = [this, first](int row) {
        m_inView.append({m_filtered.index(row, PeopleModel::kName), row - first});
    };
    if (const int current = currentIndex().row(); current >= first && current <= last)
        remember(current);
    for (int row = first; row <= last; ++row)
        remember(row);
}

void PeopleTable::keepInView()
{
    // Sorted anew, the table shows what comes first now; where people came or went, it stays with whom it shows.
    const auto stays =
        std::find_if(m_inView.cbegin(), m_inView.cend(), [](const auto& at) { return at.row.isValid(); });
    if (m_rowsBefore != m_filtered.rowCount() && stays != m_inView.cend()) {
        executeDelayedItemsLayout();
        updateGeometries();
        verticalScrollBar()->setValue(stays->row.row() - stays->below);
    }
    m_inView.clear();
}

void PeopleTable::rememberChosen()
{
    // The selection would follow each cell of each row by itself, which is slow for thousands, and it loses everybody
    // where all are chosen and the first or the last of them goes.
    m_chosen = selectedPeople();
    if (m_chosen.size() < 2) {
        m_chosen.clear();
        return;
    }
    const QSignalBlocker quiet(selectionModel());
    selectionModel()->clearSelection();
}

void PeopleTable::chooseAgain()
{
    if (m_chosen.empty())
        return;
    std::vector<PersonId> people = std::exchange(m_chosen, {});
    std::sort(people.begin(), people.end());
    QItemSelection rows;
    const int count = m_filtered.rowCount(), lastColumn = m_filtered.columnCount() - 1;
    for (int row = 0, first = -1; row <= count; ++row) {
        const bool isChosen = row < count && std::binary_search(people.begin(), people.end(), m_filtered.personAt(row));
        if (isChosen && first < 0)
            first = row;
        if (!isChosen && first >= 0) {
            rows.append(QItemSelectionRange(m_filtered.index(first, 0), m_filtered.index(row - 1, lastColumn)));
            first = -1;
        }
    }
    if (rows.isEmpty())
        Q_EMIT selectionMoved();
    else
        selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

std::vector<PersonId> PeopleTable::selectedPeople() const
{
    // Rows are always chosen whole. Asked for its rows, the selection would look at every cell of each.
    std::vector<int> rows;
    const QItemSelection chosen = selectionModel()->selection();
    for (const QItemSelectionRange& range : chosen)
        for (int row = range.top(); range.isValid() && row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<PersonId> people;
    for (const int row : rows)
        people.push_back(m_filtered.personAt(row));
    return people;
}

PersonId PeopleTable::currentPerson() const { return m_filtered.personAt(currentIndex().row()); }

bool PeopleTable::choose(PersonId person)
{
    const int row = m_filtered.rowOf(person);
    const bool wasMoving = std::exchange(m_rowsMoving, true);
    if (row < 0) {
        clearSelection();
    } else {
        const int column = currentIndex().isValid() ? currentIndex().column() : int{PeopleModel::kName};
        const QModelIndex target = m_filtered.index(row, isColumnHidden(column) ? int{PeopleModel::kName} : column);
        selectionModel()->setCurrentIndex(target, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(target);
        // The table may only now be getting its size.
        QTimer::singleShot(0, this, [this] {
            if (currentIndex().isValid())
                scrollTo(currentIndex());
        });
    }
    m_rowsMoving = wasMoving;
    return row >= 0;
}

void PeopleTable::setShownPerson(PersonId person)
{
    m_delegate->setShownPerson(person);
    viewport()->update();
}

void PeopleTable::fillColumnsMenu(QMenu* menu)
{
    menu->clear();
    const auto* header = horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (column == PeopleModel::kName)
            continue;
        auto* action = menu->addAction(m_people.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            {
                const QScopedValueRollback<bool> arranging(m_arranging, true);
                setColumnHidden(column, !shown);
            }
            fitToWidth();
            saveColumns();
        });
    }
    menu->addSeparator();
    auto* usual = menu->addAction(tr("The usual columns"));
    connect(usual, &QAction::triggered, this, [this] {
        m_settings.reset(setting::kMembersHeader);
        restoreColumns();
    });
}

void PeopleTable::restoreColumns()
{
    if (m_filtered.columnCount() == 0)
        return;
    m_arranging = true;
    m_wanted.clear();
    auto* header = horizontalHeader();
    const QJsonObject stored = QJsonDocument::fromJson(m_settings.value(setting::kMembersHeader)).object();
    QHash<QString, int> columnOf;
    for (int column = 0; column < m_people.columnCount(); ++column) {
        columnOf.insert(m_people.columnKey(column), column);
        setColumnHidden(column, !shownByDefault(column));
        header->moveSection(header->visualIndex(column), column);
    }
    int place = 0;
    for (const QJsonValue& value : stored.value(kColumns).toArray()) {
        const QJsonObject each = value.toObject();
        const int column = columnOf.value(each.value(kKey).toString(), -1);
        if (column < 0)
            continue;
        setColumnHidden(column, column != PeopleModel::kName && each.value(kHidden).toBool());
        const int width = std::clamp(each.value(kWidth).toInt(wishOf(column).wanted), kLeastWidth, kWidest);
        if (width != wishOf(column).wanted)
            m_wanted.insert(column, width);
        header->moveSection(header->visualIndex(column), place++);
    }
    const int sorted = columnOf.value(stored.value(kSort).toString(), PeopleModel::kName);
    sortByColumn(sorted, stored.value(kDown).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_arranging = false;
    fitToWidth();
}

std::vector<int> PeopleTable::shownColumns() const
{
    std::vector<int> columns;
    const auto* header = horizontalHeader();
    for (int place = 0; place < header->count(); ++place)
        if (!isColumnHidden(header->logicalIndex(place)))
            columns.push_back(header->logicalIndex(place));
    return columns;
}

int PeopleTable::wantedWidth(int column) const { return m_wanted.value(column, wishOf(column).wanted); }

void PeopleTable::fitToWidth()
{
    const QScopedValueRollback<bool> arranging(m_arranging, true);
    const auto columns = shownColumns();
    std::vector<ColumnWish> wishes;
    for (const int column : columns) {
        ColumnWish wish = wishOf(column);
        if (const auto chosen = m_wanted.constFind(column); chosen != m_wanted.constEnd())
            wish = {*chosen, *chosen, *chosen};
        wishes.push_back(wish);
    }
    const auto widths = fitColumns(wishes, viewport()->width());
    for (std::size_t at = 0; at < columns.size(); ++at)
        setColumnWidth(columns[at], widths[at]);
}

void PeopleTable::onResized(int column, int width)
{
    if (m_arranging || m_rowsMoving)
        return;
    m_wanted.insert(column, width);
    // The others stay as they are below the pointer; only the last one fills what is left.
    const auto columns = shownColumns();
    if (!columns.empty() && columns.back() != column) {
        const QScopedValueRollback<bool> arranging(m_arranging, true);
        int room = viewport()->width();
        for (const int each : columns)
            room -= each == columns.back() ? 0 : columnWidth(each);
        setColumnWidth(columns.back(), std::max(room, wantedWidth(columns.back())));
    }
    saveColumns();
}

void PeopleTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitToWidth();
}

void PeopleTable::saveColumns()
{
    if (m_arranging || m_rowsMoving || !m_people.isLoaded())
        return;
    const auto* header = horizontalHeader();
    QJsonArray columns;
    QStringList known;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        known.append(m_people.columnKey(column));
        // What was asked for, not what this window had room for.
        columns.append(
            QJsonObject{{kKey, known.last()}, {kHidden, isColumnHidden(column)}, {kWidth, wantedWidth(column)}});
    }
    // Columns of other files are kept for when those are opened again.
    const QJsonObject before = QJsonDocument::fromJson(m_settings.value(setting::kMembersHeader)).object();
    for (const QJsonValue& value : before.value(kColumns).toArray())
        if (!known.contains(value.toObject().value(kKey).toString()))
            columns.append(value);
    const QJsonObject now{{kColumns, columns},
                          {kSort, m_people.columnKey(header->sortIndicatorSection())},
                          {kDown, header->sortIndicatorOrder() == Qt::DescendingOrder}};
    m_settings.set(setting::kMembersHeader, QJsonDocument(now).toJson(QJsonDocument::Compact));
}

void PeopleTable::keyPressEvent(QKeyEvent* event)
{
    const bool editing = state() == EditingState;
    if (!editing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (const PersonId person = currentPerson())
            Q_EMIT pageRequested(person);
        return;
    }
    if (!editing && event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        Q_EMIT archiveRequested();
        return;
    }
    if (!editing && event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier) {
        // A name is one person's own: filled down it would only be lost.
        if (const int column = currentIndex().column();
            column != PeopleModel::kName && PeopleFilterModel::isEditable(column))
            Q_EMIT fillDownRequested(column);
        return;
    }
    QTableView::keyPressEvent(event);
}

void PeopleTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_rowsMoving && current.isValid() && current.row() != previous.row())
        Q_EMIT personChosen(m_filtered.personAt(current.row()));
}

void PeopleTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace weavemap::ui

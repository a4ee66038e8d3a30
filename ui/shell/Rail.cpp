// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rail.h"

#include <QEvent>
#include <QListView>
#include <QMenu>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/shell/RailDelegate.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

Rail::Rail(QWidget* parent)
    : QFrame(parent), m_name(new TextLabel({}, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::many)),
      m_count(new TextLabel({}, TextStyle::second, ColorRole::muted)),
      m_viewsHead(new TextLabel(tr("Saved views"), TextStyle::caption, ColorRole::muted)),
      m_backup(new TextLabel({}, TextStyle::caption, ColorRole::muted, TextLabel::Lines::many)),
      m_upper(makeList(QStringLiteral("railPlaces"), tr("Places"))),
      m_views(makeList(QStringLiteral("railViews"), tr("Saved views"))),
      m_lower(makeList(QStringLiteral("railFoot"), tr("History and settings"))),
      m_upperModel(new QStandardItemModel(this)), m_viewsModel(new QStandardItemModel(this)),
      m_lowerModel(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("rail"));
    setProperty("role", QStringLiteral("rail"));
    setFixedWidth(size::kRail);
    m_upper->setModel(m_upperModel);
    m_views->setModel(m_viewsModel);
    m_lower->setModel(m_lowerModel);
    m_upper->setItemDelegate(new RailDelegate(RailDelegate::Lines::places, m_upper));
    m_views->setItemDelegate(new RailDelegate(RailDelegate::Lines::views, m_views));
    m_lower->setItemDelegate(new RailDelegate(RailDelegate::Lines::places, m_lower));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 14, 10, 12);
    column->setSpacing(0);
    for (TextLabel* label : {m_name, m_count, m_viewsHead, m_backup})
        label->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_name);
    column->addWidget(m_count);
    column->addSpacing(space::k12);
    column->addWidget(m_upper);
    column->addSpacing(space::k20);
    column->addWidget(m_viewsHead);
    column->addSpacing(space::k8);
    column->addWidget(m_views);
    column->addStretch();
    column->addWidget(m_lower);
    column->addSpacing(space::k8);
    column->addWidget(m_backup);

    for (QListView* list : {m_upper, m_lower}) {
        connect(list, &QListView::clicked, this, [this](const QModelIndex& index) {
            Q_EMIT placeChosen(static_cast<PlaceId>(index.data(RailDelegate::kTarget).toInt()));
        });
        connect(list, &QListView::activated, this, [this](const QModelIndex& index) {
            Q_EMIT placeChosen(static_cast<PlaceId>(index.data(RailDelegate::kTarget).toInt()));
        });
    }
    const auto chooseView = [this](const QModelIndex& index) {
        m_currentView = ViewId{index.data(RailDelegate::kTarget).toLongLong()};
        Q_EMIT viewChosen(m_currentView);
    };
    connect(m_views, &QListView::clicked, this, chooseView);
    connect(m_views, &QListView::activated, this, chooseView);
    m_views->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_views, &QListView::customContextMenuRequested, this, &Rail::openViewMenu);
    m_viewsHead->hide();
    m_views->hide();
}

void Rail::openViewMenu(const QPoint& at)
{
    // By the keyboard the place is the middle of the list: it is the row with the keyboard that is meant.
    const QModelIndex under = m_views->indexAt(at);
    const QModelIndex row = m_views->hasFocus() && m_views->currentIndex().isValid() ? m_views->currentIndex() : under;
    if (!row.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("railViewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT viewMenuWanted(ViewId{row.data(RailDelegate::kTarget).toLongLong()}, menu);
    const QPoint foot = m_views->visualRect(row).bottomLeft() + QPoint(space::k12, 0);
    menu->popup(m_views->viewport()->mapToGlobal(under == row ? at : foot));
}

void Rail::setCurrentView(ViewId view)
{
    m_currentView = view;
    syncSelection();
}

QListView* Rail::makeList(const QString& objectName, const QString& accessibleName)
{
    auto* list = new QListView(this);
    list->setObjectName(objectName);
    list->setAccessibleName(accessibleName);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setMouseTracking(true);
    list->setUniformItemSizes(true);
    list->viewport()->setAutoFillBackground(false);
    list->installEventFilter(this);
    return list;
}

void Rail::setPlaces(const QList<PlaceId>& upper, const QList<PlaceId>& lower)
{
    const auto fill = [](QStandardItemModel* model, const QList<PlaceId>& places) {
        model->clear();
        for (const PlaceId place : places) {
            auto* item = new QStandardItem(nameOf(place));
            item->setData(iconOf(place), RailDelegate::kIconName);
            item->setData(static_cast<int>(place), RailDelegate::kTarget);
            item->setToolTip(nameOf(place));
            model->appendRow(item);
        }
    };
    fill(m_upperModel, upper);
    fill(m_lowerModel, lower);
    syncHeights();
    syncSelection();
}

void Rail::setNetwork(const QString& name, const QString& count)
{
    m_name->setText(name);
    m_count->setText(count);
}

void Rail::setCount(PlaceId place, const QString& count)
{
    for (int row = 0; row < m_upperModel->rowCount(); ++row) {
        QStandardItem* item = m_upperModel->item(row);
        if (item->data(RailDelegate::kTarget).toInt() != static_cast<int>(place))
            continue;
        item->setData(count, RailDelegate::kFigure);
        item->setData(count.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), count), Qt::AccessibleTextRole);
    }
}

void Rail::setViews(const QList<QPair<ViewId, QString>>& views)
{
    m_viewsModel->clear();
    for (const auto& [id, name] : views) {
        auto* item = new QStandardItem(name);
        item->setData(static_cast<qlonglong>(id.value), RailDelegate::kTarget);
        m_viewsModel->appendRow(item);
    }
    const bool shown = !views.isEmpty() && !m_folded;
    m_viewsHead->setVisible(shown);
    m_views->setVisible(shown);
    syncHeights();
    syncSelection();
}

void Rail::setBackupLine(const QString& line) { m_backup->setText(line); }

void Rail::setCurrent(std::optional<PlaceId> place)
{
    m_current = place;
    syncSelection();
}

bool Rail::eventFilter(QObject* watched, QEvent* event)
{
    // Arrow keys move the choice; where they left it without Enter, the place in front is shown again.
    if (event->type() == QEvent::FocusOut)
        syncSelection();
    return QFrame::eventFilter(watched, event);
}

void Rail::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? size::kRailFolded : size::kRail);
    for (TextLabel* label : {m_name, m_count, m_backup})
        label->setVisible(!folded);
    for (QListView* list : {m_upper, m_lower})
        static_cast<RailDelegate*>(list->itemDelegate())->setFolded(folded);
    const bool views = !folded && m_viewsModel->rowCount() > 0;
    m_viewsHead->setVisible(views);
    m_views->setVisible(views);
    update();
}

void Rail::syncHeights()
{
    for (QListView* list : {m_upper, m_views, m_lower})
        list->setFixedHeight(list->model()->rowCount() * (list->sizeHintForRow(0) > 0 ? list->sizeHintForRow(0) : 0));
}

void Rail::syncSelection()
{
    for (QListView* list : {m_upper, m_lower}) {
        const QSignalBlocker blocker(list->selectionModel());
        list->selectionModel()->clear();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (m_current && index.data(RailDelegate::kTarget).toInt() == static_cast<int>(*m_current))
                list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        }
        list->viewport()->update();
    }
    // A view stays chosen while the map it was opened on is in front.
    m_views->clearSelection();
    for (int row = 0; m_current == PlaceId::map && m_currentView && row < m_viewsModel->rowCount(); ++row)
        if (m_viewsModel->item(row)->data(RailDelegate::kTarget).toLongLong() == m_currentView.value)
            m_views->selectionModel()->setCurrentIndex(m_viewsModel->index(row, 0),
                                                       QItemSelectionModel::ClearAndSelect);
}

QString Rail::nameOf(PlaceId place)
{
    switch (place) {
    case PlaceId::today:
        return tr("Today");
    case PlaceId::conversations:
        return tr("Conversations");
    case PlaceId::map:
        return tr("Map");
    case PlaceId::members:
        return tr("Members");
    case PlaceId::introductions:
        return tr("Introductions");
    case PlaceId::health:
        return tr("Health");
    case PlaceId::charts:
        return tr("Charts");
    case PlaceId::reports:
        return tr("Reports");
    case PlaceId::history:
        return tr("History");
    case PlaceId::settings:
        return tr("Settings");
    case PlaceId::questions:
        return tr("Question bank");
    case PlaceId::activities:
        return tr("Convenings and projects");
    }
    return {};
}

QString Rail::iconOf(PlaceId place)
{
    switch (place) {
    case PlaceId::today:
        return QStringLiteral("today");
    case PlaceId::conversations:
        return QStringLiteral("conversations");
    case PlaceId::map:
        return QStringLiteral("map");
    case PlaceId::members:
        return QStringLiteral("members");
    case PlaceId::introductions:
        return QStringLiteral("introductions");
    case PlaceId::health:
        return QStringLiteral("health");
    case PlaceId::charts:
        return QStringLiteral("charts");
    case PlaceId::reports:
        return QStringLiteral("reports");
    case PlaceId::history:
        return QStringLiteral("history");
    case PlaceId::settings:
        return QStringLiteral("settings");
    case PlaceId::questions:
        return QStringLiteral("need");
    case PlaceId::activities:
        return QStringLiteral("calendar");
    }
    return {};
}

} // namespace weavemap::ui

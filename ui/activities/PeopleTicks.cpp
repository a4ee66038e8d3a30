// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/PeopleTicks.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/activities/WordsFilter.h"
#include "ui/base/Type.h"
#include "ui/widgets/SearchField.h"

namespace weavemap::ui {

namespace {

constexpr int kTickColumn = 92;

} // namespace

PeopleTicks::PeopleTicks(PeopleModel& people, const QStringList& columns, int main, QWidget* parent)
    : QWidget(parent), m_model(new TicksModel(people, columns, this)), m_field(new SearchField(tr("Type a name"))),
      m_table(new QTableView), m_main(main)
{
    auto* shown = new WordsFilter(this);
    shown->setSourceModel(m_model);
    m_shown = shown;
    m_field->setObjectName(QStringLiteral("ticksFilter"));
    m_field->setAccessibleName(tr("Type a name; Enter ticks the first who is not ticked yet"));
    m_table->setObjectName(QStringLiteral("ticksTable"));
    m_table->setAccessibleName(tr("People"));
    m_table->setModel(m_shown);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(size::kRowDense);
    m_table->verticalHeader()->setDefaultSectionSize(size::kRowDense);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column <= columns.size(); ++column) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        m_table->setColumnWidth(column, kTickColumn);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k8);
    column->addWidget(m_field);
    column->addWidget(m_table, 1);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(m_field, &SearchField::textChanged, this, [shown](const QString& text) { shown->setQuery(text); });
    connect(m_field, &SearchField::wentDown, m_table, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_shown->index(0, 0));
    });
    connect(m_model, &TicksModel::ticked, this, &PeopleTicks::changed);
}

void PeopleTicks::toggle(const QModelIndex& shown)
{
    if (shown.isValid())
        m_model->toggle(m_shown->mapToSource(shown).row(), shown.column() > 0 ? shown.column() - 1 : m_main);
}

void PeopleTicks::tickFirst()
{
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex shown = m_shown->index(row, 0);
        if (m_model->isTicked(m_shown->mapToSource(shown).row(), m_main))
            continue;
        toggle(shown);
        return;
    }
}

bool PeopleTicks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (watched == m_table && plain && key->key() == Qt::Key_Space) {
        toggle(m_table->currentIndex());
        return true;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_field && plain && isEnter && !m_field->text().trimmed().isEmpty()) {
        tickFirst();
        m_field->selectAll();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PromiseList.h"

#include <algorithm>

#include <QApplication>
#include <QCheckBox>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

PromiseList::PromiseList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
}

int PromiseList::focusedRow() const
{
    const QWidget* focus = QApplication::focusWidget();
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row]->isAncestorOf(focus))
            return static_cast<int>(row);
    return -1;
}

void PromiseList::focusRow(int row)
{
    if (row >= 0 && row < count())
        m_rows[static_cast<std::size_t>(row)]->check()->setFocus(Qt::TabFocusReason);
}

void PromiseList::clear()
{
    m_rows.clear();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        // Later: a row may be asking for this.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void PromiseList::setPromises(const std::vector<PromiseText>& promises, Date today, Access access)
{
    const int focused = focusedRow();
    const FollowUpId focusedId = focused < 0 ? FollowUpId{} : m_rows[static_cast<std::size_t>(focused)]->id();
    clear();
    for (const PromiseText& promise : promises) {
        if (!m_rows.empty()) {
            auto* line = new Hairline;
            m_column->addWidget(line);
            line->show();
        }
        auto* row = new PromiseRow(promise, today);
        row->setEditable(access == Access::readWrite);
        const int at = count();
        connect(row, &PromiseRow::kept, this, &PromiseList::kept);
        connect(row, &PromiseRow::conversationRequested, this, &PromiseList::conversationRequested);
        connect(row, &PromiseRow::stepRequested, this, [this, at](int step) { focusRow(at + step); });
        m_rows.push_back(row);
        m_column->addWidget(row);
        row->show();
    }
    if (focused < 0)
        return;
    if (m_rows.empty()) {
        Q_EMIT focusLeft();
        return;
    }
    // The same promise, or the one that took its place.
    const auto same = std::find_if(m_rows.begin(), m_rows.end(),
                                   [focusedId](const PromiseRow* row) { return row->id() == focusedId; });
    PromiseRow* next = same != m_rows.end() ? *same : m_rows[static_cast<std::size_t>(std::min(focused, count() - 1))];
    next->check()->setFocus(Qt::TabFocusReason);
}

} // namespace weavemap::ui

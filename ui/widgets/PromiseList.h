// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/widgets/PromiseRow.h"

class QVBoxLayout;

namespace weavemap::ui {

/// Open promises one below the other, as every place shows them. Up and Down walk, X and Space keep one; the keyboard
/// stays where it was when a promise goes.
class PromiseList : public QWidget
{
    Q_OBJECT

public:
    enum class Access { readOnly, readWrite };

    explicit PromiseList(QWidget* parent = nullptr);

    /// Shows these and no others.
    void setPromises(const std::vector<PromiseText>& promises, Date today, Access access);
    int count() const { return static_cast<int>(m_rows.size()); }
    /// Puts the keyboard on the box of a row.
    void focusRow(int row);

Q_SIGNALS:
    void kept(weavemap::FollowUpId followUp);
    void conversationRequested(weavemap::ConversationId conversation);
    /// The keyboard was in the last promise, and it went.
    void focusLeft();

private:
    int focusedRow() const;
    void clear();

    QVBoxLayout* m_column;
    std::vector<PromiseRow*> m_rows;
};

} // namespace weavemap::ui

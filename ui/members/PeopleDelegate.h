// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

#include "core/domain/Ids.h"

class QFrame;

namespace weavemap::ui {

class PeopleModel;

/// Draws a row of the people table, and edits one cell of it in place. A text that does not fit keeps the editor open
/// and says why below it; Escape gives up.
class PeopleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PeopleDelegate(const PeopleModel& people, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool eventFilter(QObject* editor, QEvent* event) override;

    /// The row that is drawn bold: that of the page beside the table.
    void setShownPerson(PersonId person) { m_shown = person; }

Q_SIGNALS:
    void edited(weavemap::PersonId person, int column, const QString& text) const;

private:
    QString problemOf(const QWidget& editor) const;
    void showProblem(QWidget& editor, const QString& sentence);

    const PeopleModel& m_people;
    PersonId m_shown;
    QPointer<QFrame> m_problem;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleDelegate.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/members/PersonFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PaintParts.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr double kPad = 10, kDotAt = 16, kDotRadius = 5.5, kNameLeft = 30;
constexpr int kProblemWidth = 300;
constexpr auto kPersonProperty = "weavemapPerson";
constexpr auto kColumnProperty = "weavemapColumn";

QString textOf(const QWidget& editor)
{
    if (const auto* combo = qobject_cast<const QComboBox*>(&editor))
        return combo->currentText();
    const auto* line = qobject_cast<const QLineEdit*>(&editor);
    return line ? line->text() : QString();
}

PersonId personOf(const QWidget& editor) { return PersonId{editor.property(kPersonProperty).toLongLong()}; }
int columnOf(const QWidget& editor) { return editor.property(kColumnProperty).toInt(); }

bool hasCompletion(int column)
{
    return column == PeopleModel::kRegion || column == PeopleModel::kRole || column == PeopleModel::kOrganization ||
           column >= PeopleModel::kFixedColumns;
}

double textRoom(const QRectF& cell, int column)
{
    return column == PeopleModel::kName ? cell.width() - kNameLeft - kPad : cell.width() - 2 * kPad;
}

} // namespace

PeopleDelegate::PeopleDelegate(const PeopleModel& people, QObject* parent)
    : QStyledItemDelegate(parent), m_people(people)
{}

void PeopleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = currentTheme();
    painter->save();
    const QRectF cell(option.rect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(cell, theme.color(ColorRole::accentSoft));
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.color(ColorRole::border));
    QColor ink = theme.color(ColorRole::text);
    if (!index.data(PeopleModel::kCurrentRole).toBool())
        ink = theme.color(ColorRole::muted);
    const int column = index.column();
    const PersonId person{index.data(PeopleModel::kIdRole).toLongLong()};
    const bool heard = index.data(PeopleModel::kHeardRole).toBool();
    if (column == PeopleModel::kLastHeard && !heard &&
        index.data(PeopleModel::kKindRole).toInt() == static_cast<int>(PersonKind::member))
        ink = theme.color(ColorRole::warning);
    if (column == PeopleModel::kName) {
        paintDot(painter, {cell.left() + kDotAt, cell.center().y()}, kDotRadius,
                 index.data(PeopleModel::kColourRole).toInt(), heard ? Heard::yes : Heard::no, theme);
        paintText(painter, cell.adjusted(kNameLeft, 0, -kPad, 0), index.data().toString(),
                  selected && person == m_shown ? TextStyle::controlBold : TextStyle::control, ink);
    } else {
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
        paintText(painter, cell.adjusted(kPad, 0, -kPad, 0), index.data().toString(), TextStyle::control, ink,
                  alignment);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.color(ColorRole::focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(cell.adjusted(2, 2, -2, -3), 4, 4);
    }
    painter->restore();
}

QSize PeopleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetricsF metrics(font(TextStyle::control));
    const double text = metrics.horizontalAdvance(index.data().toString());
    const double around = index.column() == PeopleModel::kName ? kNameLeft + kPad : 2 * kPad;
    return {static_cast<int>(text + around) + 2, size::kRow};
}

bool PeopleDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    // Only what does not fit needs to be told in full.
    const QString text = index.data().toString();
    const QFontMetricsF metrics(font(TextStyle::control));
    if (event->type() != QEvent::ToolTip || metrics.horizontalAdvance(text) <= textRoom(option.rect, index.column())) {
        QToolTip::hideText();
        return true;
    }
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

QWidget* PeopleDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    QWidget* editor = nullptr;
    const int column = index.column();
    if (column == PeopleModel::kLevel) {
        auto* combo = new QComboBox(parent);
        for (int level = 0; level <= static_cast<int>(EngagementLevel::peripheral); ++level)
            combo->addItem(words(static_cast<EngagementLevel>(level)));
        editor = combo;
    } else {
        auto* line = new QLineEdit(parent);
        line->setFont(font(TextStyle::control));
        if (column == PeopleModel::kJoined || column == PeopleModel::kLeft)
            line->setPlaceholderText(tr("like 2026-10-15"));
        if (hasCompletion(column)) {
            auto* completer = new QCompleter(valuesIn(m_people, column), line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setFilterMode(Qt::MatchContains);
            line->setCompleter(completer);
        }
        connect(line, &QLineEdit::textEdited, this, [this] {
            if (m_problem)
                m_problem->deleteLater();
        });
        editor = line;
    }
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(m_people.headerData(column, Qt::Horizontal).toString());
    editor->setProperty(kPersonProperty, index.data(PeopleModel::kIdRole).toLongLong());
    editor->setProperty(kColumnProperty, column);
    return editor;
}

void PeopleDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    // Called again when the row changes below the editor: what was typed stays.
    constexpr auto kFilled = "weavemapFilled";
    if (editor->property(kFilled).toBool())
        return;
    editor->setProperty(kFilled, true);
    const int row = m_people.rowOf(personOf(*editor));
    if (row < 0)
        return;
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(static_cast<int>(m_people.row(row).person.level));
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(cellText(m_people, row, index.column()));
        line->selectAll();
    }
}

void PeopleDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    if (!problemOf(*editor).isEmpty())
        return;
    QString text = textOf(*editor);
    if (const auto* combo = qobject_cast<QComboBox*>(editor); combo && combo->currentIndex() == 0)
        text.clear();
    Q_EMIT edited(personOf(*editor), index.column(), text);
}

void PeopleDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex& index) const
{
    QRect cell = option.rect.adjusted(2, 1, -2, -2);
    if (index.column() == PeopleModel::kName)
        cell.setLeft(option.rect.left() + static_cast<int>(kNameLeft) - 8);
    // Narrow columns still leave room to write.
    cell.setWidth(std::max(cell.width(), 120));
    if (const auto* viewport = editor->parentWidget(); viewport && cell.right() > viewport->width())
        cell.moveRight(viewport->width() - 1);
    editor->setGeometry(cell);
}

QString PeopleDelegate::problemOf(const QWidget& editor) const
{
    const auto* row = m_people.find(personOf(editor));
    return row ? cellProblem(row->person, columnOf(editor), textOf(editor)) : QString();
}

bool PeopleDelegate::eventFilter(QObject* object, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(object);
    if (!editor || !editor->property(kPersonProperty).isValid())
        return QStyledItemDelegate::eventFilter(object, event);
    bool leaves = event->type() == QEvent::FocusOut;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        leaves = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
    }
    if (leaves) {
        if (const QString problem = problemOf(*editor); !problem.isEmpty()) {
            showProblem(*editor, problem);
            return event->type() == QEvent::KeyPress;
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

void PeopleDelegate::showProblem(QWidget& editor, const QString& sentence)
{
    delete m_problem;
    auto* viewport = editor.parentWidget();
    auto* card = new Card(Card::Kind::floating, Card::Padding::none, viewport);
    card->setObjectName(QStringLiteral("cellProblem"));
    card->setAutoFillBackground(true);
    auto* label = new TextLabel(sentence, TextStyle::second, ColorRole::danger, TextLabel::Lines::many);
    label->setObjectName(QStringLiteral("cellProblemText"));
    card->body()->setContentsMargins(10, 8, 10, 8);
    card->body()->addWidget(label);
    card->setFixedWidth(kProblemWidth);
    card->adjustSize();
    if (card->hasHeightForWidth())
        card->resize(kProblemWidth, card->heightForWidth(kProblemWidth));
    const int left = std::max(0, std::min(editor.x(), viewport->width() - kProblemWidth));
    const bool below = editor.geometry().bottom() + 4 + card->height() <= viewport->height();
    card->move(left, below ? editor.geometry().bottom() + 4 : editor.y() - 4 - card->height());
    card->show();
    connect(&editor, &QObject::destroyed, card, &QObject::deleteLater);
    editor.setAccessibleDescription(sentence);
    m_problem = card;
}

} // namespace weavemap::ui

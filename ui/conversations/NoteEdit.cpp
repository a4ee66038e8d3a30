// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/NoteEdit.h"

#include <algorithm>
#include <utility>

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/conversations/NoteCompleter.h"
#include "ui/conversations/NoteHighlighter.h"

namespace weavemap::ui {

namespace {
constexpr int kTextMargin = 20, kPopupWidth = 380;
}

NoteEdit::NoteEdit(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new NoteHighlighter(document())), m_completer(new NoteCompleter(this))
{
    setFont(ui::font(TextStyle::note));
    setTabChangesFocus(true);
    document()->setDocumentMargin(kTextMargin);
    m_completer->setWidget(this);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(m_completer->personAt(index.row())); });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_highlighter->isColouring())
            Q_EMIT edited();
    });
    // The list is for what stood before the cursor: typing makes it anew.
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (isOffering() && typedMention(textCursor()).size() != m_completer->typedLength())
            stopOffering();
    });
}

void NoteEdit::setPeople(std::shared_ptr<const weaving::PeopleIndex> people)
{
    m_completer->setPeople(std::move(people));
}

void NoteEdit::setDetails(std::function<QString(PersonId)> details) { m_completer->setDetails(std::move(details)); }

void NoteEdit::setMarks(const std::vector<NoteMark>& marks) { m_highlighter->setMarks(marks); }

void NoteEdit::setLit(std::optional<TextPlace> place)
{
    m_lit = place;
    QList<QTextEdit::ExtraSelection> lit;
    if (place) {
        const int end = document()->characterCount() - 1;
        QTextEdit::ExtraSelection words;
        words.cursor = QTextCursor(document());
        words.cursor.setPosition(std::min(place->begin, end));
        const QTextCursor from = words.cursor;
        words.cursor.setPosition(std::min(place->end, end), QTextCursor::KeepAnchor);
        words.format.setBackground(currentTheme().color(ColorRole::noteHighlight));
        lit.append(words);
        // Into view, where it is not; the user's own cursor stays where it is. The bar counts lines.
        const QRectF at = blockBoundingGeometry(from.block()).translated(contentOffset());
        if (at.top() < 0 || at.bottom() > viewport()->height())
            verticalScrollBar()->setValue(from.block().firstLineNumber());
    }
    setExtraSelections(lit);
}

bool NoteEdit::isOffering() const { return m_completer->popup()->isVisible(); }

void NoteEdit::stopOffering() { m_completer->popup()->hide(); }

void NoteEdit::offer()
{
    if (!m_completer->offer(textCursor())) {
        stopOffering();
        return;
    }
    QTextCursor sign = textCursor();
    sign.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, m_completer->typedLength());
    QRect below = cursorRect(sign).translated(viewport()->pos());
    below.setWidth(kPopupWidth);
    const QModelIndex chosen = m_completer->popup()->currentIndex();
    m_completer->complete(below.adjusted(0, 0, 0, space::k4));
    m_completer->popup()->setCurrentIndex(chosen);
}

void NoteEdit::take(const PersonChoice& person)
{
    stopOffering();
    if (!person.isSomebody())
        return;
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, m_completer->typedLength());
    cursor.insertText(person.name);
    setTextCursor(cursor);
    Q_EMIT personChosen(person.name, person);
}

bool NoteEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        isOffering()) {
        event->accept(); // the list goes first
        return true;
    }
    // Tab leaves the box before it is heard as a key.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab && isOffering() &&
        m_completer->chosen().isSomebody()) {
        take(m_completer->chosen());
        return true;
    }
    return QPlainTextEdit::event(event);
}

void NoteEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isOffering()) {
        if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
            stopOffering();
            event->accept();
            Q_EMIT storeRequested();
            return;
        }
        if (event->key() == Qt::Key_Escape) {
            stopOffering();
            event->accept();
            return;
        }
        if (isEnter) {
            const PersonChoice person = m_completer->chosen();
            if (person.isSomebody()) {
                take(person);
                event->accept();
                return;
            }
            stopOffering();
        }
    }
    const int before = document()->revision();
    QPlainTextEdit::keyPressEvent(event);
    // Moving about offers nothing; typing and taking back does.
    if (document()->revision() != before)
        offer();
}

void NoteEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->recolour();
        setLit(m_lit);
    }
}

void NoteEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        stopOffering();
}

} // namespace weavemap::ui

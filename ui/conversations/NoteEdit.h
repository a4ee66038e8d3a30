// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QPlainTextEdit>

#include "core/weaving/PeopleIndex.h"
#include "ui/conversations/NoteRead.h"

namespace weavemap::ui {

class NoteCompleter;
class NoteHighlighter;

/// The box a note is typed in: what the reader makes out is coloured, @ offers people, the words behind a proposal can
/// be lit. Text and keys only; it reads nothing itself.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEdit(QWidget* parent = nullptr);

    /// Whom @ offers, and what stands muted behind a name.
    void setPeople(std::shared_ptr<const weaving::PeopleIndex> people);
    void setDetails(std::function<QString(PersonId)> details);
    void setMarks(const std::vector<NoteMark>& marks);
    /// Lights a piece of the text and brings it into view; nothing: none is lit.
    void setLit(std::optional<TextPlace> place);

Q_SIGNALS:
    /// The text is another one; not emitted where its colours are.
    void edited();
    /// Somebody was chosen behind an @; `words` is what stands there now.
    void personChosen(const QString& words, const weavemap::ui::PersonChoice& person);
    /// Ctrl+Enter while people were being offered, where no shortcut hears it.
    void storeRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool isOffering() const;
    void offer();
    void stopOffering();
    void take(const PersonChoice& person);

    NoteHighlighter* m_highlighter;
    NoteCompleter* m_completer;
    std::optional<TextPlace> m_lit;
};

} // namespace weavemap::ui

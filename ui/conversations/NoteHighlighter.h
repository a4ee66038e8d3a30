// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QSyntaxHighlighter>
#include <QTimer>

#include "ui/conversations/NoteRead.h"

namespace weavemap::ui {

/// Colours what the reader made out in a note: people, topics, needs, offers, dates. Only lines whose colours differ
/// are laid out anew; in a long note slice by slice, while the window goes on.
class NoteHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit NoteHighlighter(QTextDocument* document);

    /// What of the document is coloured from now on.
    void setMarks(const std::vector<NoteMark>& marks);
    /// The colours of the theme have changed.
    void recolour();
    /// Whether lines are being laid out anew, by which the text does not change.
    bool isColouring() const { return m_colouring; }

protected:
    void highlightBlock(const QString& text) override;

private:
    void colourSome();
    QTextCharFormat formatOf(NoteMark::Kind kind) const;

    std::vector<NoteMark> m_marks; ///< by where they begin
    int m_longest = 0;             ///< of the marks
    int m_nextBlock = 0;
    bool m_colouring = false;
    QTimer m_rest;
};

} // namespace weavemap::ui

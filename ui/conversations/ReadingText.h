// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPlainTextEdit>
#include <QString>
#include <QTimer>

namespace weavemap::ui {

/// The text of a note for reading and copying: as high as its lines, up to a height from which it scrolls, so that a
/// note of ten thousand lines costs no more than one of ten. What is far longer comes in bit by bit while the window
/// goes on, and a line of thousands of letters is shown in several, for laying out a single one takes seconds; what is
/// copied is the line as it was written.
class ReadingText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReadingText(QWidget* parent = nullptr);

    void setText(const QString& text);
    /// Whether some of the text is still to come.
    bool isFilling() const { return m_at < m_text.size(); }

protected:
    QMimeData* createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void append(qsizetype end);
    void appendNext();

    QString m_text;                  ///< in lines that can be shown
    std::vector<qsizetype> m_breaks; ///< of its line ends those that are not in the note, in their order
    std::size_t m_nextBreak = 0;     ///< the first that is not shown yet
    qsizetype m_at = 0;
    QTimer m_next;
};

} // namespace weavemap::ui

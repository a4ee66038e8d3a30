// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace weavemap::ui {

/// The text of a note for reading and copying: as high as its lines, up to a height from which it scrolls, so that a
/// note of ten thousand lines costs no more than one of ten.
class ReadingText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReadingText(QWidget* parent = nullptr);

    void setText(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/conversations/ProposalWords.h"
#include "ui/conversations/TwoLines.h"

namespace weavemap::ui {

/// A line beside the note: what will be recorded and the words it came from, with a check at its end; or, where a name
/// fits several people, which of them is meant. Space takes and leaves, Enter changes, Delete leaves out.
class ProposalChip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class State {
        taken,
        left,    ///< neither taken nor refused
        refused, ///< struck through
        asking,  ///< wants to be answered, and has no check
    };

    explicit ProposalChip(QWidget* parent = nullptr);

    /// `words` is what it came from; `remark` stands before it, where something was guessed.
    void present(const ProposalFace& face, const QString& words, const QString& remark, State state);
    State state() const { return m_state; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Space, or a click on the check.
    void turned();
    /// Enter, or a click on the line.
    void opened();
    void leftOut();
    void focused(bool isIn);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRectF checkArea() const;
    double textRight() const;
    /// As many lines as what will be recorded takes; the words of the note may be cut.
    void fitLines();
    void paintCheck(QPainter* painter, const Theme& theme) const;

    ProposalFace m_face;
    TwoLines m_title{TextStyle::base};
    TwoLines m_second{TextStyle::caption}; ///< what is recorded, then the words of the note
    State m_state = State::left;
};

} // namespace weavemap::ui

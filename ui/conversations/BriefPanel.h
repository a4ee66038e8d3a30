// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/domain/Ids.h"
#include "core/domain/Question.h"
#include "ui/widgets/Place.h"

class QHBoxLayout;

namespace weavemap::ui {

class Button;
class CallBrief;
class QuestionList;

/// The brief beside a note, with the questions for today at its foot. It folds: a wide page opens with it, on a
/// narrower one each call begins without it and it opens when it is asked for. Where there is no room beside the note
/// it lies over the page for as long as the keyboard is in it. Ctrl+B opens and folds it, Alt with a number marks a
/// question as asked.
class BriefPanel : public QFrame
{
    Q_OBJECT

public:
    /// `columns` is the layout of `page`; the panel stands first in it.
    BriefPanel(Office& office, QWidget* page, QHBoxLayout* columns);

    /// 0: nobody chosen.
    void setPerson(PersonId person);
    /// What the call has as asked by now.
    void setAsked(const std::vector<QuestionId>& asked);
    /// Another call stands on the page: on a narrow one it is folded again.
    void beginPage();
    bool isOpen() const { return m_isWide ? m_isOpenWide : m_isOpenNarrow; }
    void setOpen(bool open);
    /// The button that opens it, shown while it is folded; the page gives it a place.
    Button* opener() const { return m_opener; }
    /// Escape: folds what was opened over or beside a narrow page, else gives the keyboard back; false where it has no
    /// part in it.
    bool stepBack();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// This question is to be marked as asked, or not any more.
    void turned(const weavemap::Question& question);
    void anotherRequested();
    void bankRequested();
    /// The keyboard goes back to the note.
    void left();
    /// The questions of the file, whenever they are others.
    void bankRead(const std::vector<weavemap::Question>& bank);

private:
    void addKeys();
    void fit();
    void onFocusChanged(const QWidget* now);
    void readBank();

    Office m_office;
    QWidget* m_page;
    QHBoxLayout* m_columns;
    CallBrief* m_brief;
    QuestionList* m_questions;
    Button* m_opener;
    bool m_isWide = true;
    bool m_isOver = false; ///< lies over the page
    bool m_isOpenWide = true;
    bool m_isOpenNarrow = false;
};

} // namespace weavemap::ui

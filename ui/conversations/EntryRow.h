// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "core/domain/Conversation.h"
#include "ui/base/Theme.h"

class QVBoxLayout;

namespace weavemap::ui {

class EntrySummary;
class IconButton;
class LevelChip;
class TextLabel;

/// One thing that a call brings up: folded, a line that says it; open, its fields. Delete on the line takes it away.
class EntryRow : public QFrame
{
    Q_OBJECT

public:
    explicit EntryRow(const QString& iconName, ColorRole iconRole = ColorRole::muted, QWidget* parent = nullptr);

    bool isOpen() const { return m_open; }
    void setOpen();
    /// Stays open where there is nothing to say yet.
    void fold();
    /// Where the keyboard goes: the first field that waits for something, or the line.
    void takeFocus(Qt::FocusReason reason);
    /// A sentence under the fields; empty: none.
    void setProblem(const QString& sentence);

    /// How confidential the call is, below which no line of it goes, and who talked: only who did, and sits here
    /// (`me`), keeps a line to themselves.
    void setCall(const Conversation& call, PersonId me);

    virtual bool isBlank() const = 0;
    /// Has its words again as the stored call has them; false where it is new.
    virtual bool putBack() { return false; }
    /// Whether what the row holds is to go though its line stays, so that it can be put back: of what is on record.
    virtual bool isLeftOut() const { return false; }
    /// Leaves it out so, or puts it back; false where the row itself is to go.
    virtual bool turnLeftOut() { return false; }

Q_SIGNALS:
    void changed();
    void removeRequested();
    /// The line was pressed: it wants to be the one that is open.
    void openRequested();
    /// Enter in the last field.
    void done();
    /// Not this line alone, but the whole call is to be as confidential as this.
    void callLevelRequested(weavemap::Confidentiality level);
    /// Who may see it was chosen here.
    void levelChosen();

protected:
    QVBoxLayout* body() const { return m_body; }
    virtual QString title() const = 0;
    virtual QString secondLine() const = 0;
    virtual QWidget* firstField() const = 0;
    /// Gives it a level of its own to choose, last among its fields.
    void addLevel(Confidentiality level);
    /// What was chosen; the call's holds anyway.
    Confidentiality level() const;
    /// What `changed` is emitted by.
    void edited();
    /// Makes the line say what it holds by now.
    void present();
    void paintEvent(QPaintEvent* event) override;
    /// Enter in a field that is no text and opens no menu ends the change.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The muted line, with who may see it where that are fewer than may see the call.
    QString secondWithLevel() const;
    /// Says that the note is still read by others than the line.
    void presentLevel();

    bool m_open = false;
    EntrySummary* m_summary;
    QWidget* m_fields;
    QVBoxLayout* m_body;
    TextLabel* m_problem;
    IconButton* m_remove;
    LevelChip* m_level = nullptr;
    QWidget* m_stillReadable = nullptr; ///< what the level of the line does not hide
    Confidentiality m_call = Confidentiality::shareable;
};

} // namespace weavemap::ui

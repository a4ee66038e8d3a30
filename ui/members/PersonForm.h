// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <QScrollArea>
#include <QStringList>

#include "ui/members/PeopleEdits.h"
#include "ui/widgets/Place.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace weavemap::ui {

class Button;
class LevelChip;
class SegmentedSwitch;
class TextLabel;

/// All fields of a person, for a new one and for one there is. What does not fit is said in a sentence beside the field
/// and nothing is stored until it does. Ctrl+Enter stores, Escape leaves; what was typed stays as a draft until it is
/// stored or the file is closed.
class PersonForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit PersonForm(Office& office, QWidget* parent = nullptr);
    /// A line that loses the keyboard because all ends has nobody to tell any more.
    ~PersonForm() override;

    /// An empty form, or the draft that was left; a name that is not empty is filled in.
    void startNew(const QString& name);
    /// The fields of somebody, or the draft that was left for them.
    void startEdit(PersonId person);
    /// Forgets what was typed.
    void discard();
    /// Whom it edits; 0 for a new person.
    PersonId person() const { return m_before.person.id; }
    bool isNew() const { return !m_before.person.id; }
    /// Whether anything differs from what the form began with.
    bool isDirty() const;

Q_SIGNALS:
    /// Everything fits: to be stored.
    void storeRequested(const weavemap::ui::PersonDraft& draft);
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A field and the room for a sentence below it.
    struct Row
    {
        QLineEdit* line = nullptr;
        TextLabel* problem = nullptr;
    };
    QLineEdit* addLine(const QString& name, const QString& label, int column);
    void addRow(const QString& label, QWidget* field, TextLabel* problem = nullptr);
    void buildFields();
    /// Shows the note about them as it was, where the reader may see it, and its level.
    void fillAbout(const Person& person);
    /// Whether it can be kept to oneself, and why not.
    void presentAboutLevel();
    void rebuildFurther();
    void fill(const PersonDraft& draft);
    PersonDraft draft() const;
    QStringList texts() const;
    void setCompletions();
    bool check(Row& row, int column);
    void checkAll();
    void remarkSameName();
    void store();

    Office m_office;
    PersonDraft m_before;
    QStringList m_startTexts; ///< what the fields said at first
    bool m_started = false;
    std::vector<std::pair<int, Row>> m_lines; ///< column of the PeopleModel and its field
    std::vector<std::pair<AttributeId, QLineEdit*>> m_further;

    TextLabel* m_title;
    QGridLayout* m_grid;
    QWidget* m_furtherBox = nullptr;
    QGridLayout* m_furtherGrid = nullptr;
    SegmentedSwitch* m_kind;
    QComboBox* m_level;
    QLineEdit* m_leftReason;
    QLineEdit* m_contact;
    QComboBox* m_consent;
    QPlainTextEdit* m_about;
    LevelChip* m_aboutLevel; ///< who may read it
    TextLabel* m_sameName;
    Button* m_store;
    Button* m_leave;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <initializer_list>
#include <string>

#include <QComboBox>
#include <QDialog>

#include "core/domain/Confidentiality.h"
#include "core/store/Workspace.h"
#include "ui/base/ActivityWords.h"
#include "ui/base/Words.h"
#include "ui/widgets/Place.h"

class QFormLayout;
class QHBoxLayout;
class QLineEdit;

namespace weavemap::ui {

class Button;
class PeopleTicks;
class SectionHeader;
class TextLabel;

/// What the windows of a convening and of a project share: a form, people to tick below it, and *Store*, which is one
/// change. Asks before it is left with something in it that is not stored. Closes with the file, and where somebody
/// else sits down or something is forgotten for good, without a question: nothing of it stays on the screen then.
class ActivityDialog : public QDialog
{
    Q_OBJECT

public:
    void reject() override;

Q_SIGNALS:
    /// It was stored or deleted as the step `label` and is being closed.
    void stored(const QString& label);

protected:
    ActivityDialog(Office& office, const QStringList& ticks, int mainTick, QWidget* parent);

    Office& office() { return m_office; }
    QFormLayout* form() const { return m_form; }
    PeopleTicks* people() const { return m_people; }
    SectionHeader* peopleHead() const { return m_peopleHead; }
    Button* removeButton() const { return m_remove; }
    QComboBox* levels() const { return m_levels; }
    Confidentiality level() const;
    /// The line of the level: none looser than `floor` can be chosen, and *only me* by nobody but its writer (0: who
    /// writes it down now).
    void addLevels(Confidentiality level, Confidentiality floor, PersonId writer);
    /// Stores, closes when it is stored, and says what keeps it from that.
    void change(const QString& label, store::Workspace::ChangeFunction fn);
    void setTrouble(const QString& sentence);
    virtual void store() = 0;
    /// Whether anything differs from what the window began with.
    virtual bool isChanged() const = 0;

    /// A line of text. One that is stored stays whole, however long it is.
    static QLineEdit* lineOf(const QString& objectName, const QString& accessibleName, const std::string& text);
    /// A combo box of named values.
    template <class T>
    static QComboBox* comboOf(const QString& objectName, const QString& accessibleName, std::initializer_list<T> values,
                              T chosen)
    {
        auto* combo = new QComboBox;
        combo->setObjectName(objectName);
        combo->setAccessibleName(accessibleName);
        for (const T value : values)
            combo->addItem(words(value), static_cast<int>(value));
        combo->setCurrentIndex(combo->findData(static_cast<int>(chosen)));
        return combo;
    }
    template <class T>
    static T chosenOf(const QComboBox* combo)
    {
        return static_cast<T>(combo->currentData().toInt());
    }

private:
    void closeAtOnce();
    void setStoring(bool isStoring);

    Office m_office;
    QFormLayout* m_form;
    SectionHeader* m_peopleHead;
    PeopleTicks* m_people;
    QComboBox* m_levels = nullptr;
    TextLabel* m_trouble;
    Button* m_remove;
    Button* m_store;
    bool m_storing = false;
    bool m_asking = false;
    bool m_leaving = false; ///< nothing is asked any more
};

} // namespace weavemap::ui

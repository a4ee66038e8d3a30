// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/conversations/PersonChoice.h"

namespace weavemap::ui {

class FlowLayout;
class PeopleModel;
class PersonField;

/// Who took part: a chip for each, and a field for one more.
class ParticipantsField : public QWidget
{
    Q_OBJECT

public:
    explicit ParticipantsField(PeopleModel& people, QWidget* parent = nullptr);

    void setPeople(const std::vector<PersonChoice>& people);
    const std::vector<PersonChoice>& people() const { return m_chosen; }
    /// Words in the field that stand for nobody yet.
    QString typed() const;
    void setTyped(const QString& text);
    /// Takes a name that was typed in full.
    void takeTyped();
    PersonField* field() const { return m_field; }

Q_SIGNALS:
    void changed();
    /// Somebody was taken from the field, and the keyboard is still in it.
    void added();

private:
    void add(const PersonChoice& person);
    void present();
    void relabel();

    FlowLayout* m_flow;
    PersonField* m_field;
    std::vector<PersonChoice> m_chosen;
};

} // namespace weavemap::ui

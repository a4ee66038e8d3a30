// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntryRow.h"

class QComboBox;

namespace weavemap::ui {

class PeopleModel;
class PersonField;

/// A tie that was mentioned: two people, how deep, whether they work together, and who said so.
class TieEntry : public EntryRow
{
    Q_OBJECT

public:
    TieEntry(PeopleModel& people, const TieInput& input, const std::vector<PersonChoice>& participants);

    TieInput input() const;
    bool isBlank() const override;
    /// Those who may have said so; the first of them is who the tie is about until another is chosen.
    void setParticipants(const std::vector<PersonChoice>& participants);

protected:
    QString title() const override;
    QString secondLine() const override;
    QWidget* firstField() const override;

private:
    void fillTellers(EvidenceKind evidence, const PersonChoice& heardFrom);

    std::vector<PersonChoice> m_participants;
    std::vector<PersonChoice> m_tellers; ///< of the first rows of the list
    PersonField* m_a;
    PersonField* m_b;
    QComboBox* m_depth;
    QComboBox* m_collaboration;
    QComboBox* m_teller;
};

} // namespace weavemap::ui

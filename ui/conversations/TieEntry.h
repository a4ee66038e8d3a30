// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntryRow.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace weavemap::ui {

class PeopleModel;
class PersonField;
class TextLabel;

/// A tie that was mentioned: two people, how deep, how often they are in touch, whether they work together, its
/// direction where one was said, and who said so.
class TieEntry : public EntryRow
{
    Q_OBJECT

public:
    TieEntry(PeopleModel& people, const TieInput& input, const std::vector<PersonChoice>& participants);

    TieInput input() const;
    bool isBlank() const override;
    bool isLeftOut() const override { return m_takenOut; }
    bool turnLeftOut() override;
    /// Whether the tie on record stands without this entry, too: told elsewhere, or once more on the page.
    void setStandsWithout(bool stands);
    /// Those who may have said so; the first of them is who the tie is about until another is chosen.
    void setParticipants(const std::vector<PersonChoice>& participants);

protected:
    QString title() const override;
    QString secondLine() const override;
    QWidget* firstField() const override;

private:
    bool isBegun() const;
    /// What leaving it out does to the tie on record.
    void sayWhatStands();
    void fillTellers(EvidenceKind evidence, const PersonChoice& heardFrom);
    std::optional<OverlayKind> direction() const;
    /// "Ana Ruiz goes to Ben Okafor for advice"; empty without a direction.
    QString directionWords() const;
    /// The sentence of the direction and its topic, where there is one.
    void showDirection();

    TieInput m_given;   ///< what stood here before the user was at it
    bool m_met = false; ///< somebody has stood at the other end
    bool m_takenOut = false;
    bool m_standsWithout = false;
    std::vector<PersonChoice> m_participants;
    std::vector<PersonChoice> m_tellers; ///< of the first rows of the list
    PersonField* m_a;
    PersonField* m_b;
    QComboBox* m_depth;
    QComboBox* m_contact;
    QComboBox* m_collaboration;
    QComboBox* m_teller;
    QComboBox* m_direction;
    QCheckBox* m_ended;
    QWidget* m_directionFields;
    TextLabel* m_sentence;
    QLineEdit* m_topic;
    TextLabel* m_onRecord; ///< what leaving it out does
    bool m_turned;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/MapData.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class Avatar;
class SegmentedSwitch;
class TextLabel;

/// Whose circle is shown, what it holds in a sentence, and how many steps it goes.
class CircleCard : public Card
{
    Q_OBJECT

public:
    /// Whether the person's name stands on the card, or beside it in the inspector already.
    enum class Head { shown, hidden };

    explicit CircleCard(Office& office, QWidget* parent = nullptr);

    void setCircle(const actions::MapData& map, const std::vector<PersonId>& centres, int steps, Head head);
    /// Names nobody until the next circle.
    void forget();

Q_SIGNALS:
    void stepsChosen(int steps);

private:
    Office m_office;
    QWidget* m_head;
    Avatar* m_avatar;
    TextLabel* m_name;
    TextLabel* m_second;
    TextLabel* m_sentence;
    SegmentedSwitch* m_steps;
};

} // namespace weavemap::ui

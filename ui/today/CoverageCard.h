// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/widgets/Card.h"

namespace weavemap::ui {

class PeopleModel;
class TextLabel;

/// The share of members heard from in the last twelve months, in all and by region.
class CoverageCard : public Card
{
    Q_OBJECT

public:
    explicit CoverageCard(PeopleModel& people, QWidget* parent = nullptr);

    void refresh();

private:
    class Bars;

    PeopleModel& m_people;
    TextLabel* m_share;
    TextLabel* m_count;
    Bars* m_bars;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/Today.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

class PeopleModel;

/// Introductions that wait for somebody: who is introduced to whom, about what, and what they wait for.
class WaitingCard : public Card
{
    Q_OBJECT

public:
    explicit WaitingCard(PeopleModel& people, QWidget* parent = nullptr);

    /// Shows these; with none, a sentence.
    void present(const std::vector<actions::WaitingIntroduction>& introductions, Date today);

Q_SIGNALS:
    /// All introductions are asked for.
    void allRequested();

private:
    QWidget* row(const actions::WaitingIntroduction& waiting, Date today);

    PeopleModel& m_people;
};

} // namespace weavemap::ui

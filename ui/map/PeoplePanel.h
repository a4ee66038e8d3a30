// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/widgets/Place.h"

class QAction;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class FlowLayout;
class TextLabel;

/// Several people in the inspector: how many, who, and what can be done with all of them.
class PeoplePanel : public QWidget
{
    Q_OBJECT

public:
    explicit PeoplePanel(Office& office, QWidget* parent = nullptr);

    void setPeople(const std::vector<PersonId>& people, bool allPinned, bool editable);
    /// Commands that lie elsewhere, too, as buttons; each is shown where it does something.
    void offer(const std::vector<QAction*>& commands);
    /// Keeps no word of anybody: another page is shown.
    void forget();

Q_SIGNALS:
    void personChosen(weavemap::PersonId person);
    void circleRequested(weavemap::PersonId person);
    void pinRequested();
    void archiveRequested();

private:
    Office m_office;
    std::vector<PersonId> m_chosen;
    TextLabel* m_count;
    Button* m_pin;
    Button* m_archive;
    Button* m_circle;
    FlowLayout* m_commands;
    QVBoxLayout* m_people;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "ui/map/Popover.h"

class QLineEdit;

namespace weavemap::ui {

class Button;
class PeopleModel;
class TextLabel;

/// Asks for the name of somebody new, at the spot where they will stand.
class NamePopover : public Popover
{
    Q_OBJECT

public:
    NamePopover(const Settings& settings, PeopleModel& people, QWidget* parent);

    /// `spot`: in map units, kept until the answer.
    void ask(QPointF spot, QPoint at);
    QString name() const;
    QPointF spot() const { return m_spot; }

protected:
    bool canAccept() const override { return !name().isEmpty(); }

private:
    void check();

    PeopleModel& m_people;
    QPointF m_spot;
    QLineEdit* m_field;
    TextLabel* m_hint;
    Button* m_add;
};

} // namespace weavemap::ui

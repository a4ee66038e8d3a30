// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QPointF>

#include "core/domain/Ids.h"

#include "ui/map/Popover.h"

class QLineEdit;

namespace weavemap::ui {

class Button;
class PeopleModel;
class TextLabel;

/// Asks for a name where somebody stands: of somebody new, or another one of who is there.
class NamePopover : public Popover
{
    Q_OBJECT

public:
    NamePopover(const Settings& settings, PeopleModel& people, QWidget* parent);

    /// What else than somebody new is asked for, and what becomes of the name.
    struct Other
    {
        QString title;
        QString verb;
        QString start = {};
        PersonId whose = {}; ///< whose name it is already; 0: nobody's
        std::function<void(const QString& name)> then;
    };

    /// Somebody new. `spot`: in map units, kept until the answer.
    void ask(QPointF spot, QPoint at);
    void ask(Other other, QPoint at);
    /// Hands the name to who asked for something else; false where somebody new was asked for.
    bool answer();
    QString name() const;
    QPointF spot() const { return m_spot; }

protected:
    bool canAccept() const override { return !name().isEmpty(); }

private:
    void open(QPoint at);
    void check();

    PeopleModel& m_people;
    QPointF m_spot;
    Other m_other;
    TextLabel* m_title;
    QLineEdit* m_field;
    TextLabel* m_hint;
    Button* m_add;
};

} // namespace weavemap::ui

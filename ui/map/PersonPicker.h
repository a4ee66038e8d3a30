// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "core/domain/Ids.h"
#include "ui/map/Popover.h"

class QLineEdit;
class QListView;

namespace weavemap::ui {

class FoldedFilterModel;
class PeopleOnMap;
class TextLabel;

/// Asks for one of the people on the map by name: a field, and below it those whose names match what is typed, the
/// nearest first, everybody by name before (`FoldedFilterModel`). Up and Down go through them, Enter takes one.
class PersonPicker : public Popover
{
    Q_OBJECT

public:
    struct Offer
    {
        PersonId id;
        QString name;
        QString detail; ///< tells namesakes apart
    };
    using Then = std::function<void(PersonId)>;

    PersonPicker(const Settings& settings, QWidget* parent);

    /// `then` is called with whoever is taken.
    void ask(const QString& title, std::vector<Offer> people, QPoint at, Then then);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool canAccept() const override;

private:
    void search();
    void forget();

    PeopleOnMap* m_people;
    FoldedFilterModel* m_matching;
    TextLabel* m_title;
    QLineEdit* m_field;
    QListView* m_list;
    TextLabel* m_nobody;
    Then m_then;
};

} // namespace weavemap::ui

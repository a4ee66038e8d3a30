// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <QString>

#include "core/actions/EditNetwork.h"
#include "core/domain/Person.h"
#include "ui/widgets/Place.h"

class QWidget;

namespace weavemap::ui {

/// What the form hands over: a person with the name of their organization and the texts of further columns.
struct PersonDraft
{
    Person person; ///< the organization in it is not read
    QString organization;
    std::vector<std::pair<AttributeId, QString>> values;
};

/// What can be done to people from the Members place, each as one change of the session. Owned by the place; UI thread.
class PeopleEdits
{
public:
    explicit PeopleEdits(Office office) : m_office(office) {}

    /// One cell of the table, "Region of Ana Ruiz". Nothing happens where the text is there already.
    void setCell(PersonId person, int column, const QString& text);
    /// What the first person's cell says, for the others as well, "Region of 5 people".
    void fillDown(const std::vector<PersonId>& people, int column);
    /// `done` is told of the person once it is stored, or 0 where it was not.
    void add(const PersonDraft& draft, std::function<void(PersonId)> done);
    void update(const PersonDraft& draft, std::function<void(bool stored)> done);
    void archive(const std::vector<PersonId>& people);
    void restore(const std::vector<PersonId>& people);
    /// Asks first, because archiving is most often what is meant.
    void remove(const std::vector<PersonId>& people, QWidget* parent);
    /// Who hears of an erasure: that it began, how far it is (0 to 1), and whether it was done; what went wrong the
    /// session tells.
    struct ErasingTold
    {
        std::function<void()> began;
        std::function<void(double share)> progress;
        std::function<void(bool done)> ended;
    };
    /// Asks once, then forgets somebody for good, in the file and its backups.
    void erase(PersonId person, QWidget* parent, ErasingTold told);
    void keepPromise(FollowUpId followUp);

private:
    AttributeId attributeAt(int column) const;

    Office m_office;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QPointF>

#include "core/actions/EditSeveral.h"
#include "core/actions/MergePeople.h"
#include "core/domain/Tie.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class MapModel;

/// What the map changes in the file, each as one step with a label of its own. Moves and pins are the model's.
class MapEdits : public QObject
{
    Q_OBJECT

public:
    MapEdits(Office& office, MapModel& model, QObject* parent = nullptr);

    bool canEdit() const;
    /// Whether the map shows another day than today: people and ties are changed as they are today only. Says so, where
    /// it does. Moving and pinning is no such change: everybody has one place at every date.
    /// Nor is anybody, while a layout is under way: nobody stands anywhere yet.
    bool isRefused();
    /// Whether everybody stands where they will stay; says so where a layout is still under way.
    bool standsStill();
    static QString stillLaidOut(); ///< the sentence of `standsStill`
    QString nameOf(PersonId person) const;
    void drawTie(PersonId a, PersonId b, TieDepth depth, TieContact contact, Collaboration collaboration);
    void addPerson(const QString& name, QPointF at);
    /// Replaces the fields of a tie.
    void updateTie(const Tie& tie);
    void endTie(TieId tie);
    void removeTie(TieId tie);
    void archive(const std::vector<PersonId>& people);
    /// Archives them, to be brought back by `bringBack`, which tells of them by `pasted`.
    void cut(const std::vector<PersonId>& people);
    void bringBack(const std::vector<PersonId>& people);
    void rename(PersonId person, const QString& name);
    /// Somebody new with what a person has that is not theirs alone, beside them.
    void duplicate(PersonId person, const QString& name, QPointF at);
    /// The same value of a field for all of them; `shown`: the field as users read it.
    void giveValue(const std::vector<PersonId>& people, const std::string& field, const std::string& value,
                   const QString& shown);
    /// A tie between any two of them who have none.
    void tieAll(const std::vector<PersonId>& people);
    void merge(const actions::PeopleMerge& merge);
    /// Adds what was pasted and brings back those of it who are archived; then those it names are told of by `pasted`.
    void paste(const actions::PastedPeople& pasted, const std::vector<PersonId>& archived);
    /// Asks whether to archive or to remove, then does it.
    void askAndRemove(const std::vector<PersonId>& people, QWidget* parent);

Q_SIGNALS:
    void said(const QString& sentence);
    void personAdded(weavemap::PersonId person);
    void tieStored(weavemap::PersonId a, weavemap::PersonId b);
    /// These are to be chosen once the map shows them.
    void pasted(const std::vector<weavemap::PersonId>& people);
    void merged(weavemap::PersonId kept);

private:
    /// Whether a change may be stored; says why not where that is the day shown.
    bool mayChange();
    QString namesOf(const std::vector<PersonId>& people) const;
    QString pairOf(TieId tie) const;

    Office m_office;
    MapModel& m_model;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/actions/HeldBack.h"
#include "core/actions/Introductions.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// What can be done about introductions, each as one change with its label in the history.
class IntroductionActs : public QObject
{
    Q_OBJECT

public:
    IntroductionActs(Office& office, QObject* parent);

    /// Why an introduction cannot be stored like this; empty where it can.
    QString troubleOf(const Introduction& introduction) const;
    /// Why two cannot be kept apart; empty where they can.
    QString troubleOf(PersonId a, PersonId b) const;
    /// `then` hears of the new one once it is stored.
    void propose(const Introduction& introduction, std::function<void(IntroductionId)> then = {});
    void moveOn(const Introduction& introduction, IntroductionState state, std::function<void()> then);

public Q_SLOTS:
    void store(const weavemap::Introduction& introduction);
    void recordTie(const weavemap::Introduction& introduction);
    void remove(const weavemap::Introduction& introduction);
    void putAside(const weavemap::weaving::Suggestion& suggestion);
    void keepApart(weavemap::PersonId a, weavemap::PersonId b, const QString& why = {});
    void explainApart(weavemap::ApartPairId pair, const QString& why);
    void allowAgain(const weavemap::actions::HeldBack& pair);

Q_SIGNALS:
    void said(const QString& sentence);
    /// What was to be stored of an introduction is not possible.
    void refused();

private:
    void change(const QString& label, std::function<Result<>(store::Records&)> fn, std::function<void()> then = {});
    QString pairOf(const Introduction& introduction) const;
    QString pairOf(PersonId a, PersonId b) const;
    /// Whether the two are kept apart.
    bool areApart(PersonId a, PersonId b) const;
    bool hasTie(PersonId a, PersonId b) const;
    /// What the history calls a change: whom an introduction brings together is not told by one that not everybody in
    /// the office may read.
    QString labelOf(const Introduction& introduction, const QString& label) const;

    Office m_office;
};

} // namespace weavemap::ui

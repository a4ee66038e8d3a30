// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/actions/Introductions.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// What can be done about introductions, each as one change with its label in the history.
class IntroductionActs : public QObject
{
    Q_OBJECT

public:
    IntroductionActs(Office& office, QObject* parent);

    /// Why an introduction cannot be proposed; empty where it can.
    QString troubleOf(const Introduction& introduction) const;
    /// `then` hears of the new one once it is stored.
    void propose(const Introduction& introduction, std::function<void(IntroductionId)> then = {});
    void moveOn(const Introduction& introduction, IntroductionState state, std::function<void()> then);

public Q_SLOTS:
    void store(const weavemap::Introduction& introduction);
    void recordTie(const weavemap::Introduction& introduction);
    void remove(const weavemap::Introduction& introduction);
    void putAside(const weavemap::weaving::Suggestion& suggestion);
    void keepApart(const weavemap::weaving::Suggestion& suggestion);

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void change(const QString& label, std::function<Result<>(store::Records&)> fn, std::function<void()> then = {});
    QString pairOf(const Introduction& introduction) const;

    Office m_office;
};

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/IntroductionActs.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/store/Audience.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

IntroductionActs::IntroductionActs(Office& office, QObject* parent) : QObject(parent), m_office(office) {}

void IntroductionActs::change(const QString& label, std::function<Result<>(store::Records&)> fn,
                              std::function<void()> then)
{
    if (m_office.session.isReadOnly())
        return;
    m_office.session.change(label, std::move(fn), [then = std::move(then)](Result<store::ChangeSet> result) {
        if (result && then)
            then();
    });
}

QString IntroductionActs::pairOf(PersonId a, PersonId b) const
{
    return tr("%1 and %2").arg(m_office.people.nameOf(a), m_office.people.nameOf(b));
}

QString IntroductionActs::pairOf(const Introduction& introduction) const
{
    return pairOf(introduction.a, introduction.b);
}

bool IntroductionActs::areApart(PersonId a, PersonId b) const
{
    const auto apart = m_office.session.records().introductions.apartPairs(a);
    return apart &&
           std::any_of(apart->begin(), apart->end(), [b](const ApartPair& pair) { return pair.a == b || pair.b == b; });
}

bool IntroductionActs::hasTie(PersonId a, PersonId b) const
{
    const auto tie = m_office.session.records().ties.between(a, b);
    return tie && tie->has_value();
}

QString IntroductionActs::troubleOf(PersonId a, PersonId b) const
{
    if (a == b)
        return tr("Choose two different people.");
    return areApart(a, b) ? tr("These two are kept apart already.") : QString();
}

QString IntroductionActs::labelOf(const Introduction& introduction, const QString& label) const
{
    const store::AudienceRecords everybodys(m_office.session.records(), store::Audience::office({}));
    const auto isForAll = everybodys.mayRead(introduction);
    return isForAll && *isForAll ? label : tr("Introduction");
}

QString IntroductionActs::troubleOf(const Introduction& introduction) const
{
    if (introduction.a == introduction.b)
        return tr("Choose two different people.");
    if (introduction.concerns(introduction.host))
        return tr("Who introduces them is neither of the two.");
    // Without a conversation it is its host's, who alone reads what is for nobody else.
    if (introduction.confidentiality == Confidentiality::onlyMe && !introduction.conversation &&
        introduction.host != m_office.session.me())
        return tr("It is only yours: only you can be who introduces them.");
    if (!introduction.isOpen())
        return {};
    store::Records& records = m_office.session.records();
    const auto before = records.introductions.find(introduction.id);
    const bool goesOn = !before || !*before || (*before)->state != introduction.state;
    if (goesOn && areApart(introduction.a, introduction.b))
        return tr("These two are to be kept apart.");
    const auto others = records.introductions.of(introduction.a);
    if (others && std::any_of(others->begin(), others->end(), [&introduction](const Introduction& other) {
            return other.id != introduction.id && other.isOpen() && other.concerns(introduction.b);
        }))
        return tr("An introduction of these two is under way already.");
    return {};
}

void IntroductionActs::propose(const Introduction& introduction, std::function<void(IntroductionId)> then)
{
    const auto id = std::make_shared<IntroductionId>();
    const bool areTied = hasTie(introduction.a, introduction.b);
    change(
        labelOf(introduction, tr("Introduction of %1").arg(pairOf(introduction))),
        [introduction, id, me = m_office.session.me()](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(*id, actions::propose(records, introduction, me));
            return {};
        },
        [this, id, areTied, then = std::move(then), pair = pairOf(introduction)] {
            Q_EMIT said(areTied ? tr("%1 are to be introduced, though they have a tie already.").arg(pair)
                                : tr("%1 are to be introduced.").arg(pair));
            if (then)
                then(*id);
        });
}

void IntroductionActs::moveOn(const Introduction& introduction, IntroductionState state, std::function<void()> then)
{
    Introduction moved = introduction;
    moved.state = state;
    if (const QString trouble = troubleOf(moved); !trouble.isEmpty()) {
        Q_EMIT said(trouble);
        return;
    }
    change(
        labelOf(introduction, tr("Introduction of %1: %2").arg(pairOf(introduction), words(state).toLower())),
        [id = introduction.id, state, on = m_office.session.today()](store::Records& records) {
            return actions::moveOn(records, id, state, on);
        },
        std::move(then));
}

void IntroductionActs::store(const Introduction& introduction)
{
    if (const QString trouble = troubleOf(introduction); !trouble.isEmpty()) {
        Q_EMIT said(trouble);
        Q_EMIT refused();
        return;
    }
    change(labelOf(introduction, tr("Introduction of %1").arg(pairOf(introduction))),
           [introduction, on = m_office.session.today(), me = m_office.session.me()](store::Records& records) {
               return actions::changeIntroduction(records, introduction, on, me);
           });
}

void IntroductionActs::recordTie(const Introduction& introduction)
{
    change(tr("Tie of %1").arg(pairOf(introduction)),
           [id = introduction.id, on = m_office.session.today()](store::Records& records) -> Result<> {
               WEAVEMAP_TRY(actions::recordTie(records, id, on));
               return {};
           });
}

void IntroductionActs::remove(const Introduction& introduction)
{
    change(labelOf(introduction, tr("Introduction of %1 removed").arg(pairOf(introduction))),
           [id = introduction.id](store::Records& records) { return records.introductions.remove(id); });
}

void IntroductionActs::putAside(const weaving::Suggestion& suggestion)
{
    change(
        tr("Suggestion put aside"),
        [suggestion, on = m_office.session.today()](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::putAside(records, suggestion, on));
            return {};
        },
        [this, pair = pairOf(suggestion.a, suggestion.b)] {
            Q_EMIT said(tr("%1 are not suggested for a year. Ctrl+Z takes it back.").arg(pair));
        });
}

void IntroductionActs::keepApart(PersonId a, PersonId b, const QString& why)
{
    const QString pair = pairOf(a, b);
    change(
        tr("%1 are kept apart").arg(pair),
        [a, b, why = toUtf8(why)](store::Records& records) { return actions::keepApart(records, a, b, why); },
        [this, pair] { Q_EMIT said(tr("%1 are never suggested to each other. Ctrl+Z takes it back.").arg(pair)); });
}

void IntroductionActs::explainApart(ApartPairId pair, const QString& why)
{
    change(tr("Why two are kept apart"),
           [pair, why = toUtf8(why)](store::Records& records) { return actions::explainApart(records, pair, why); });
}

void IntroductionActs::allowAgain(const actions::HeldBack& held)
{
    const QString pair = pairOf(held.a.id, held.b.id);
    change(
        tr("%1 may be introduced again").arg(pair),
        [held](store::Records& records) { return actions::allowAgain(records, held); },
        [this, pair] { Q_EMIT said(tr("%1 may be introduced again. Ctrl+Z takes it back.").arg(pair)); });
}

} // namespace weavemap::ui

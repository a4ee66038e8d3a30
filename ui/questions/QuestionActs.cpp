// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/QuestionActs.h"

#include <memory>
#include <utility>

#include <QPointer>

#include "ui/session/Session.h"

namespace weavemap::ui {

QuestionActs::QuestionActs(Office& office, QObject* parent) : QObject(parent), m_session(office.session) {}

void QuestionActs::change(const QString& label, std::function<Result<>(store::Records&)> fn,
                          std::function<void()> then)
{
    if (!m_session.isOpen() || m_session.isReadOnly())
        return;
    m_session.change(label, std::move(fn),
                     [self = QPointer<QuestionActs>(this), then = std::move(then)](Result<store::ChangeSet> result) {
                         if (self && result && then)
                             then();
                     });
}

void QuestionActs::add(const weavemap::Question& question, std::function<void(QuestionId)> then)
{
    const auto id = std::make_shared<QuestionId>();
    change(
        tr("A new question for the bank"),
        [question, id](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(*id, actions::addQuestion(records, question));
            return {};
        },
        [id, then = std::move(then)] { then(*id); });
}

void QuestionActs::change(const weavemap::Question& question)
{
    change(tr("Change a question of the bank"),
           [question](store::Records& records) { return actions::changeQuestion(records, question); });
}

void QuestionActs::retire(QuestionId id, actions::Retired retired)
{
    change(retired == actions::Retired::yes ? tr("Retire a question of the bank")
                                            : tr("Bring a question of the bank back"),
           [id, retired](store::Records& records) { return actions::retireQuestion(records, id, retired); });
}

void QuestionActs::move(QuestionId id, QuestionId before)
{
    change(tr("Another order of the question bank"),
           [id, before](store::Records& records) { return actions::moveQuestion(records, id, before); });
}

} // namespace weavemap::ui

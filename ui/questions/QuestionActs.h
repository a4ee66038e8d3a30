// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "core/actions/QuestionBank.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// What the office does to the question bank, each one change under its name. In a file that can only be read it does
/// nothing.
class QuestionActs : public QObject
{
    Q_OBJECT

public:
    explicit QuestionActs(Office& office, QObject* parent = nullptr);

    /// `then` gets the new question once it is stored.
    void add(const weavemap::Question& question, std::function<void(QuestionId)> then);
    void change(const weavemap::Question& question);
    void retire(QuestionId id, actions::Retired retired);
    /// Before another question of its group; 0: last.
    void move(QuestionId id, QuestionId before);

private:
    void change(const QString& label, std::function<Result<>(store::Records&)> fn, std::function<void()> then = {});

    Session& m_session;
};

} // namespace weavemap::ui

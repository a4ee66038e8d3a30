// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/QuestionList.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

QuestionList::QuestionList(Use use, QWidget* parent) : QWidget(parent), m_use(use), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("questionsForToday"));
    auto* bank = new LinkLabel(tr("Question bank"), nullptr, TextStyle::second);
    bank->setObjectName(QStringLiteral("openQuestionBank"));
    auto* another = new LinkLabel(tr("Ask another (Alt+Q)"), nullptr, TextStyle::second);
    another->setObjectName(QStringLiteral("askAnother"));
    another->setToolTip(tr("Any question of the bank, or one of your own"));
    m_another = another;
    m_another->setVisible(use == Use::mark);
    m_rows->setSpacing(space::k8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k4);
    column->addWidget(new TextLabel(tr("Questions for today"), TextStyle::second, ColorRole::muted));
    column->addLayout(m_rows);
    // Last: it leaves the page.
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_another);
    foot->addStretch();
    foot->addWidget(bank);
    column->addLayout(foot);
    connect(bank, &LinkLabel::clicked, this, &QuestionList::bankRequested);
    connect(another, &LinkLabel::clicked, this, &QuestionList::anotherRequested);
}

void QuestionList::clear()
{
    m_questions.clear();
    m_boxes.clear();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget(); // now: a box that is gone can mark nothing
        delete item;
    }
}

void QuestionList::setQuestions(const std::vector<weaving::ChosenQuestion>& questions, Date today)
{
    clear();
    m_questions = questions;
    if (m_questions.empty())
        m_rows->addWidget(new TextLabel(tr("None: all that suit them were asked lately."), TextStyle::control,
                                        ColorRole::muted, TextLabel::Lines::many));
    for (std::size_t place = 0; place < m_questions.size(); ++place) {
        const weaving::ChosenQuestion& chosen = m_questions[place];
        const QString number = QString::number(place + 1), text = toQString(chosen.question.text);
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::k8);
        if (m_use == Use::mark) {
            auto* box = new QCheckBox;
            box->setObjectName(QStringLiteral("questionAskedBox"));
            box->setAccessibleName(tr("Asked: %1").arg(text));
            box->setToolTip(tr("Asked in this call (Alt+%1)").arg(number));
            box->setFixedHeight(lineHeight(TextStyle::control)); // that of the line beside it
            connect(box, &QCheckBox::clicked, this, [this, place] {
                present(); // the page says what it is
                Q_EMIT turned(m_questions[place].question);
            });
            m_boxes.push_back(box);
            line->addWidget(box, 0, Qt::AlignTop);
        }
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* label = new TextLabel(QStringLiteral("%1. %2").arg(number, text), TextStyle::control, ColorRole::text,
                                    TextLabel::Lines::many);
        label->setTextFormat(Qt::PlainText);
        words->addWidget(label);
        if (chosen.lastAsked)
            words->addWidget(
                new TextLabel(tr("last asked %1").arg(formatDate(*chosen.lastAsked, DateStyle::dayShort, today)),
                              TextStyle::caption, ColorRole::muted));
        line->addLayout(words, 1);
        if (m_use == Use::mark)
            line->addWidget(new TextLabel(tr("Alt+%1").arg(number), TextStyle::caption, ColorRole::muted), 0,
                            Qt::AlignTop);
        m_rows->addWidget(row);
    }
    present();
}

void QuestionList::setAsked(const std::vector<QuestionId>& asked)
{
    m_asked = asked;
    present();
}

void QuestionList::turn(std::size_t place)
{
    if (place < m_boxes.size() && m_boxes[place]->isEnabled())
        m_boxes[place]->click();
}

void QuestionList::present()
{
    for (std::size_t place = 0; place < m_boxes.size(); ++place) {
        const QSignalBlocker quiet(m_boxes[place]);
        m_boxes[place]->setChecked(std::find(m_asked.begin(), m_asked.end(), m_questions[place].question.id) !=
                                   m_asked.end());
    }
}

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/QueueRulesDialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/today/ReasonText.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

using weaving::QueueRules;

QString objectOf(const char* part, std::size_t at)
{
    return QString::fromLatin1(part) + QString::number(static_cast<qulonglong>(at));
}

QGridLayout* column(QHBoxLayout* columns, const QString& title, const QString& sentence)
{
    auto* whole = new QVBoxLayout;
    whole->setSpacing(space::k8);
    whole->addWidget(new TextLabel(title, TextStyle::section));
    whole->addWidget(new TextLabel(sentence, TextStyle::second, ColorRole::muted, TextLabel::Lines::many));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::k16);
    grid->setVerticalSpacing(space::k4);
    grid->setColumnStretch(0, 1);
    whole->addLayout(grid);
    whole->addStretch();
    columns->addLayout(whole, 1);
    return grid;
}

} // namespace

QueueRulesDialog::QueueRulesDialog(const QueueRules& rules, Access access, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("queueRulesDialog"));
    setWindowTitle(tr("Points and reasons"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::k32);
    auto* reasons = column(columns, tr("Points"), tr("The queue is ordered by their sum. 0 leaves a reason out."));
    for (std::size_t at = 0; at < weaving::kCallReasons; ++at)
        m_points[at] = addLine(reasons, reasonName(static_cast<weaving::CallReason>(at)), objectOf("points", at), 0,
                               QueueRules::kMostPoints);
    auto* levels =
        column(columns, tr("How often"), tr("The longest time between two talks, by the level a member chose."));
    for (std::size_t at = 1; at <= weaving::kLevels; ++at) { // who chose none comes last
        const std::size_t level = at % weaving::kLevels;
        m_cadence[level] = addLine(levels, words(static_cast<EngagementLevel>(level)), objectOf("cadence", level),
                                   QueueRules::kShortestCadence, QueueRules::kLongestCadence);
        m_cadence[level]->setSuffix(tr(" days"));
    }
    m_rest = addLine(levels, tr("Rest after a talk"), QStringLiteral("restDays"), 0, QueueRules::kLongestRest);
    m_rest->setSuffix(tr(" days"));
    m_rest->setToolTip(tr("So long only promises and introductions bring somebody up again"));

    auto* usual = new Button(tr("As they were at first"), Button::Kind::link);
    usual->setObjectName(QStringLiteral("usualRules"));
    auto* cancel = new Button(tr("Cancel"), Button::Kind::normal);
    auto* store = new Button(tr("Store the points"), Button::Kind::primary);
    store->setObjectName(QStringLiteral("storeRules"));
    store->setDefault(true);
    store->setEnabled(access == Access::readWrite);
    usual->setEnabled(access == Access::readWrite);
    auto* foot = new QHBoxLayout;
    foot->addWidget(usual);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(store);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::k24, space::k24, space::k24, space::k16);
    whole->setSpacing(space::k16);
    whole->addLayout(columns);
    whole->addWidget(
        new TextLabel(tr("Who has not been heard from for a year is always in the queue. The points stay in "
                         "this file; they say nothing about anybody's work."),
                      TextStyle::second, ColorRole::muted, TextLabel::Lines::many));
    whole->addLayout(foot);
    setRules(rules);
    for (QSpinBox* box : findChildren<QSpinBox*>())
        box->setReadOnly(access == Access::readOnly);
    connect(usual, &Button::clicked, this, [this] { setRules(QueueRules{}); });
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(store, &Button::clicked, this, [this] {
        Q_EMIT stored(this->rules());
        accept();
    });
}

void QueueRulesDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    // What is typed first replaces the first number.
    m_points.front()->setFocus(Qt::OtherFocusReason);
    m_points.front()->selectAll();
}

QSpinBox* QueueRulesDialog::addLine(QGridLayout* grid, const QString& text, const QString& object, int least, int most)
{
    auto* box = new QSpinBox;
    box->setObjectName(object);
    box->setRange(least, most);
    auto* label = new QLabel(text);
    label->setBuddy(box);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1);
    return box;
}

void QueueRulesDialog::setRules(const QueueRules& rules)
{
    for (std::size_t at = 0; at < weaving::kCallReasons; ++at)
        m_points[at]->setValue(rules.points[at]);
    for (std::size_t at = 0; at < weaving::kLevels; ++at)
        m_cadence[at]->setValue(rules.cadence[at]);
    m_rest->setValue(rules.restDays);
}

QueueRules QueueRulesDialog::rules() const
{
    QueueRules rules;
    for (std::size_t at = 0; at < weaving::kCallReasons; ++at)
        rules.points[at] = m_points[at]->value();
    for (std::size_t at = 0; at < weaving::kLevels; ++at)
        rules.cadence[at] = m_cadence[at]->value();
    rules.restDays = m_rest->value();
    return rules;
}

} // namespace weavemap::ui

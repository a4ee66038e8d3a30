// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/NewIntroductionPanel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/actions/Introductions.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/introductions/MemberField.h"
#include "ui/introductions/PanelFields.h"
#include "ui/introductions/ParagraphField.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

NewIntroductionPanel::NewIntroductionPanel(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_a(new MemberField(office.people, tr("A member"))),
      m_b(new MemberField(office.people, tr("Another member"))),
      m_host(new MemberField(office.people, tr("Nobody yet"))), m_reason(makeReasons(QStringLiteral("newReason"))),
      m_why(new ParagraphField(QStringLiteral("newWhy"), tr("Why, in your words"))), m_trouble(new TextLabel({}, TextStyle::base, ColorRole::danger, TextLabel::Lines::many)),
      m_store(new Button(tr("Introduce them"), Button::Kind::primary))
{
    setObjectName(QStringLiteral("newIntroductionPanel"));
    m_a->setObjectName(QStringLiteral("newA"));
    m_a->setAccessibleName(tr("Who"));
    m_b->setObjectName(QStringLiteral("newB"));
    m_b->setAccessibleName(tr("To whom"));
    m_host->setObjectName(QStringLiteral("newHost"));
    m_host->setAccessibleName(tr("Who introduces them"));
    m_trouble->setObjectName(QStringLiteral("newTrouble"));
    m_store->setObjectName(QStringLiteral("storeIntroduction"));
    auto* cancel = new Button(tr("Cancel"), Button::Kind::quiet);
    cancel->setObjectName(QStringLiteral("cancelIntroduction"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addWidget(m_store);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k16, space::k20, space::k16);
    column->setSpacing(0);
    column->addWidget(new TextLabel(tr("New introduction"), TextStyle::name));
    column->addSpacing(space::k12);
    addField(column, tr("Who"), m_a);
    addField(column, tr("To whom"), m_b);
    addField(column, tr("Who introduces them"), m_host);
    addField(column, tr("Reason"), m_reason);
    addField(column, tr("Why, in your words"), m_why);
    column->addWidget(m_trouble);
    column->addSpacing(space::k8);
    column->addLayout(buttons);
    column->addStretch(1);
    for (MemberField* field : {m_a, m_b, m_host})
        connect(field, &MemberField::chosen, this, &NewIntroductionPanel::sync);
    connect(m_store, &Button::clicked, this, [this] { Q_EMIT wanted(draft()); });
    connect(cancel, &Button::clicked, this, &NewIntroductionPanel::closeRequested);
    sync();
}

void NewIntroductionPanel::start()
{
    for (MemberField* field : {m_a, m_b})
        field->setPerson({});
    m_host->setPerson(m_office.session.me());
    m_reason->setCurrentIndex(0);
    m_why->clear();
    sync();
    m_a->setFocus(Qt::OtherFocusReason);
}

void NewIntroductionPanel::setTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

Introduction NewIntroductionPanel::draft() const
{
    Introduction introduction;
    introduction.a = m_a->person();
    introduction.b = m_b->person();
    introduction.host = m_host->person();
    introduction.proposed = m_office.session.today();
    introduction.followUp = introduction.proposed.addDays(actions::kDaysToFollowUp);
    introduction.reason = chosenOf<IntroductionReason>(m_reason);
    introduction.why = toUtf8(m_why->toPlainText().trimmed());
    return introduction;
}

void NewIntroductionPanel::sync()
{
    const Introduction now = draft();
    m_store->setEnabled(now.a && now.b);
    setTrouble({});
}

} // namespace weavemap::ui

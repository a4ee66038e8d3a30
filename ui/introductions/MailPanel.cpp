// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/MailPanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStringList>
#include <QVBoxLayout>

#include "core/actions/IntroductionMail.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastText = 260;
}

MailPanel::MailPanel(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_to(new SegmentedSwitch({tr("One"), tr("The other"), tr("Both")})),
      m_addresses(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_text(new QPlainTextEdit),
      m_trouble(new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::many)),
      m_copy(new Button(tr("Copy"), Button::Kind::primary))
{
    setObjectName(QStringLiteral("mailPanel"));
    m_to->setObjectName(QStringLiteral("mailTo"));
    m_to->setAccessibleName(tr("To whom"));
    m_addresses->setObjectName(QStringLiteral("mailAddresses"));
    m_addresses->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("mailText"));
    m_text->setAccessibleName(tr("Draft of the e-mail"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(kLeastText);
    m_copy->setObjectName(QStringLiteral("copyMail"));
    auto* close = new Button(tr("Close"), Button::Kind::quiet);
    close->setObjectName(QStringLiteral("closeMail"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addWidget(m_copy);
    buttons->addWidget(close);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k16, space::k20, space::k16);
    column->setSpacing(space::k8);
    column->addWidget(new TextLabel(tr("A draft to copy"), TextStyle::name));
    column->addWidget(m_to, 0, Qt::AlignLeft);
    column->addWidget(m_addresses);
    column->addWidget(m_trouble);
    column->addWidget(m_text, 1);
    column->addWidget(new TextLabel(tr("Only what members agreed to share is quoted. Nothing is sent from here."),
                                    TextStyle::second, ColorRole::muted, TextLabel::Lines::many));
    column->addLayout(buttons);
    connect(m_to, &SegmentedSwitch::chosen, this, &MailPanel::present);
    connect(m_copy, &Button::clicked, this, &MailPanel::copy);
    connect(close, &Button::clicked, this, &MailPanel::closeRequested);
}

void MailPanel::setIntroduction(const Introduction& introduction)
{
    m_introduction = introduction;
    m_to->setWords(0, m_office.people.nameOf(introduction.a).section(QLatin1Char(' '), 0, 0));
    m_to->setWords(1, m_office.people.nameOf(introduction.b).section(QLatin1Char(' '), 0, 0));
    // One side is asked first; once both agreed they are written to together.
    const bool haveAgreed =
        introduction.consentA == IntroductionConsent::yes && introduction.consentB == IntroductionConsent::yes;
    m_to->setCurrent(haveAgreed ? 2 : introduction.consentA == IntroductionConsent::yes ? 1 : 0);
    present();
    m_text->setFocus(Qt::OtherFocusReason);
}

void MailPanel::forget()
{
    m_introduction = {};
    m_text->clear();
    m_addresses->setText({});
    m_to->setWords(0, tr("One"));
    m_to->setWords(1, tr("The other"));
}

void MailPanel::present()
{
    const auto to = static_cast<actions::MailTo>(m_to->current());
    const auto draft = actions::draftMail(m_office.session.records(), m_introduction, to, m_office.session.me());
    m_trouble->setVisible(!draft);
    m_text->setVisible(draft.has_value());
    m_addresses->setVisible(draft.has_value());
    m_copy->setEnabled(draft.has_value());
    if (!draft) {
        m_text->clear();
        m_trouble->setText(tr("One of them is not to be named before they said yes. Ask each of them first, and note "
                              "what they said."));
        return;
    }
    QStringList addresses;
    for (const std::string& address : draft->addresses)
        addresses << toQString(address);
    m_addresses->setText(addresses.isEmpty() ? tr("No e-mail address is known.")
                                             : tr("To: %1").arg(addresses.join(QStringLiteral(", "))));
    m_text->setPlainText(mailText(*draft));
}

void MailPanel::copy()
{
    if (!m_copy->isEnabled())
        return;
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    Q_EMIT said(tr("The draft is copied."));
}

} // namespace weavemap::ui

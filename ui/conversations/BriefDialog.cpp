// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/BriefDialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/conversations/CallBrief.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 480, kLeastHeight = 420, kUsualHeight = 720;
}

BriefDialog::BriefDialog(Office& office, PersonId person, QWidget* parent)
    : QDialog(parent), m_brief(new CallBrief(office))
{
    setObjectName(QStringLiteral("briefDialog"));
    setWindowTitle(tr("Brief"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kWidth, kUsualHeight);
    m_brief->setPerson(person);
    m_brief->setFocusPolicy(Qt::StrongFocus); // arrow keys read on
    auto* log = new Button(tr("Log a call"), Button::Kind::primary);
    log->setObjectName(QStringLiteral("briefLogCall"));
    log->setIconName(QStringLiteral("call"));
    log->setKeyText(tr("Enter"));
    log->setDefault(true);
    log->setEnabled(!office.session.isReadOnly());
    auto* page = new Button(tr("Page"));
    page->setObjectName(QStringLiteral("briefPage"));
    auto* leave = new Button(tr("Close"), Button::Kind::quiet);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::k20, space::k12, space::k20, space::k16);
    foot->setSpacing(space::k8);
    foot->addWidget(leave);
    foot->addStretch();
    foot->addWidget(page);
    foot->addWidget(log);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_brief, 1);
    column->addWidget(new Hairline);
    column->addLayout(foot);
    log->setFocus(Qt::OtherFocusReason);
    connect(leave, &Button::clicked, this, &QDialog::close);
    // What is read later changes the words, not the size that the user may have given it.
    // Once the new labels are shown: before, none of them has a height.
    connect(m_brief, &CallBrief::presented, this, &BriefDialog::fit,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    connect(m_brief, &CallBrief::bankRequested, this, [this] {
        close();
        Q_EMIT bankRequested();
    });
    connect(log, &Button::clicked, this, [this, person] {
        close();
        Q_EMIT logCallRequested(person);
    });
    connect(page, &Button::clicked, this, [this, person] {
        close();
        Q_EMIT personRequested(person);
    });
    connect(&office.session, &Session::closing, this, &QDialog::close);
    connect(&office.session, &Session::personErased, this, &QDialog::close);
}

void BriefDialog::fit()
{
    const int room = parentWidget() ? parentWidget()->window()->height() - 2 * space::k32 : kUsualHeight;
    const int around = height() - m_brief->height();
    resize(width(), std::max(kLeastHeight, std::min(m_brief->wholeHeight() + around, room)));
}

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/ActivityDialog.h"

#include <utility>

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPointer>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/activities/PeopleTicks.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

ActivityDialog::ActivityDialog(Office& office, const QStringList& ticks, int mainTick, QWidget* parent)
    : QDialog(parent), m_office(office), m_form(new QFormLayout), m_peopleHead(new SectionHeader({})),
      m_people(new PeopleTicks(office.people, ticks, mainTick)),
      m_trouble(new TextLabel({}, TextStyle::base, ColorRole::danger, TextLabel::Lines::many)),
      m_remove(new Button(tr("Delete"), Button::Kind::quiet)), m_store(new Button(tr("Store"), Button::Kind::primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 720);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(space::k12);
    m_form->setVerticalSpacing(space::k8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_trouble->setObjectName(QStringLiteral("activityTrouble"));
    m_trouble->hide();
    m_remove->setObjectName(QStringLiteral("activityDelete"));
    m_remove->hide();
    m_store->setObjectName(QStringLiteral("activityStore"));
    m_store->setKeyText(tr("Ctrl Enter"));
    auto* cancel = new Button(office.session.isReadOnly() ? tr("Close") : tr("Cancel"), Button::Kind::quiet);
    cancel->setObjectName(QStringLiteral("activityCancel"));
    const bool readOnly = office.session.isReadOnly();
    m_store->setVisible(!readOnly);
    m_people->setReadOnly(readOnly);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(space::k20, space::k20, space::k20, space::k16);
    body->setSpacing(space::k12);
    body->addLayout(m_form);
    body->addWidget(m_peopleHead);
    body->addWidget(m_people, 1);
    body->addWidget(m_trouble);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::k20, space::k12, space::k20, space::k16);
    foot->setSpacing(space::k8);
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_store);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(new Hairline);
    column->addLayout(foot);
    for (Button* button : {m_remove, m_store, cancel})
        button->setAutoDefault(false); // Enter belongs to the fields
    connect(cancel, &Button::clicked, this, &QDialog::close);
    connect(m_store, &Button::clicked, this, [this] { store(); });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (!m_office.session.isReadOnly())
                store();
        });
    }
    const Session& session = office.session;
    connect(&session, &Session::closing, this, &QDialog::close);
    connect(&session, &Session::meChanged, this, &QDialog::close);
    connect(&session, &Session::personErased, this, &QDialog::close);
    connect(&session, &Session::conversationErased, this, &QDialog::close);
}

void ActivityDialog::addLevels(Confidentiality level, Confidentiality floor, PersonId writer)
{
    using Level = Confidentiality;
    m_levels = comboOf(QStringLiteral("activityLevel"), tr("Who may see it"),
                       {Level::shareable, Level::staff, Level::onlyMe}, level);
    while (m_levels->itemData(0).toInt() < static_cast<int>(floor))
        m_levels->removeItem(0);
    const PersonId me = m_office.session.me();
    if (level != Level::onlyMe && (!me || (writer && writer != me)))
        m_levels->removeItem(m_levels->count() - 1);
    m_form->addRow(tr("Who may see it"), m_levels);
}

Confidentiality ActivityDialog::level() const { return chosenOf<Confidentiality>(m_levels); }

void ActivityDialog::setTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void ActivityDialog::change(const QString& label, store::Workspace::ChangeFunction fn)
{
    setTrouble({});
    m_office.session.change(label, std::move(fn),
                            [self = QPointer<ActivityDialog>(this)](Result<store::ChangeSet> result) {
                                if (!self)
                                    return;
                                if (result)
                                    self->close();
                                else
                                    self->setTrouble(errorSentence(result.error()));
                            });
}

} // namespace weavemap::ui

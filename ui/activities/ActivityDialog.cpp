// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/ActivityDialog.h"

#include <algorithm>
#include <utility>

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/activities/PeopleTicks.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
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
    const auto storeOnce = [this] {
        if (!m_storing && !m_office.session.isReadOnly())
            store();
    };
    connect(m_store, &Button::clicked, this, storeOnce);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, storeOnce);
    }
    const Session& session = office.session;
    connect(&session, &Session::closing, this, &ActivityDialog::closeAtOnce);
    connect(&session, &Session::meChanged, this, &ActivityDialog::closeAtOnce);
    connect(&session, &Session::personErased, this, &ActivityDialog::closeAtOnce);
    connect(&session, &Session::conversationErased, this, &ActivityDialog::closeAtOnce);
}

void ActivityDialog::closeAtOnce()
{
    m_leaving = true;
    if (m_asking)
        hide(); // the question stands in the way; its answer closes the window
    else
        close();
}

void ActivityDialog::reject()
{
    if (!m_leaving && m_storing)
        return; // closes when it is stored
    if (!m_leaving && !m_office.session.isReadOnly() && isChanged()) {
        const Question question{
            tr("Leave without storing?"),
            tr("What you changed in this window is lost. It is not in the history."),
            {{tr("Leave without storing"), AnswerRole::destructive}, {tr("Keep writing"), AnswerRole::cancel}}};
        m_asking = true;
        const bool leaves = m_office.dialogs.ask(this, question) == 0;
        m_asking = false;
        if (!leaves && !m_leaving)
            return;
    }
    m_leaving = true;
    QDialog::reject();
}

void ActivityDialog::setStoring(bool isStoring)
{
    m_storing = isStoring;
    m_store->setEnabled(!isStoring);
    m_remove->setEnabled(!isStoring);
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

QLineEdit* ActivityDialog::lineOf(const QString& objectName, const QString& accessibleName, const std::string& text)
{
    constexpr int kLongest = 2000;
    const QString shown = toQString(text);
    auto* line = new QLineEdit;
    line->setObjectName(objectName);
    line->setAccessibleName(accessibleName);
    line->setMaxLength(std::max(kLongest, static_cast<int>(shown.size())));
    line->setText(shown);
    return line;
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
    setStoring(true);
    m_office.session.change(label, std::move(fn),
                            [self = QPointer<ActivityDialog>(this), label](Result<store::ChangeSet> result) {
                                if (!self)
                                    return;
                                self->setStoring(false);
                                if (result) {
                                    if (!result->isEmpty())
                                        Q_EMIT self->stored(label);
                                    self->closeAtOnce();
                                } else
                                    self->setTrouble(errorSentence(result.error()));
                            });
}

} // namespace weavemap::ui

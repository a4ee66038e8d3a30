// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/NamePopover.h"

#include <utility>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 264;
} // namespace

NamePopover::NamePopover(const Settings& settings, PeopleModel& people, QWidget* parent)
    : Popover(settings, parent), m_people(people), m_title(new TextLabel({}, TextStyle::baseBold)),
      m_field(new QLineEdit), m_hint(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_add(new Button(tr("Add this person"), Button::Kind::primary))
{
    setObjectName(QStringLiteral("namePopover"));
    setAccessibleName(tr("A new person"));
    setFixedWidth(kWidth);
    m_field->setObjectName(QStringLiteral("newPersonName"));
    m_field->setAccessibleName(tr("Name of the new person"));
    m_field->setPlaceholderText(tr("Name"));
    m_add->setObjectName(QStringLiteral("addThisPerson"));
    m_add->setHeight(Button::Height::small);
    auto* cancel = new Button(tr("Cancel"), Button::Kind::quiet);
    cancel->setObjectName(QStringLiteral("addPersonCancel"));
    cancel->setHeight(Button::Height::small);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    buttons->addStretch();
    body()->setContentsMargins(space::k16, space::k12, space::k16, space::k12);
    body()->addWidget(m_title);
    body()->addWidget(m_field);
    body()->addWidget(m_hint);
    body()->addLayout(buttons);
    connect(m_add, &Button::clicked, this, &Popover::accept);
    connect(cancel, &Button::clicked, this, &Popover::dismiss);
    connect(m_field, &QLineEdit::textChanged, this, &NamePopover::check);
    connect(this, &Popover::closed, this, [this] {
        m_other = {};
        m_field->clear();
    });
}

void NamePopover::ask(QPointF spot, QPoint at)
{
    m_other = {};
    m_spot = spot;
    open(at);
}

void NamePopover::ask(Other other, QPoint at)
{
    m_other = std::move(other);
    open(at);
}

void NamePopover::open(QPoint at)
{
    const bool isNew = !m_other.then;
    m_title->setText(isNew ? tr("Somebody new") : m_other.title);
    m_add->setText(isNew ? tr("Add this person") : m_other.verb);
    m_field->setAccessibleName(isNew ? tr("Name of the new person") : m_other.title);
    m_field->setText(m_other.start);
    m_field->selectAll();
    check();
    openAt(at, m_field);
}

bool NamePopover::answer()
{
    const auto then = std::exchange(m_other.then, {});
    if (then)
        then(name());
    return static_cast<bool>(then);
}

QString NamePopover::name() const { return m_field->text().simplified(); }

void NamePopover::check()
{
    const std::string typed = toUtf8(name());
    bool known = false;
    for (int row = 0; row < m_people.rowCount() && !known; ++row)
        known = m_people.row(row).person.name == typed && m_people.row(row).person.id != m_other.whose;
    m_hint->setText(known ? tr("Somebody of this name is here already.") : QString());
    m_hint->setVisible(known);
    m_add->setEnabled(canAccept());
    fitContent();
}

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/EntrySections.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QObject>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kLinkPadding = 6;

struct T
{
    Q_DECLARE_TR_FUNCTIONS(EntrySections)
};

} // namespace

EntrySections::EntrySections(QVBoxLayout& column, QObject* arrows)
{
    make(column, arrows, EntryGroup::people, T::tr("People"), {});
    make(column, arrows, EntryGroup::ties, T::tr("Ties mentioned"), {{T::tr("Add a tie"), "addTie"}});
    make(column, arrows, EntryGroup::needs, T::tr("Needs and offers"),
         {{T::tr("Add a need"), "addNeed"}, {T::tr("Add an offer"), "addOffer"}});
    make(column, arrows, EntryGroup::steps, T::tr("Next steps"), {{T::tr("Add a next step"), "addStep"}});
    make(column, arrows, EntryGroup::work, T::tr("Under way"),
         {{T::tr("Add a project"), "addProject"}, {T::tr("Add a barrier"), "addBarrier"}});
    make(column, arrows, EntryGroup::asked, T::tr("Questions and introductions"),
         {{T::tr("Add a question"), "addQuestion"}, {T::tr("Add an introduction"), "addIntroduction"}});
    showPeople(false);
}

void EntrySections::make(QVBoxLayout& column, QObject* arrows, EntryGroup group, const QString& title,
                         const std::vector<Adder>& adders)
{
    EntrySection section;
    section.heading = new TextLabel(title, TextStyle::second, ColorRole::muted);
    // Its distance goes with it.
    section.heading->setContentsMargins(kIndent, space::k16, kIndent, space::k4);
    column.addWidget(section.heading);
    for (QVBoxLayout** rows : {&section.proposals, &section.rows}) {
        *rows = new QVBoxLayout;
        column.addLayout(*rows);
    }
    section.proposals->setSpacing(space::k4);
    section.rows->setContentsMargins(kIndent, 0, kIndent, 0);
    section.rows->setSpacing(space::k8);
    auto* line = new QHBoxLayout;
    // The words of a link stand under the heading, not its padding.
    line->setContentsMargins(kIndent - kLinkPadding, adders.empty() ? 0 : space::k4, 0, 0);
    line->setSpacing(space::k8);
    for (const auto& [text, name] : adders) {
        auto* button = new Button(text, Button::Kind::link);
        button->setObjectName(QLatin1String(name));
        button->setHeight(Button::Height::small);
        button->setIconName(QStringLiteral("plus"));
        button->installEventFilter(arrows);
        line->addWidget(button);
        section.adders.push_back(button);
    }
    line->addStretch();
    column.addLayout(line);
    m_sections[static_cast<std::size_t>(group)] = section;
}

void EntrySections::showPeople(bool shown) { of(EntryGroup::people).heading->setVisible(shown); }

} // namespace weavemap::ui

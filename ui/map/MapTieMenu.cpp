// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapTieMenu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "ui/base/Words.h"

namespace weavemap::ui {

namespace {

template <class T>
void addChoice(QMenu& menu, QAction* before, const QString& title, const char* name, const Tie& tie, T Tie::*field,
               std::initializer_list<T> values, const std::function<void(const Tie&)>& store)
{
    auto* choice = new QMenu(title, &menu);
    choice->setObjectName(QLatin1String(name));
    auto* one = new QActionGroup(choice);
    for (const T value : values) {
        QAction* action = choice->addAction(words(value));
        action->setCheckable(true);
        action->setChecked(tie.*field == value);
        one->addAction(action);
        QObject::connect(action, &QAction::triggered, choice, [tie, field, value, store] {
            if (tie.*field == value)
                return;
            Tie changed = tie;
            changed.*field = value;
            store(changed);
        });
    }
    menu.insertMenu(before, choice);
}

QString text(const char* source) { return QCoreApplication::translate("MapTieMenu", source); }

} // namespace

void addTieChoices(QMenu& menu, QAction* before, const Tie& tie, const std::function<void(const Tie&)>& store)
{
    addChoice(menu, before, text(QT_TRANSLATE_NOOP("MapTieMenu", "How deep")), "tieMenuDepth", tie, &Tie::depth,
              {TieDepth::unknown, TieDepth::aware, TieDepth::talked, TieDepth::exchange, TieDepth::rely}, store);
    addChoice(
        menu, before, text(QT_TRANSLATE_NOOP("MapTieMenu", "How often")), "tieMenuContact", tie, &Tie::contact,
        {TieContact::unknown, TieContact::yearly, TieContact::eachTerm, TieContact::monthly, TieContact::weekly}, store);
    addChoice(menu, before, text(QT_TRANSLATE_NOOP("MapTieMenu", "Work together")), "tieMenuTogether", tie,
              &Tie::collaboration, {Collaboration::never, Collaboration::past, Collaboration::now}, store);
}

} // namespace weavemap::ui

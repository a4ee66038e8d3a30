// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/PanelFields.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(PanelFields)
};

} // namespace

QComboBox* makeCombo(const QString& objectName, const QString& accessibleName)
{
    auto* combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setAccessibleName(accessibleName);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setMinimumContentsLength(8);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

void fillDays(QComboBox* combo, std::optional<Date> day, Date today)
{
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItem(T::tr("No day"), QVariant());
    const auto add = [combo, &day](const QString& name, Date on) {
        if (!day || *day != on)
            combo->addItem(name, on.days());
    };
    if (day)
        combo->addItem(formatDate(*day, DateStyle::day, today), day->days());
    add(T::tr("In a week"), today.addDays(7));
    add(T::tr("In two weeks"), today.addDays(14));
    add(T::tr("In a month"), today.addMonths(1));
    add(T::tr("In three months"), today.addMonths(3));
    combo->setCurrentIndex(day ? 1 : 0);
}

std::optional<Date> chosenDay(const QComboBox* combo)
{
    const QVariant day = combo->currentData();
    return day.isValid() ? std::optional(Date::fromDays(day.toInt())) : std::nullopt;
}

void addField(QVBoxLayout* column, const QString& label, QWidget* field)
{
    column->addWidget(new TextLabel(label, TextStyle::second, ColorRole::muted));
    column->addSpacing(2);
    column->addWidget(field);
    column->addSpacing(space::k8);
}

QComboBox* makeReasons(const QString& objectName)
{
    using R = IntroductionReason;
    return makeCombo(objectName, T::tr("Reason"),
                     {R::memberAsked, R::needMeetsOffer, R::sharedTopic, R::sameRole, R::closesTriangle,
                      R::bridgesGroups, R::reachesIsolate, R::other});
}

} // namespace weavemap::ui

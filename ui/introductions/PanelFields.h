// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QComboBox>
#include <QSignalBlocker>

#include "core/base/Date.h"
#include "ui/base/IntroductionWords.h"

class QVBoxLayout;

namespace weavemap::ui {

/// Parts that the panels of this place share.

/// A combo box of named values; it takes the width there is.
QComboBox* makeCombo(const QString& objectName, const QString& accessibleName);

template <class T>
QComboBox* makeCombo(const QString& objectName, const QString& accessibleName, std::initializer_list<T> values)
{
    QComboBox* combo = makeCombo(objectName, accessibleName);
    for (const T value : values)
        combo->addItem(words(value), static_cast<int>(value));
    return combo;
}

template <class T>
T chosenOf(const QComboBox* combo)
{
    return static_cast<T>(combo->currentData().toInt());
}

/// Shows a value; nothing is emitted.
template <class T>
void showValue(QComboBox* combo, T value)
{
    const QSignalBlocker quiet(combo);
    combo->setCurrentIndex(combo->findData(static_cast<int>(value)));
}

/// Days to choose from, the one that stands there among them: no day, in a week, two weeks, a month, three months.
void fillDays(QComboBox* combo, std::optional<Date> day, Date today);
std::optional<Date> chosenDay(const QComboBox* combo);

/// A field below its muted label.
void addField(QVBoxLayout* column, const QString& label, QWidget* field);

/// The reasons an introduction by hand can have.
QComboBox* makeReasons(const QString& objectName);

} // namespace weavemap::ui

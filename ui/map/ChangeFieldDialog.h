// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QDialog>

#include "ui/widgets/Place.h"

class QComboBox;

namespace weavemap::ui {

class MapModel;

/// Which field several people are given a value of, and which value: one of those there are, or a new one.
class ChangeFieldDialog : public QDialog
{
    Q_OBJECT

public:
    /// `names`: "Ana Ruiz", or "12 people".
    ChangeFieldDialog(Office& office, const MapModel& model, const QString& names, QWidget* parent = nullptr);

    /// As `actions::giveValue` knows it.
    std::string field() const;
    QString fieldShown() const;
    std::string value() const;

Q_SIGNALS:
    void storeRequested();

private:
    void fillValues();

    Office m_office;
    const MapModel& m_model;
    QComboBox* m_field;
    QComboBox* m_value;
};

} // namespace weavemap::ui

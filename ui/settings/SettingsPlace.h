// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Place.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace weavemap::ui {

class SegmentedSwitch;
class TextLabel;

/// Settings of this computer (look, motion, who works here, what the map shows) and facts of the open file (the
/// network's name). Everything applies at once.
class SettingsPlace : public Place
{
    Q_OBJECT

public:
    explicit SettingsPlace(Office& office, QWidget* parent = nullptr);
    /// A field that loses the keyboard because all ends has nobody to tell any more.
    ~SettingsPlace() override;

    void enter() override;

private:
    QWidget* section(const QString& title, const QString& sentence, QWidget* content);
    QWidget* buildYou();
    QWidget* buildNetwork();
    QWidget* buildLook();
    QWidget* buildMap();
    /// Shows what the settings and the file say now; a field that is being typed into is left alone.
    void syncLook();
    void syncNetwork();
    void syncYou();
    /// Whether somebody the file does not know becomes a staff person of it.
    enum class Add { no, yes };
    void chooseMe(const QString& name, Add add);
    void renameNetwork();

    Office m_office;
    QComboBox* m_me;
    TextLabel* m_meRemark;
    QLineEdit* m_name;
    TextLabel* m_file;
    SegmentedSwitch* m_theme;
    QCheckBox* m_motion;
    QCheckBox* m_hulls;
    QCheckBox* m_fog;
    QCheckBox* m_labels;
};

} // namespace weavemap::ui

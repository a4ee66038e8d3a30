// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/widgets/Place.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class SegmentedSwitch;
class TextLabel;

/// Settings of this computer (look, motion, who works here, what the map shows) and facts of the open file (the
/// network's name). Everything applies at once. Who works here is changed only by choosing from the open list or by
/// adding somebody with a button that says so: "only me" rests on it. It is told, and one button takes it back.
class SettingsPlace : public Place
{
    Q_OBJECT

public:
    explicit SettingsPlace(Office& office, QWidget* parent = nullptr);
    /// A field that loses the keyboard because all ends has nobody to tell any more.
    ~SettingsPlace() override;

    void enter() override;
    bool stepBack() override;

protected:
    /// Keys that would step through the closed list of names open it.
    bool eventFilter(QObject* watched, QEvent* event) override;

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
    void syncAdd();
    void chooseMe(int index);
    /// Makes a staff person of the name in the field, and chooses them.
    void addMe();
    void become(const QString& name);
    void takeBack();
    void renameNetwork();

    Office m_office;
    QComboBox* m_me;
    QWidget* m_newRow; ///< a name that is not in the list, and its button
    QLineEdit* m_newMe;
    Button* m_add;
    TextLabel* m_meRemark;
    Button* m_back;
    QLineEdit* m_name;
    TextLabel* m_file;
    SegmentedSwitch* m_theme;
    QCheckBox* m_motion;
    QCheckBox* m_hulls;
    QCheckBox* m_fog;
    QCheckBox* m_labels;
    /// What can be taken back: who was chosen here last, who it was before, and the step that added them, where one
    /// did.
    struct Taken
    {
        QString name, before, added;
    };
    std::optional<Taken> m_taken;
    bool m_asksName = false; ///< "Someone else" was chosen
};

} // namespace weavemap::ui

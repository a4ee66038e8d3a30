// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Introduction.h"
#include "ui/widgets/Place.h"

class QComboBox;

namespace weavemap::ui {

class Button;
class MemberField;
class ParagraphField;
class TextLabel;

/// Two people to be introduced, chosen by hand.
class NewIntroductionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NewIntroductionPanel(Office& office, QWidget* parent = nullptr);

    /// Begins anew, with the keyboard in the first field.
    void start();
    /// Why it cannot be stored; nothing is shown where empty.
    void setTrouble(const QString& sentence);

Q_SIGNALS:
    void wanted(const weavemap::Introduction& introduction);
    void closeRequested();

private:
    Introduction draft() const;
    void sync();

    Office m_office;
    MemberField* m_a;
    MemberField* m_b;
    MemberField* m_host;
    QComboBox* m_reason;
    ParagraphField* m_why;
    TextLabel* m_trouble;
    Button* m_store;
};

} // namespace weavemap::ui

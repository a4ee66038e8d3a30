// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Introduction.h"
#include "ui/widgets/Place.h"

class QPlainTextEdit;

namespace weavemap::ui {

class Button;
class SegmentedSwitch;
class TextLabel;

/// A draft e-mail to one of two who are introduced, or to both: to read, change and copy. Nothing is sent, and what is
/// changed here is not stored.
class MailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MailPanel(Office& office, QWidget* parent = nullptr);

    /// Drafts for an introduction that may not be stored yet, and copies what is shown first.
    void setIntroduction(const Introduction& introduction);
    void forget();

Q_SIGNALS:
    void said(const QString& sentence);
    void closeRequested();

private:
    void present();
    void copy();

    Office m_office;
    Introduction m_introduction;
    SegmentedSwitch* m_to;
    TextLabel* m_addresses;
    QPlainTextEdit* m_text;
    TextLabel* m_trouble;
    Button* m_copy;
};

} // namespace weavemap::ui

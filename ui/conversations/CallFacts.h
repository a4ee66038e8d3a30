// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/base/Clock.h"
#include "ui/conversations/CallInput.h"

class QDateTimeEdit;
class QMenu;

namespace weavemap::ui {

class Button;
class Chip;
class FilterChip;
class TextLabel;

/// The chips of a call: what kind, when, who may see it, whether it reached anybody; and the door to the rest.
class CallFacts : public QWidget
{
    Q_OBJECT

public:
    explicit CallFacts(QWidget* parent = nullptr);

    void setInput(const CallInput& input, Instant now);
    void read(CallInput& input) const;
    /// Chooses who may see it, as its menu does.
    void setLevel(Confidentiality level);
    void setWhenProblem(const QString& sentence);
    /// Whether the rest is unfolded.
    bool isMoreOpen() const;
    void setMoreOpen();

Q_SIGNALS:
    void changed();
    void moreToggled(bool open);

private:
    void fillMenus();
    void setWhen(Instant when);
    void present();

    bool m_moreOpen = false;
    ConversationKind m_kind = ConversationKind::call;
    Confidentiality m_confidentiality = Confidentiality::staff;
    EntrySource m_source = EntrySource::live;
    Instant m_when;
    Instant m_now;
    QMenu* m_kindMenu;
    QMenu* m_whenMenu;
    QMenu* m_shownMenu;
    FilterChip* m_kindChip;
    FilterChip* m_whenChip;
    FilterChip* m_shownChip;
    Chip* m_missed;
    Button* m_more;
    QDateTimeEdit* m_whenEdit;
    TextLabel* m_whenProblem;
};

/// Who can see a note of this confidentiality, as a sentence.
QString whoSees(Confidentiality confidentiality);

} // namespace weavemap::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ProposalChip.h"

namespace conversationstest {

/// The page for a call and the chips beside its note.
class NoteTest : public PlaceTest
{
protected:
    using State = ui::ProposalChip::State;

    QList<ui::ProposalChip*> chips() const
    {
        QList<ui::ProposalChip*> shown;
        for (auto* chip : m_place->findChildren<ui::ProposalChip*>())
            if (!chip->isHidden())
                shown << chip;
        return shown;
    }
    QStringList titles() const
    {
        QStringList all;
        for (const auto* chip : chips())
            all << chip->text();
        all.sort();
        return all;
    }
    ui::ProposalChip* chip(const QString& title) const
    {
        for (auto* one : chips())
            if (one->text() == title)
                return one;
        return nullptr;
    }
    /// Types letters of any script, as an input method would deliver them.
    static void write(const QString& text)
    {
        for (const QChar letter : text) {
            QWidget* to =
                QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::focusWidget();
            QKeyEvent down(QEvent::KeyPress, letter == QLatin1Char('\n') ? Qt::Key_Return : 0, Qt::NoModifier,
                           QString(letter));
            QApplication::sendEvent(to, &down);
        }
    }
    store::Records& records() const { return m_desk->session.records(); }
};

} // namespace conversationstest

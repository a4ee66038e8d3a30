// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the page is kept on disk, for whoever works here.
#include <QFileInfo>
#include <QScopedValueRollback>

#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/conversations/CallNote.h"
#include "ui/conversations/CallPage.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

CallPage::Kept CallPage::saveDraft()
{
    m_saveSoon.stop();
    // While it is being stored it is the change that keeps it.
    if (!m_draft || !m_begun || m_storing)
        return Kept::nothing;
    const CallInput call = input();
    const bool blank = !call.holdsWork() && call.participants.empty() && call.participantTyped.isEmpty();
    if (blank || !m_touched) {
        m_draft->remove();
        return Kept::nothing;
    }
    if (m_draft->save(call) == CallDraftFile::Saved::no) {
        m_note->setRemark(tr("The draft cannot be kept on disk: store the call before you close"), ColorRole::danger);
        return Kept::failed;
    }
    m_note->setRemark(tr("Draft kept, %1").arg(formatTime(m_office.session.clock().now())), ColorRole::muted);
    return Kept::yes;
}

void CallPage::loadDraft()
{
    if (!m_office.session.isOpen())
        return;
    if (!m_draft || m_draftOf != m_office.session.me()) {
        m_draftOf = m_office.session.me();
        m_draft.emplace(QFileInfo(m_office.settings.path()).path(), m_office.session.path(), m_draftOf);
    }
    if (m_office.session.isReadOnly() || m_begun)
        return;
    if (const auto kept = m_draft->load()) {
        setInput(*kept);
        m_touched = true;
        m_note->setRemark(tr("A draft that was kept"), ColorRole::muted);
    }
}

void CallPage::onMeChanged()
{
    if (!m_draft || m_office.session.me() == m_draftOf)
        return;
    if (m_draftOf || !m_begun || !m_touched) {
        // Somebody else sits here now: what was begun may be for one person's eyes.
        saveDraft();
        clear();
        loadDraft();
        return;
    }
    // Now it is known whose draft it is. One that they have already waits for its turn.
    m_draft->remove();
    m_draft.reset();
    CallInput call = input();
    if (!call.conversation.staff)
        call.conversation.staff = m_office.session.me();
    setInput(call);
    m_touched = true;
    loadDraft();
    if (m_draft) {
        m_draft->setAside();
        saveDraft();
    }
}

void CallPage::forget(const Forget& forget)
{
    CallInput call = input();
    const DraftLeft left = m_begun ? forget(call) : DraftLeft::asItWas;
    if (left == DraftLeft::changed) {
        const QScopedValueRollback<bool> touched(m_touched);
        setInput(call);
    } else if (left == DraftLeft::nothing) {
        clear();
    }
}

} // namespace weavemap::ui

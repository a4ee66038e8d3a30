// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/actions/Today.h"
#include "core/domain/Ids.h"
#include "ui/widgets/Place.h"

class QListView;

namespace weavemap::ui {

class Card;
class EmptyState;
class LinkLabel;
class QueueDelegate;
class QueueModel;
class SectionHeader;
class TextLabel;

/// Whom to call next, with reasons and points; those never reached and those left out for a while stand apart, one link
/// away. The list is as high as whole rows are. Up and Down open a row; Enter shows the brief, L logs a call, S puts
/// off, N leaves out for today, B brings back.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(Office& office, QWidget* parent = nullptr);

    /// Shows a page of the day. `deserted`: there is nobody in the file.
    void present(const actions::Today& today, bool deserted);
    /// Lets go of every name, and shows the queue next.
    void forget();
    QListView* list() const { return m_list; }
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void briefRequested(weavemap::PersonId person);
    void logCallRequested(weavemap::PersonId person);
    void personRequested(weavemap::PersonId person);
    void importRequested();
    /// What was just done with somebody, in a sentence.
    void said(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Shown { callNext, neverReached, leftOut };

    void show(Shown shown);
    void presentList();
    void presentAside();
    void presentEmpty();
    void openRow(int row);
    void measureRows();
    /// Scrolls so that the open row is seen and no row is cut above it.
    void alignRows();
    /// How high the card may be so that all else of the panel has its room.
    int roomForRows() const;
    void fitActions();
    QWidget* rowActions(PersonId person);
    bool pressKey(int key);
    void putOff();
    /// One change: leaves the person of the open row out until a day.
    void leaveOut(PersonId person, Date until);
    void bringBack(const std::vector<PersonId>& people);
    PersonId current() const;

    Office m_office;
    actions::Today m_today;
    bool m_deserted = true;
    Shown m_shown = Shown::callNext;
    PersonId m_open;    ///< whose row is open
    PersonId m_aligned; ///< whose open row the list was measured and scrolled for
    QueueModel* m_model;
    QueueDelegate* m_delegate;
    QListView* m_list;
    SectionHeader* m_head;
    Card* m_card;
    EmptyState* m_empty;
    TextLabel* m_aside;
    LinkLabel* m_asideLink;
    TextLabel* m_leftOut;
    LinkLabel* m_leftOutLink;
    LinkLabel* m_allBack;
};

} // namespace weavemap::ui

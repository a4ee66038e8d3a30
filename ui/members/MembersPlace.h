// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTimer>

#include "ui/widgets/Place.h"

class QMenu;
class QSplitter;
class QStackedWidget;

namespace weavemap::ui {

class Button;
class Card;
class EmptyState;
class PeopleActions;
class PeopleEdits;
class PeopleFilterBar;
class PeopleFilterModel;
class PeopleTable;
class PersonForm;
class PersonPage;
class ThinProgress;
struct PersonDraft;

/// Everybody in the file as a table, with the page of the chosen person beside it.
class MembersPlace : public Place
{
    Q_OBJECT

public:
    explicit MembersPlace(Office& office, QWidget* parent = nullptr);
    ~MembersPlace() override;

    /// Chooses this person and opens their page.
    void showPerson(PersonId person);
    /// Opens the form of a new person, the name filled in.
    void addPerson(const QString& name);
    /// The actions of the Members menu of the window.
    void addActions(QMenu* menu);

    void enter() override;
    bool stepBack() override;
    void focusFilter() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildPanel();
    void wireTable();
    void wirePage();
    void openPage(PersonId person);
    void closePanel();
    void editPerson(PersonId person);
    void showForm(PersonForm* form);
    void leaveForm(PersonForm* form);
    void store(PersonForm* form, const PersonDraft& draft);
    void erase();
    void onErased(PersonId person);
    void onRefreshed();
    void onClosing();
    void syncActions();
    void syncEmpty();
    void syncEditing();
    bool panelIsOpen() const;
    void openPanel();

    Office m_office;
    std::unique_ptr<PeopleEdits> m_edits;
    PeopleFilterModel* m_filtered;
    PeopleActions* m_actions;
    PersonId m_awaited; ///< asked for before the people of the file were here
    QTimer m_settle;    ///< so that holding an arrow key reads one page, not all of them

    QSplitter* m_splitter;
    Button* m_import;
    Button* m_add;
    ThinProgress* m_progress; ///< somebody is being forgotten
    PeopleFilterBar* m_filterBar;
    PeopleTable* m_table;
    Card* m_card;
    EmptyState* m_nobody; ///< the filter leaves nobody
    EmptyState* m_noOne;  ///< the file has nobody
    QStackedWidget* m_panel;
    PersonPage* m_page;
    PersonForm* m_newForm;
    PersonForm* m_editForm;
    QMenu* m_personMenu;
};

} // namespace weavemap::ui

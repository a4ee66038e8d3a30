// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include "MembersDesk.h"
#include "ui/members/MembersPlace.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/members/PeopleTable.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;

/// Adding and editing people through the widgets of the place.
class TestMembersEditing : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<MembersPlace> m_place;
    PersonId m_ana, m_ben, m_cleo;

    PeopleTable* table() const { return m_place->findChild<PeopleTable*>(); }
    template <class T>
    T* widget(const char* name) const
    {
        return m_place->findChild<T*>(QString::fromLatin1(name));
    }
    /// A field of the form for a new person.
    QLineEdit* field(const char* name) const
    {
        return widget<QWidget>("personForm")->findChild<QLineEdit*>(QString::fromLatin1(name));
    }
    QModelIndex cell(PersonId person, int column) const
    {
        auto* model = qobject_cast<PeopleFilterModel*>(table()->model());
        return model->index(model->rowOf(person), column);
    }
    /// Opens the editor of a cell by F2.
    QLineEdit* edits(PersonId person, int column)
    {
        table()->setColumnHidden(column, false);
        table()->setFocus();
        table()->setCurrentIndex(cell(person, column));
        QTest::keyClick(table(), Qt::Key_F2);
        return table()->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    }
    /// As they are in the file: the table holds no note.
    Person stored(PersonId person) const { return m_desk->session.records().people.find(person).value().value(); }
    QString region(PersonId person) const { return QString::fromStdString(m_desk->person(person).region); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<memberstest::MembersDesk>();
        m_place = std::make_unique<MembersPlace>(m_desk->office);
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
        QVERIFY(m_desk->open("a.weavemap"));
        m_ana = m_desk->add("Ana Ruiz", "Coast");
        m_ben = m_desk->add("Ben Okafor", "Lakes");
        m_cleo = m_desk->add("Cleo Moss", "Lakes");
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void f2_changesOneCellWithALabelAndUndoBringsAllBack()
    {
        const std::string before = m_desk->digest();
        QLineEdit* editor = edits(m_ana, PeopleModel::kRegion);
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("Coast"));
        editor->setText(QStringLiteral("Überlingen"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(region(m_ana), QStringLiteral("Überlingen"));
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Region of Ana Ruiz"));
        QVERIFY(m_desk->undo());
        QTRY_COMPARE(region(m_ana), QStringLiteral("Coast"));
        QCOMPARE(m_desk->digest(), before);
    }

    void sameText_isNoChange()
    {
        const QString label = m_desk->session.undoLabel();
        QLineEdit* editor = edits(m_ana, PeopleModel::kRegion);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table()->findChild<QLineEdit*>(QStringLiteral("cellEditor")));
        QVERIFY(!m_desk->session.isSaving());
        QCOMPARE(m_desk->session.undoLabel(), label);
    }

    void escape_leavesTheCellAsItWas()
    {
        QLineEdit* editor = edits(m_ana, PeopleModel::kRegion);
        editor->setText(QStringLiteral("Elsewhere"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!table()->findChild<QLineEdit*>(QStringLiteral("cellEditor")));
        QCOMPARE(region(m_ana), QStringLiteral("Coast"));
    }

    void badValue_staysInTheFieldWithASentence()
    {
        QLineEdit* editor = edits(m_ana, PeopleModel::kEmail);
        QVERIFY(editor);
        editor->setText(QStringLiteral("ana at school"));
        QTest::keyClick(editor, Qt::Key_Return);
        auto* sentence = table()->findChild<QLabel*>(QStringLiteral("cellProblemText"));
        QVERIFY(sentence);
        QVERIFY(sentence->text().contains(QStringLiteral("@")));
        QCOMPARE(editor->text(), QStringLiteral("ana at school"));
        QVERIFY(editor->isVisible());
        editor->setText(QStringLiteral("ana@school.org"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(QString::fromStdString(m_desk->person(m_ana).email), QStringLiteral("ana@school.org"));
        QTRY_VERIFY(!table()->findChild<QLabel*>(QStringLiteral("cellProblemText")));
    }

    void level_isChosenFromAList()
    {
        table()->setFocus();
        table()->setCurrentIndex(cell(m_ana, PeopleModel::kLevel));
        QTest::keyClick(table(), Qt::Key_F2);
        auto* combo = table()->findChild<QComboBox*>(QStringLiteral("cellEditor"));
        QVERIFY(combo);
        combo->setCurrentIndex(static_cast<int>(EngagementLevel::core));
        QTest::keyClick(combo, Qt::Key_Return);
        QTRY_COMPARE(m_desk->person(m_ana).level, EngagementLevel::core);
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Level of Ana Ruiz"));
    }

    void organization_isMadeWhereItIsNew()
    {
        QLineEdit* editor = edits(m_ana, PeopleModel::kOrganization);
        editor->setText(QStringLiteral("Weir High"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(cell(m_ana, PeopleModel::kOrganization).data().toString(), QStringLiteral("Weir High"));
        editor = edits(m_ben, PeopleModel::kOrganization);
        editor->setText(QStringLiteral("Weir High"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(cell(m_ben, PeopleModel::kOrganization).data().toString(), QStringLiteral("Weir High"));
        QCOMPARE(m_desk->person(m_ana).organization, m_desk->person(m_ben).organization);
    }

    void ctrlD_fillsDown()
    {
        table()->setFocus();
        table()->selectAll();
        table()->selectionModel()->setCurrentIndex(cell(m_cleo, PeopleModel::kRegion), QItemSelectionModel::NoUpdate);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(region(m_ana), QStringLiteral("Lakes")); // Moss comes before Okafor and Ruiz
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Region of 2 people"));
    }

    void ctrlD_leavesNamesAlone()
    {
        const std::string before = m_desk->digest();
        table()->setFocus();
        table()->selectAll();
        table()->selectionModel()->setCurrentIndex(cell(m_cleo, PeopleModel::kName), QItemSelectionModel::NoUpdate);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!m_desk->session.isSaving());
        QCOMPARE(m_desk->digest(), before);
    }

    void changeThatArrivesWhileACellIsEdited_leavesWhatIsTyped()
    {
        table()->setFocus();
        table()->setCurrentIndex(cell(m_ana, PeopleModel::kRegion));
        QTest::keyClick(table(), Qt::Key_F2);
        auto* editor = table()->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
        QVERIFY(editor);
        editor->setText(QStringLiteral("Uplands"));
        // Her own row, another row and a new one; the table is sorted by name.
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            for (const PersonId id : {m_ana, m_ben}) {
                Person person = records.people.find(id)->value();
                person.name = "A " + person.name + " Aa";
                person.region = "Coast";
                WEAVEMAP_TRY(records.people.update(person));
            }
            return {};
        }));
        m_desk->add("Aaron Aa");
        QTRY_COMPARE(m_desk->people.nameOf(m_ana), QStringLiteral("A Ana Ruiz Aa"));
        QCOMPARE(table()->findChild<QLineEdit*>(QStringLiteral("cellEditor")), editor);
        QCOMPARE(editor->text(), QStringLiteral("Uplands"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(region(m_ana), QStringLiteral("Uplands"));
        QCOMPARE(region(m_ben), QStringLiteral("Coast"));
    }

    void personWhoGoesBehindAForm_leavesTheFormOpen()
    {
        m_place->showPerson(m_ben);
        m_place->addPerson(QStringLiteral("Dora"));
        QVERIFY(m_desk->change(
            [this](store::Records& records) { return actions::removePeople(records, std::vector{m_ben}); }));
        QTRY_VERIFY(!m_desk->people.find(m_ben));
        QVERIFY(QTest::qWaitFor([this] { return !m_desk->jobs.isBusy(); }));
        QVERIFY(field("formName")->isVisible());
        QCOMPARE(field("formName")->text(), QStringLiteral("Dora"));
    }

    void addAPerson_throughTheForm()
    {
        const std::string before = m_desk->digest();
        const QString name = QStringLiteral("Maximiliana-Æðelþryð Wołoszyńska");
        widget<Button>("membersAdd")->click();
        QLineEdit* first = field("formName");
        QVERIFY(first->isVisible());
        QTRY_VERIFY(first->hasFocus());
        QTest::keyClicks(first, QStringLiteral("Maximiliana"));
        first->setText(name);
        field("formRegion")->setText(QStringLiteral("Coast"));
        field("formOrganization")->setText(QStringLiteral("Weir High"));
        field("formJoined")->setText(QStringLiteral("2024-09-01"));
        QTest::keyClick(field("formRegion"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->people.rowCount(), 4);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), name);
        QCOMPARE(table()->selectedPeople().size(), 1U);
        QCOMPARE(m_desk->people.nameOf(table()->currentPerson()), name);
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("New person %1").arg(name));
        QVERIFY(m_desk->undo());
        QTRY_COMPARE(m_desk->people.rowCount(), 3);
        QCOMPARE(m_desk->digest(), before);
    }

    void form_storesNothingUntilEverythingFits()
    {
        m_place->addPerson(QStringLiteral("Dora"));
        QCOMPARE(field("formName")->text(), QStringLiteral("Dora"));
        field("formName")->clear();
        field("formEmail")->setText(QStringLiteral("nowhere"));
        field("formJoined")->setText(QStringLiteral("2026-01-01"));
        field("formLeft")->setText(QStringLiteral("2025-01-01"));
        auto* form = widget<QWidget>("personForm");
        auto* store = form->findChild<Button*>(QStringLiteral("formStore"));
        store->click();
        for (const char* problem : {"formNameProblem", "formEmailProblem", "formLeftProblem"})
            QVERIFY2(form->findChild<QLabel*>(QString::fromLatin1(problem))->isVisible(), problem);
        QVERIFY(!m_desk->session.isSaving());
        QVERIFY(field("formName")->hasFocus());
        QCOMPARE(field("formEmail")->text(), QStringLiteral("nowhere"));
        field("formName")->setText(QStringLiteral("Dora"));
        field("formEmail")->setText(QStringLiteral("dora@example.org"));
        field("formLeft")->clear();
        store->click();
        QTRY_COMPARE(m_desk->people.rowCount(), 4);
    }

    void sameName_isRemarkedButAllowed()
    {
        m_place->addPerson(QStringLiteral("ÁNA RUIZ"));
        auto* remark = widget<QWidget>("personForm")->findChild<QLabel*>(QStringLiteral("formSameName"));
        QVERIFY(remark->isVisible());
        field("formName")->setText(QStringLiteral("Ana Ruizova"));
        QVERIFY(!remark->isVisible());
    }

    void escapedForm_keepsItsDraftUntilTheFileIsClosed()
    {
        m_place->addPerson(QStringLiteral("Dora"));
        field("formPhone")->setText(QStringLiteral("555"));
        QSignalSpy said(m_place.get(), &Place::said);
        QTest::keyClick(field("formPhone"), Qt::Key_Escape);
        QVERIFY(!field("formPhone")->isVisible());
        QCOMPARE(said.size(), 1);
        m_place->addPerson({});
        QCOMPARE(field("formPhone")->text(), QStringLiteral("555"));
        QCOMPARE(field("formName")->text(), QStringLiteral("Dora"));
        QVERIFY(m_desk->open("b.weavemap"));
        m_place->addPerson({});
        QVERIFY(field("formPhone")->text().isEmpty());
        QVERIFY(field("formName")->text().isEmpty());
    }

    void editForm_changesOnlyWhatWasChanged()
    {
        const std::string before = m_desk->digest();
        m_place->showPerson(m_ben);
        m_place->findChild<QAction*>(QStringLiteral("editPersonAction"))->trigger();
        auto* form = widget<QWidget>("personEditForm");
        QVERIFY(form->isVisible());
        auto* role = form->findChild<QLineEdit*>(QStringLiteral("formRole"));
        role->setText(QStringLiteral("Coach"));
        QTest::keyClick(role, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(QString::fromStdString(m_desk->person(m_ben).role), QStringLiteral("Coach"));
        QCOMPARE(region(m_ben), QStringLiteral("Lakes"));
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Details of Ben Okafor"));
        QTRY_VERIFY(!form->isVisible());
        QVERIFY(m_desk->undo());
        QCOMPARE(m_desk->digest(), before);
    }

    void editForm_keepsTheNoteThatSomebodyElseKeepsToThemselves()
    {
        Person dora;
        dora.name = "Dora Lund";
        dora.about = "canary";
        dora.aboutLevel = Confidentiality::onlyMe;
        dora.aboutBy = m_cleo; // nobody has said that they are Cleo
        dora.id = m_desk->add(dora);
        m_place->showPerson(dora.id);
        m_place->findChild<QAction*>(QStringLiteral("editPersonAction"))->trigger();
        auto* form = widget<QWidget>("personEditForm");
        auto* about = form->findChild<QPlainTextEdit*>(QStringLiteral("formAbout"));
        QVERIFY(!about->isEnabled() && about->toPlainText().isEmpty());
        auto* role = form->findChild<QLineEdit*>(QStringLiteral("formRole"));
        role->setText(QStringLiteral("Coach"));
        QTest::keyClick(role, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->person(dora.id).role, std::string("Coach"));
        QCOMPARE(stored(dora.id).about, std::string("canary"));
        QCOMPARE(stored(dora.id).aboutBy, m_cleo);
        m_place->showPerson(m_ben);
        m_place->findChild<QAction*>(QStringLiteral("editPersonAction"))->trigger();
        QVERIFY(about->isEnabled());
    }

    void editForm_showsAndChangesTheNoteOfTheOffice()
    {
        Person dora;
        dora.name = "Dora Lund";
        dora.about = "Grows tomatoes";
        dora.aboutBy = m_cleo;
        dora.id = m_desk->add(dora);
        m_place->showPerson(dora.id);
        auto* edit = m_place->findChild<QAction*>(QStringLiteral("editPersonAction"));
        edit->trigger();
        auto* form = widget<QWidget>("personEditForm");
        auto* about = form->findChild<QPlainTextEdit*>(QStringLiteral("formAbout"));
        QCOMPARE(about->toPlainText(), QStringLiteral("Grows tomatoes"));
        auto* role = form->findChild<QLineEdit*>(QStringLiteral("formRole"));
        role->setText(QStringLiteral("Coach"));
        QTest::keyClick(role, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->person(dora.id).role, std::string("Coach"));
        QCOMPARE(stored(dora.id).about, std::string("Grows tomatoes"));
        QCOMPARE(stored(dora.id).aboutBy, m_cleo);
        QTRY_VERIFY(!form->isVisible());
        edit->trigger();
        about->setPlainText(QStringLiteral("Keeps bees"));
        QTest::keyClick(role, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(dora.id).about, std::string("Keeps bees"));
        QTRY_VERIFY(!form->isVisible());
    }
};

QTEST_MAIN(TestMembersEditing)
#include "tst_members_editing.moc"

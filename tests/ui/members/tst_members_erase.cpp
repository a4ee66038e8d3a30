// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "MembersDesk.h"
#include "ui/members/MembersPlace.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/members/PeopleTable.h"
#include "ui/members/PersonForm.h"
#include "ui/members/PersonPage.h"

using namespace weavemap;
using namespace weavemap::ui;

/// Somebody asks to be forgotten: the one question, and what the place shows before and after.
class TestMembersErase : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<MembersPlace> m_place;
    PersonId m_ana, m_ben;

    QAction* erase() const { return m_place->findChild<QAction*>(QStringLiteral("erasePersonAction")); }
    PeopleTable* table() const { return m_place->findChild<PeopleTable*>(); }
    PersonPage* page() const { return m_place->findChild<PersonPage*>(); }
    PersonForm* form() const { return m_place->findChild<PersonForm*>(QStringLiteral("personEditForm")); }
    QString questionAbout(PersonId person)
    {
        m_desk->dialogs.clear();
        m_desk->dialogs.willAnswer(1);
        m_place->showPerson(person);
        erase()->trigger();
        return m_desk->dialogs.questions().size() == 1 ? m_desk->dialogs.shown().value(0) : QString();
    }

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
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void standsLastInTheMenuOfThePage()
    {
        auto* menu = m_place->findChild<QMenu*>(QStringLiteral("personMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().last(), erase());
        QVERIFY(!erase()->isEnabled());
        m_place->showPerson(m_ana);
        QVERIFY(erase()->isEnabled());
    }

    void question_tellsOfAllThatGoes()
    {
        const QString asked = questionAbout(m_ana);
        for (const char* gone : {"page", "ties", "conversations", "projects", "backups"})
            QVERIFY2(asked.contains(QLatin1String(gone)), gone);
    }

    void severalPeople_cannotBeForgottenAtOnce()
    {
        table()->selectAll();
        QVERIFY(!erase()->isEnabled());
    }

    void question_namesThePersonAndSaysWhatGoes()
    {
        const QString asked = questionAbout(m_ana);
        QVERIFY(asked.contains(QStringLiteral("Forget Ana Ruiz for good?")));
        for (const char* part : {"ties", "conversations", "backups", "undone"})
            QVERIFY2(asked.contains(QLatin1String(part)), part);
        QVERIFY(asked.contains(QStringLiteral("it is taken out.")));
        QCOMPARE(m_desk->dialogs.questions().front().answers.back().role, AnswerRole::cancel);
    }

    void nameThatMayMeanSomebodyElse_isSaidToStayElsewhere()
    {
        const PersonId single = m_desk->add("Cleo");
        const PersonId namesake = m_desk->add("Ben Okafor");
        const PersonId hyphen = m_desk->add("Jean-Luc");
        const PersonId turned = m_desk->add("Ruiz, Ana");
        for (const PersonId person : {single, namesake, hyphen, turned, m_ana})
            QVERIFY(questionAbout(person).contains(QStringLiteral("elsewhere it stays")));
    }

    void nameMuchLikeAnothers_isSaidToGoAsItIsSpelled()
    {
        m_desk->add("A\u00F1a Ruiz");
        QVERIFY(questionAbout(m_ana).contains(QStringLiteral("spelled as on their page")));
    }

    void nameWithoutLetters_isSaidNotToBeLookedFor()
    {
        QVERIFY(questionAbout(m_desk->add("-")).contains(QStringLiteral("not looked for")));
    }

    void cancelled_changesNothing()
    {
        const std::string before = m_desk->digest();
        QVERIFY(!questionAbout(m_ana).isEmpty());
        QVERIFY(!m_desk->session.isSaving());
        QCOMPARE(m_desk->digest(), before);
        QVERIFY(m_desk->session.canUndo());
    }

    void forgotten_isNowhereInThePlace()
    {
        m_place->showPerson(m_ana);
        QTRY_COMPARE(m_place->findChild<QLabel*>(QStringLiteral("personName"))->text(), QStringLiteral("Ana Ruiz"));
        QSignalSpy said(m_place.get(), &Place::said);
        m_desk->dialogs.willAnswer(0);
        erase()->trigger();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(!page()->isVisible());
        QVERIFY(!page()->person());
        QVERIFY(!m_desk->people.find(m_ana));
        QCOMPARE(said.size(), 1);
        QVERIFY(!said.front().front().toString().contains(QStringLiteral("Ana")));
        QVERIFY(!m_desk->session.canUndo());
        QVERIFY(!erase()->isEnabled());
    }

    void detailsBeingChanged_goWithThem()
    {
        m_place->showPerson(m_ana);
        m_place->findChild<QAction*>(QStringLiteral("editPersonAction"))->trigger();
        auto* name = form()->findChild<QLineEdit*>(QStringLiteral("formName"));
        name->setText(QStringLiteral("Ana Ruiz Ortega"));
        QVERIFY(form()->isDirty());
        m_desk->session.erase(m_ana);
        QTRY_VERIFY(!m_desk->people.find(m_ana));
        QVERIFY(!form()->isVisible());
        QVERIFY(!form()->isDirty());
        QVERIFY(name->text().isEmpty());
    }

    void detailsOfSomebodyElse_stay()
    {
        m_place->showPerson(m_ben);
        m_place->findChild<QAction*>(QStringLiteral("editPersonAction"))->trigger();
        form()->findChild<QLineEdit*>(QStringLiteral("formRole"))->setText(QStringLiteral("Coach"));
        m_desk->session.erase(m_ana);
        QTRY_VERIFY(!m_desk->people.find(m_ana));
        QVERIFY(form()->isVisible());
        QVERIFY(form()->isDirty());
    }

    void staffPersonAtThisComputer_isNotRememberedEither()
    {
        const PersonId ruth = m_desk->add("Ruth Adler", PersonKind::staff);
        m_desk->settings.set(setting::kMe, QStringLiteral("Ruth Adler"));
        m_desk->session.setMe(QStringLiteral("Ruth Adler"));
        QCOMPARE(m_desk->session.me(), ruth);
        m_place->showPerson(ruth);
        m_desk->dialogs.willAnswer(0);
        erase()->trigger();
        QTRY_VERIFY(!m_desk->session.me());
        QTRY_VERIFY(m_desk->settings.value(setting::kMe).isEmpty());
    }

    void hiddenPage_isReadWhenItIsShown()
    {
        m_place->showPerson(m_ana);
        const auto* who = m_place->findChild<QLabel*>(QStringLiteral("personWho"));
        QTRY_COMPARE(who->text(), QStringLiteral("Coast"));
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QSignalSpy presented(page(), &PersonPage::presented);
        m_place->hide();
        Person ana = m_desk->person(m_ana);
        ana.role = "Coach";
        QVERIFY(m_desk->change([&](store::Records& records) { return actions::updatePerson(records, ana); }));
        QTRY_COMPARE(m_desk->person(m_ana).role, std::string("Coach"));
        QTRY_VERIFY(!m_desk->jobs.isBusy());
        QCOMPARE(presented.size(), 0);
        QCOMPARE(who->text(), QStringLiteral("Coast"));
        m_place->show();
        QTRY_COMPARE(presented.size(), 1);
        QVERIFY(who->text().startsWith(QStringLiteral("Coach")));
    }

    void hiddenPage_dropsWhoWasErasedAtOnce_data()
    {
        QTest::addColumn<bool>("own");
        QTest::newRow("the page's own person") << true;
        QTest::newRow("somebody the page tells of") << false;
    }
    void hiddenPage_dropsWhoWasErasedAtOnce()
    {
        QFETCH(bool, own);
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            actions::DrawnTie drawn;
            drawn.a = m_ana;
            drawn.b = m_ben;
            drawn.on = memberstest::day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        m_place->showPerson(m_ana);
        const auto says = [this](const QString& name) {
            const auto widgets = page()->findChildren<QWidget*>();
            return std::any_of(widgets.begin(), widgets.end(), [&](const QWidget* widget) {
                const QString all = widget->property("text").toString() + widget->toolTip() + widget->accessibleName() +
                                    widget->accessibleDescription();
                return all.contains(name);
            });
        };
        const QString name = own ? QStringLiteral("Ana Ruiz") : QStringLiteral("Ben Okafor");
        QTRY_VERIFY(says(name));
        m_place->hide();
        QSignalSpy told(&m_desk->session, &Session::personErased);
        m_desk->session.erase(own ? m_ana : m_ben);
        QTRY_COMPARE(told.size(), 1);
        QTRY_VERIFY(!says(name)); // rows go with the next turn of the loop
        m_place->show();
        if (own) {
            QVERIFY(!page()->person());
            return;
        }
        QTRY_VERIFY(says(QStringLiteral("Ana Ruiz")));
        QVERIFY(!says(name));
    }

    void filter_isOfNothingThatOnlyTheyHad_data()
    {
        QTest::addColumn<bool>("shared");
        QTest::newRow("only they had it") << false;
        QTest::newRow("others have it, too") << true;
    }
    void filter_isOfNothingThatOnlyTheyHad()
    {
        QFETCH(bool, shared);
        if (shared)
            m_desk->add("Cleo Ruiz", "Coast");
        m_place->findChild<QPushButton*>(QStringLiteral("addFilter"))->click();
        m_place->findChild<QMenu*>(QStringLiteral("addFilterMenu"))->close();
        auto* filtered = m_place->findChild<PeopleFilterModel*>();
        PeopleFilter filter;
        filter.words = QStringLiteral("o ruiz");
        filter.values.insert(QStringLiteral("region"), QStringLiteral("Coast"));
        filtered->setFilter(filter);
        QVERIFY(filtered->rowOf(m_ana) >= 0);
        const auto isNamed = [this] {
            const auto actions = m_place->findChildren<QAction*>();
            return std::any_of(actions.begin(), actions.end(),
                               [](const QAction* action) { return action->text() == QStringLiteral("Coast"); });
        };
        QVERIFY(isNamed());
        m_desk->session.erase(m_ana);
        QTRY_VERIFY(!m_desk->people.find(m_ana));
        if (!shared)
            filter = {};
        QVERIFY(filtered->filter() == filter);
        QCOMPARE(m_place->findChild<QLineEdit*>(QStringLiteral("peopleFilter"))->text(), filter.words);
        QTRY_COMPARE(isNamed(), shared);
    }

    void removedWhileHidden_closesThePage()
    {
        m_place->showPerson(m_ana);
        QTRY_COMPARE(m_place->findChild<QLabel*>(QStringLiteral("personName"))->text(), QStringLiteral("Ana Ruiz"));
        m_place->hide();
        QVERIFY(m_desk->change(
            [&](store::Records& records) { return actions::removePeople(records, std::vector<PersonId>{m_ana}); }));
        QTRY_VERIFY(!m_desk->people.find(m_ana));
        QVERIFY(!page()->person());
        m_place->show();
        QVERIFY(!page()->isVisible());
    }

    void readOnlyFile_doesNotOfferIt()
    {
        Session other;
        const auto path = m_desk->at("b.weavemap");
        QSignalSpy opened(&other, &Session::opened);
        other.open(path, Session::OpenMode::create);
        QTRY_COMPARE(opened.size(), 1);
        bool added = false;
        other.change(
            QStringLiteral("Add"),
            [](store::Records& records) -> Result<> {
                Person person;
                person.name = "Zora Quexley";
                return records.people.insert(person).map([](auto) {});
            },
            [&](const Result<store::ChangeSet>& changes) { added = changes.has_value(); });
        QTRY_VERIFY(added);
        // Held by another session, it can only be read here.
        QVERIFY(m_desk->open("b.weavemap", Session::OpenMode::existing));
        QVERIFY(m_desk->session.isReadOnly());
        m_place->showPerson(m_desk->people.row(0).person.id);
        QVERIFY(!erase()->isEnabled());
    }
};

QTEST_MAIN(TestMembersErase)
#include "tst_members_erase.moc"

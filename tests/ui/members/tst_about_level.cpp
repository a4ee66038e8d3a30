// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "MembersDesk.h"
#include "ui/base/Words.h"
#include "ui/members/MembersPlace.h"
#include "ui/widgets/LevelChip.h"

using namespace weavemap;
using namespace weavemap::ui;

/// Who may see the note about somebody, as it is set in their form.
class TestAboutLevel : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<MembersPlace> m_place;
    PersonId m_cleo, m_tom, m_dora;

    Person stored() const { return m_desk->session.records().people.find(m_dora).value().value(); }
    QWidget* form() const { return m_place->findChild<QWidget*>(QStringLiteral("personEditForm")); }
    QPlainTextEdit* about() const { return form()->findChild<QPlainTextEdit*>(QStringLiteral("formAbout")); }
    LevelChip* chip() const { return form()->findChild<LevelChip*>(QStringLiteral("formAboutLevel")); }
    QAction* level(Confidentiality level) const
    {
        return chip()->findChild<QAction*>(QStringLiteral("level%1").arg(static_cast<int>(level)));
    }
    void edit()
    {
        m_place->showPerson(m_dora);
        m_place->findChild<QAction*>(QStringLiteral("editPersonAction"))->trigger();
        QVERIFY(form()->isVisible());
    }
    bool store()
    {
        QTest::keyClick(about(), Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return !form()->isVisible(); }, memberstest::kPatienceMs);
    }
    bool isOnThePage(const QString& words) const
    {
        const auto labels = m_place->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel* label) { return label->text().contains(words); });
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
        m_cleo = m_desk->add("Cleo Tan", PersonKind::staff);
        m_tom = m_desk->add("Tom Hale", PersonKind::staff);
        m_dora = m_desk->add("Dora Lund");
        m_desk->session.setMe(QStringLiteral("Cleo Tan"));
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void level_isSetWithTheKeyboard_stored_andUndone()
    {
        const std::string before = m_desk->digest();
        edit();
        QCOMPARE(chip()->value(), words(Confidentiality::staff));
        about()->setPlainText(QStringLiteral("canary"));
        about()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(about(), Qt::Key_Tab);
        QVERIFY(chip()->hasFocus());
        QTest::keyClick(chip(), Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(chip()->level(), Confidentiality::onlyMe);
        QVERIFY(store());
        QCOMPARE(stored().about, std::string("canary"));
        QCOMPARE(stored().aboutLevel, Confidentiality::onlyMe);
        QCOMPARE(stored().aboutBy, m_cleo);
        QTRY_VERIFY(isOnThePage(words(Confidentiality::onlyMe)));
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QTRY_VERIFY(!isOnThePage(QStringLiteral("canary")));
        QVERIFY(m_desk->undo());
        QCOMPARE(m_desk->digest(), before);
    }
    void levelAlone_isAChange_andKeepsWhoseItIs()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            Person dora = stored();
            dora.about = "Grows tomatoes";
            dora.aboutBy = m_tom;
            return records.people.update(dora);
        }));
        edit();
        QVERIFY(!level(Confidentiality::onlyMe)->isEnabled()); // it would be taken from Tom
        QVERIFY(!chip()->accessibleDescription().isEmpty());
        level(Confidentiality::shareable)->trigger();
        QVERIFY(store());
        QCOMPARE(stored().aboutLevel, Confidentiality::shareable);
        QCOMPARE(stored().aboutBy, m_tom);
        QCOMPARE(stored().about, std::string("Grows tomatoes"));
    }
    void withoutAName_itCannotBeOnlyOnesOwn()
    {
        m_desk->session.setMe(QString());
        edit();
        QVERIFY(!level(Confidentiality::onlyMe)->isEnabled());
        QVERIFY(level(Confidentiality::shareable)->isEnabled());
    }
    void draftThatIsOnlyOnesOwn_isGoneWhereSomebodyElseSitsDown()
    {
        edit();
        about()->setPlainText(QStringLiteral("canary"));
        level(Confidentiality::onlyMe)->trigger();
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QTRY_VERIFY(!form()->isVisible());
        QVERIFY(about()->toPlainText().isEmpty());
        edit();
        QVERIFY(about()->toPlainText().isEmpty());
        QCOMPARE(chip()->level(), Confidentiality::staff);
    }
    void noteThatWasOnlyOnesOwn_isGoneWhereSomebodyElseSitsDown_data()
    {
        QTest::addColumn<bool>("isLoosened");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("as it is stored, open") << false << true;
        QTest::newRow("loosened and not stored, open") << true << true;
        QTest::newRow("loosened and left as a draft") << true << false;
    }
    void noteThatWasOnlyOnesOwn_isGoneWhereSomebodyElseSitsDown()
    {
        QFETCH(const bool, isLoosened);
        QFETCH(const bool, isOpen);
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            Person dora = stored();
            dora.about = "canary";
            dora.aboutLevel = Confidentiality::onlyMe;
            dora.aboutBy = m_cleo;
            return records.people.update(dora);
        }));
        edit();
        QCOMPARE(about()->toPlainText(), QStringLiteral("canary"));
        if (isLoosened)
            level(Confidentiality::staff)->trigger();
        if (!isOpen)
            QTest::keyClick(about(), Qt::Key_Escape);
        QCOMPARE(form()->isVisible(), isOpen);
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QTRY_VERIFY(!form()->isVisible());
        QVERIFY(about()->toPlainText().isEmpty());
        edit();
        QVERIFY(about()->toPlainText().isEmpty());
        QVERIFY(!about()->isEnabled());
    }
    void draftForEverybody_stays_butBelongsToWhoWroteTheNote()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            Person dora = stored();
            dora.about = "Grows tomatoes";
            dora.aboutBy = m_cleo;
            return records.people.update(dora);
        }));
        edit();
        QVERIFY(level(Confidentiality::onlyMe)->isEnabled());
        about()->setPlainText(QStringLiteral("Grows beans"));
        m_desk->session.setMe(QStringLiteral("Tom Hale"));
        QCOMPARE(about()->toPlainText(), QStringLiteral("Grows beans"));
        QVERIFY(!level(Confidentiality::onlyMe)->isEnabled()); // it would be taken from Cleo
    }
    void newPerson_hasALevel_too()
    {
        m_place->addPerson(QStringLiteral("Eve Stone"));
        auto* fresh = m_place->findChild<QWidget*>(QStringLiteral("personForm"));
        QVERIFY(fresh->isVisible());
        auto* field = fresh->findChild<QPlainTextEdit*>(QStringLiteral("formAbout"));
        field->setPlainText(QStringLiteral("canary"));
        fresh->findChild<LevelChip*>(QStringLiteral("formAboutLevel"))
            ->findChild<QAction*>(QStringLiteral("level2"))
            ->trigger();
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!fresh->isVisible());
        const auto people = m_desk->session.records().people.all().value();
        const auto eve =
            std::find_if(people.begin(), people.end(), [](const Person& person) { return person.name == "Eve Stone"; });
        QVERIFY(eve != people.end());
        QCOMPARE(eve->aboutLevel, Confidentiality::onlyMe);
        QCOMPARE(eve->aboutBy, m_cleo);
    }
};

QTEST_MAIN(TestAboutLevel)
#include "tst_about_level.moc"

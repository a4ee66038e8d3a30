// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include "OfficeBox.h"
#include "ui/base/Convert.h"
#include "ui/settings/SettingsPlace.h"
#include "ui/widgets/SegmentedSwitch.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

class SettingsPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theme_chosenByKeyIsStored();
    void mapChecks_areStoredOneByOne();
    void motion_isStored();
    void me_addedByItsButtonAndTakenBack();
    void me_isChosenFromTheOpenListOnly();
    void networkName_isAChangeThatCanBeUndone();
    void networkName_emptyStaysAsItWas();
    void enter_showsWhatIsStored();
    void readOnlyFile_keepsItsName();
    void changesFromElsewhere_showAtOnce();
    void refresh_leavesWhatIsBeingTyped();
};

namespace {

template <class T>
T* find(QWidget& place, const char* name)
{
    return place.findChild<T*>(QString::fromLatin1(name));
}

struct Page
{
    Page() : place(box.office())
    {
        place.resize(900, 900);
        place.show();
    }
    void open(const QString& path)
    {
        box.open(path);
        place.enter();
    }
    OfficeBox box;
    SettingsPlace place;
};

} // namespace

void SettingsPlaceTest::theme_chosenByKeyIsStored()
{
    Page page;
    page.open(page.box.emptyFile());
    auto* theme = find<SegmentedSwitch>(page.place, "settingTheme");
    QCOMPARE(theme->current(), static_cast<int>(ThemeChoice::light));
    for (QAbstractButton* button : theme->findChildren<QAbstractButton*>())
        if (button->isChecked()) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Right);
            break;
        }
    QCOMPARE(page.box.settings().value(setting::kTheme), ThemeChoice::dark);
}

void SettingsPlaceTest::mapChecks_areStoredOneByOne()
{
    Page page;
    page.open(page.box.emptyFile());
    auto* fog = find<QCheckBox>(page.place, "settingFog");
    QVERIFY(fog->isChecked());
    QTest::keyClick(fog, Qt::Key_Space);
    QCOMPARE(page.box.settings().value(setting::kMapFog), Shown::no);
    QCOMPARE(page.box.settings().value(setting::kMapHulls), Shown::yes);
    QTest::keyClick(find<QCheckBox>(page.place, "settingHulls"), Qt::Key_Space);
    QTest::keyClick(find<QCheckBox>(page.place, "settingLabels"), Qt::Key_Space);
    QCOMPARE(page.box.settings().value(setting::kMapHulls), Shown::no);
    QCOMPARE(page.box.settings().value(setting::kMapLabels), Shown::no);
    QTest::keyClick(fog, Qt::Key_Space);
    QCOMPARE(page.box.settings().value(setting::kMapFog), Shown::yes);
}

void SettingsPlaceTest::motion_isStored()
{
    Page page;
    page.box.settings().set(setting::kMotion, Motion::full);
    page.open(page.box.emptyFile());
    auto* motion = find<QCheckBox>(page.place, "settingMotion");
    QVERIFY(!motion->isChecked());
    QTest::keyClick(motion, Qt::Key_Space);
    QCOMPARE(page.box.settings().value(setting::kMotion), Motion::reduced);
}

void SettingsPlaceTest::me_addedByItsButtonAndTakenBack()
{
    Page page;
    page.open(page.box.emptyFile());
    connect(&page.box.settings(), &Settings::changed, &page.box.session(),
            [&page] { page.box.session().setMe(page.box.settings().value(setting::kMe)); });
    auto* name = find<QLineEdit>(page.place, "settingNewMe");
    QTest::keyClicks(name, QStringLiteral("Ruth Lindqvist"));
    name->clearFocus();
    QCOMPARE(page.box.settings().value(setting::kMe), QString()); // a name alone is nothing yet
    auto* add = find<QAbstractButton>(page.place, "settingAddMe");
    QCOMPARE(add->text(), QStringLiteral("Add Ruth Lindqvist as staff"));
    add->click();
    QCOMPARE(page.box.settings().value(setting::kMe), QStringLiteral("Ruth Lindqvist"));
    QTRY_VERIFY(page.box.session().me());
    QTRY_COMPARE(page.box.people().rowCount(), 1);
    QCOMPARE(page.box.people().row(0).person.kind, PersonKind::staff);
    QCOMPARE(page.box.session().undoLabel(), QStringLiteral("Ruth Lindqvist works here"));
    auto* back = find<QAbstractButton>(page.place, "settingMeBack");
    QVERIFY(back->isVisible());
    back->click();
    QCOMPARE(page.box.settings().value(setting::kMe), QString());
    QTRY_COMPARE(page.box.people().rowCount(), 0);
    QVERIFY(!back->isVisible());
    page.box.settle();
}

void SettingsPlaceTest::me_isChosenFromTheOpenListOnly()
{
    Page page;
    page.open(page.box.emptyFile());
    page.box.addPerson(QStringLiteral("Ana Member"));
    page.box.addPerson(QStringLiteral("Sol Staff"), PersonKind::staff);
    auto* me = find<QComboBox>(page.place, "settingMe");
    QTRY_COMPARE(me->count(), 2);
    QCOMPARE(me->itemText(0), QStringLiteral("Sol Staff"));
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_End, Qt::Key_S}) {
        QTest::keyClick(me, key);
        QCOMPARE(page.box.settings().value(setting::kMe), QString());
        QVERIFY(me->view()->isVisible());
        me->hidePopup();
    }
    Q_EMIT me->activated(0); // Enter or a click in the open list
    QCOMPARE(page.box.settings().value(setting::kMe), QStringLiteral("Sol Staff"));
    find<QAbstractButton>(page.place, "settingMeBack")->click();
    QCOMPARE(page.box.settings().value(setting::kMe), QString());
}

void SettingsPlaceTest::networkName_isAChangeThatCanBeUndone()
{
    Page page;
    page.open(page.box.emptyFile());
    const QString before = page.box.session().networkName();
    auto* name = find<QLineEdit>(page.place, "settingNetworkName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Ostfold Læring"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(page.box.session().networkName(), QStringLiteral("Ostfold Læring"));
    page.box.undo();
    QCOMPARE(page.box.session().networkName(), before);
}

void SettingsPlaceTest::networkName_emptyStaysAsItWas()
{
    Page page;
    page.open(page.box.emptyFile());
    const QString before = page.box.session().networkName();
    auto* name = find<QLineEdit>(page.place, "settingNetworkName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("   "));
    QTest::keyClick(name, Qt::Key_Return);
    page.box.settle();
    QCOMPARE(page.box.session().networkName(), before);
    QCOMPARE(name->text(), before);
    QVERIFY(!page.box.session().canUndo());
}

void SettingsPlaceTest::enter_showsWhatIsStored()
{
    Page page;
    page.box.settings().set(setting::kTheme, ThemeChoice::dark);
    page.box.settings().set(setting::kMapFog, Shown::no);
    page.box.settings().set(setting::kMe, QStringLiteral("Nobody Yet"));
    page.open(page.box.emptyFile());
    QCOMPARE(find<SegmentedSwitch>(page.place, "settingTheme")->current(), static_cast<int>(ThemeChoice::dark));
    QVERIFY(!find<QCheckBox>(page.place, "settingFog")->isChecked());
    QCOMPARE(find<QComboBox>(page.place, "settingMe")->placeholderText(), QStringLiteral("Nobody Yet"));
}

void SettingsPlaceTest::readOnlyFile_keepsItsName()
{
    OfficeBox writer;
    writer.openEmpty();
    Session reading(&writer.clock());
    Jobs jobs;
    PeopleModel people(reading, jobs);
    FiguresService figures(reading, jobs);
    Office office{reading, jobs, writer.settings(), writer.dialogs(), writer.theme(), people, figures};
    SettingsPlace place(office);
    place.show();
    reading.open(writer.session().path());
    QTRY_VERIFY(reading.isOpen() && people.isLoaded());
    place.enter();
    QVERIFY(!find<QLineEdit>(place, "settingNetworkName")->isEnabled());
    QVERIFY(find<SegmentedSwitch>(place, "settingTheme")->isEnabled());
    reading.close();
    jobs.stopAll();
}

void SettingsPlaceTest::changesFromElsewhere_showAtOnce()
{
    Page page;
    page.open(page.box.emptyFile());
    page.box.settings().set(setting::kTheme, ThemeChoice::dark);
    page.box.settings().set(setting::kMapFog, Shown::no);
    QCOMPARE(find<SegmentedSwitch>(page.place, "settingTheme")->current(), static_cast<int>(ThemeChoice::dark));
    QVERIFY(!find<QCheckBox>(page.place, "settingFog")->isChecked());
    auto* name = find<QLineEdit>(page.place, "settingNetworkName");
    const QString before = name->text();
    QVERIFY(page.box.change(QStringLiteral("Name"),
                            [](store::Records& records) { return records.views.setFact("name", "Coast"); }));
    QTRY_COMPARE(name->text(), QStringLiteral("Coast"));
    page.box.undo();
    QTRY_COMPARE(name->text(), before);
}

void SettingsPlaceTest::refresh_leavesWhatIsBeingTyped()
{
    Page page;
    page.open(page.box.emptyFile());
    page.place.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page.place));
    QVERIFY(!find<QComboBox>(page.place, "settingMe")->hasFocus()); // the page opens with nothing in hand
    auto* me = find<QLineEdit>(page.place, "settingNewMe");
    me->setFocus();
    QTest::keyClicks(me, QStringLiteral("Ru"));
    page.box.addPerson(QStringLiteral("Ana Member"));
    QTRY_COMPARE(page.box.people().rowCount(), 1);
    QCOMPARE(me->text(), QStringLiteral("Ru"));
    auto* name = find<QLineEdit>(page.place, "settingNetworkName");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Coa"));
    page.box.addPerson(QStringLiteral("Ben Member"));
    QTRY_COMPARE(page.box.people().rowCount(), 2); // leaving the field made nobody of half a name
    QCOMPARE(page.box.settings().value(setting::kMe), QString());
    QCOMPARE(name->text(), QStringLiteral("Coa"));
}

QTEST_MAIN(SettingsPlaceTest)
#include "tst_settings_place.moc"

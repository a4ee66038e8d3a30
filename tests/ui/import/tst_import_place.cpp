// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

#include "OfficeBox.h"
#include "ui/import/ImportPlace.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;
using uitest::waitUntil;

namespace {

struct Page
{
    Page() : place(box.office())
    {
        place.resize(1180, 820);
        place.show();
        box.openEmpty();
    }
    template <class T>
    T* find(const char* name) const
    {
        return place.findChild<T*>(QString::fromLatin1(name));
    }
    bool preview(const QStringList& files)
    {
        place.start(files);
        return box.settle();
    }
    QString summary() const { return find<TextLabel>("importSummary")->text(); }
    QString trouble() const
    {
        auto* label = find<TextLabel>("importTrouble");
        return label->isVisibleTo(&place) ? label->text() : QString();
    }
    QAbstractItemModel* rows() const { return find<QTableView>("importRows")->model(); }
    Button* store() const { return find<Button>("importStore"); }
    int pageShown() const { return find<QStackedWidget>("importPages")->currentIndex(); }
    OfficeBox box;
    ImportPlace place;
};

const QByteArray kMembers = "id,name,email\n1,Ana Ruiz,ana@example.org\n2,Ben Okafor,ben@example.org\n3,Cai Lind,\n";
const QByteArray kTies = "source,target\n1,2\n2,3\n3,3\n";

} // namespace

class ImportPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_withoutFilesAsksForThem();
    void preview_countsAndStoresNothing();
    void store_isOneStepAndUndoTakesItBack();
    void twoFiles_comeAsOneStep();
    void badRows_areListedAndSaved();
    void unreadable_isOneSentence_data();
    void unreadable_isOneSentence();
    void namesake_waitsForAWord();
    void depth_appliesToTiesThatDoNotSayTheirs();
    void escape_leavesEverythingAsItWas();
    void again_saysThereIsNothingToStore();
    void closing_forgetsTheFiles();
};

void ImportPlaceTest::start_withoutFilesAsksForThem()
{
    Page page;
    page.place.start({});
    QCOMPARE(page.pageShown(), 0);
    page.box.dialogs().willChooseFiles({page.box.textFile(QStringLiteral("members.csv"), kMembers)});
    QTest::mouseClick(page.place.findChild<EmptyState*>()->actionButton(), Qt::LeftButton);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QCOMPARE(page.pageShown(), 1);
}

void ImportPlaceTest::preview_countsAndStoresNothing()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembers)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QVERIFY2(page.summary().startsWith(QStringLiteral("3 people are new")), qPrintable(page.summary()));
    QVERIFY(page.store()->text().contains(QStringLiteral("3 rows")));
    QCOMPARE(page.box.people().rowCount(), 0);
    QVERIFY(!page.box.session().canUndo());
}

void ImportPlaceTest::store_isOneStepAndUndoTakesItBack()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembers)}));
    QTRY_VERIFY(page.store()->isEnabled());
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    QTRY_COMPARE(page.box.people().rowCount(), 3);
    QCOMPARE(page.box.session().undoLabel(), QStringLiteral("Import members.csv"));
    page.box.undo();
    QTRY_COMPARE(page.box.people().rowCount(), 0);
}

void ImportPlaceTest::twoFiles_comeAsOneStep()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembers),
                          page.box.textFile(QStringLiteral("ties.csv"), kTies)}));
    QTRY_COMPARE(page.rows()->rowCount(), 6);
    QVERIFY2(page.summary().contains(QStringLiteral("2 ties are new")), qPrintable(page.summary()));
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    QVERIFY(page.box.settle());
    QCOMPARE(page.box.records().ties.count().value(), std::size_t{2});
    page.box.undo();
    QCOMPARE(page.box.records().ties.count().value(), std::size_t{0});
    QCOMPARE(page.box.records().people.count().value(), std::size_t{0});
    QVERIFY(!page.box.session().canUndo());
}

void ImportPlaceTest::badRows_areListedAndSaved()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("ties.csv"), "source,target\nAna,Ben\nAna,\nCai,Cai\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QVERIFY2(page.summary().contains(QStringLiteral("2 rows are left out")), qPrintable(page.summary()));
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    auto* save = page.find<Button>("importSaveLeftOut");
    QVERIFY(save->isVisible());
    const QString to = page.box.path(QStringLiteral("left out.csv"));
    page.box.dialogs().willChooseFiles({to});
    QTest::mouseClick(save, Qt::LeftButton);
    QFile file(to);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 3);
    QVERIFY(text.contains("ties.csv,3,"));
    QVERIFY(text.contains("ties.csv,4,"));
}

void ImportPlaceTest::unreadable_isOneSentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing in it") << QStringLiteral("empty.csv") << QByteArray();
    QTest::newRow("a picture") << QStringLiteral("photo.csv")
                               << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 25);
    QTest::newRow("broken GraphML") << QStringLiteral("net.graphml") << QByteArray("<graphml><graph><node id='1'>");
}

void ImportPlaceTest::unreadable_isOneSentence()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    Page page;
    QVERIFY(page.preview({page.box.textFile(name, bytes)}));
    QTRY_VERIFY(!page.trouble().isEmpty());
    QVERIFY(page.trouble().endsWith(QLatin1Char('.')));
    QVERIFY(!page.store()->isEnabled());
    QCOMPARE(page.rows()->rowCount(), 0);
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembers)}));
    QTRY_VERIFY(page.trouble().isEmpty());
    QCOMPARE(page.rows()->rowCount(), 3);
}

void ImportPlaceTest::namesake_waitsForAWord()
{
    Page page;
    page.box.addPerson(QStringLiteral("Ana Ruiz"));
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("new.csv"), "name\nana ruíz\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 1);
    page.find<QTableView>("importRows")->selectRow(0);
    auto* same = page.find<Button>("importSame");
    QVERIFY(same->isVisible());
    QTest::mouseClick(same, Qt::LeftButton);
    QVERIFY(page.box.settle());
    QTRY_VERIFY2(page.summary().contains(QStringLiteral("here already")), qPrintable(page.summary()));
}

void ImportPlaceTest::depth_appliesToTiesThatDoNotSayTheirs()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("ties.csv"), "source,target\nAna,Ben\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 1);
    auto* depth = page.find<QComboBox>("importDepth");
    depth->setFocus();
    QTest::keyClick(depth, Qt::Key_Up);
    QVERIFY(page.box.settle());
    QTRY_VERIFY(page.store()->isEnabled());
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    const auto ties = page.box.records().ties.all();
    QCOMPARE(ties->size(), std::size_t{1});
    QCOMPARE(static_cast<int>(ties->front().depth), static_cast<int>(TieDepth::exchange) - 1);
}

void ImportPlaceTest::escape_leavesEverythingAsItWas()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembers)}));
    QSignalSpy finished(&page.place, &ImportPlace::finished);
    QVERIFY(page.place.stepBack());
    QCOMPARE(finished.count(), 1);
    QVERIFY(page.box.settle());
    QCOMPARE(page.box.people().rowCount(), 0);
}

void ImportPlaceTest::again_saysThereIsNothingToStore()
{
    Page page;
    const QString file = page.box.textFile(QStringLiteral("members.csv"), kMembers);
    QVERIFY(page.preview({file}));
    QTRY_VERIFY(page.store()->isEnabled());
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    QVERIFY(page.preview({file}));
    QTRY_VERIFY2(page.summary().contains(QStringLiteral("nothing to store")), qPrintable(page.summary()));
    QVERIFY(!page.store()->isEnabled());
}

void ImportPlaceTest::closing_forgetsTheFiles()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembers)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    page.box.session().close();
    QCOMPARE(page.rows()->rowCount(), 0);
    QCOMPARE(page.pageShown(), 0);
}

QTEST_MAIN(ImportPlaceTest)
#include "tst_import_place.moc"

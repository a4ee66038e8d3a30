// SPDX-License-Identifier: GPL-3.0-or-later
// What a user decides in the import assistant, large lists, and files that cannot be stored.
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "ImportPage.h"

using namespace weavemap;
using namespace weavemap::ui;
using Page = uitest::ImportPage;
using uitest::kMembersList;
using uitest::kTiesList;
using uitest::OfficeBox;

class ImportChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_canBeChosenWhereTheyAreNotKnown();
    void columns_showWhatWasFoundOut();
    void doubts_areAnsweredByKeysOneAfterTheOther();
    void notices_standBesideTheirRow();
    void changeMeanwhile_makesThePreviewAnew();
    void large_canBeStoppedWhileItIsStored();
    void large_isOneStep();
    void leaving_stopsTheReading();
    void readOnlyFile_saysSo();
    void drop_takesListsAndLeavesOwnFilesToTheWindow();
};

void ImportChoicesTest::columns_canBeChosenWhereTheyAreNotKnown()
{
    Page page;
    QVERIFY(page.preview(
        {page.box.textFile(QStringLiteral("odd.csv"), "Times,Giver,Taker\n2,Ana,Ben\n3,Ben,Cai\n1,Cai,Ana\n")}));
    QTRY_VERIFY(!page.trouble().isEmpty());
    auto* as = page.find<QComboBox>("importAs");
    QVERIFY(!page.find<QComboBox>("importColumn0")->isVisible());
    QCOMPARE(page.place.focusWidget(), as); // where the user can say more
    as->setCurrentIndex(as->findData(static_cast<int>(exchange::ReadAs::members)));
    QTest::keyClick(as, Qt::Key_Down); // ties
    QVERIFY(page.box.settle());
    auto* from = page.find<QComboBox>("importColumn0");
    auto* to = page.find<QComboBox>("importColumn1");
    auto* strength = page.find<QComboBox>("importColumn2");
    QTRY_VERIFY(from->isVisible());
    QVERIFY2(!page.trouble().contains(QStringLiteral("source")), qPrintable(page.trouble())); // our word, not theirs
    QCOMPARE(from->count(), 4); // find out, and three columns
    const auto choose = [&page](QComboBox* box, int index) {
        while (box->currentIndex() < index) {
            QTest::keyClick(box, Qt::Key_Down);
            page.box.settle();
        }
    };
    choose(from, 2);
    QTRY_VERIFY(!page.trouble().isEmpty()); // nobody said yet whom
    choose(to, 3);
    QTRY_VERIFY2(page.trouble().isEmpty(), qPrintable(page.trouble()));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QCOMPARE(page.rows()->index(0, ImportRowsModel::kText).data().toString(), QStringLiteral("Ana – Ben"));
    choose(strength, 1);
    QTRY_VERIFY(page.store()->isEnabled());
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    double weights = 0;
    const auto ties = page.box.records().ties.all();
    for (const Tie& tie : *ties)
        weights += tie.weight;
    QCOMPARE(weights, 6.0);
    // The next file is looked at without prejudice.
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
}

void ImportChoicesTest::columns_showWhatWasFoundOut()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QCOMPARE(page.find<QComboBox>("importColumn0")->currentText(), QStringLiteral("name"));
    QCOMPARE(page.find<QComboBox>("importColumn1")->currentText(), QStringLiteral("id"));
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList),
                          page.box.textFile(QStringLiteral("ties.csv"), kTiesList)}));
    QTRY_COMPARE(page.rows()->rowCount(), 6);
    QVERIFY(!page.find<QComboBox>("importColumn0")->isVisible()); // two files have columns of their own
}

void ImportChoicesTest::doubts_areAnsweredByKeysOneAfterTheOther()
{
    Page page;
    page.box.addPerson(QStringLiteral("Ana Ruiz"));
    page.box.addPerson(QStringLiteral("Zoë Lind"));
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("new.csv"), "name\nana ruíz\nzoe lind\nDee\n")}));
    auto* table = page.find<QTableView>("importRows");
    QTRY_COMPARE(page.rows()->rowCount(), 2); // the doubtful ones come first
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(page.place.focusWidget(), table);
    QVERIFY(page.find<Button>("importNew")->isVisible());
    QTest::keyClick(page.find<Button>("importSame"), Qt::Key_Space);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(page.rows()->rowCount(), 1);
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(page.place.focusWidget(), table);
    QTest::keyClick(page.find<Button>("importLeaveOut"), Qt::Key_Space);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(page.rows()->rowCount(), 3); // no doubt left: all rows
    QCOMPARE(page.place.focusWidget(), page.store());
    QTest::keyClick(page.store(), Qt::Key_Return);
    QTRY_COMPARE(page.pageShown(), 2);
    QTRY_COMPARE(page.box.people().rowCount(), 3);
    QCOMPARE(page.place.focusWidget(), page.find<Button>("importSeeMap"));
}

void ImportChoicesTest::notices_standBesideTheirRow()
{
    Page page;
    QVERIFY(page.preview(
        {page.box.textFile(QStringLiteral("members.csv"), "name,email\nAna,ana at home\nBen,ben@example.org\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 2);
    const QString why = page.rows()->index(0, ImportRowsModel::kWhy).data().toString();
    QVERIFY2(why.contains(QStringLiteral("ana at home")), qPrintable(why));
    QVERIFY(page.rows()->index(1, ImportRowsModel::kWhy).data().toString().isEmpty());
    QVERIFY(page.store()->isEnabled());
}

void ImportChoicesTest::changeMeanwhile_makesThePreviewAnew()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("new.csv"), "name\nAna Ruiz\nBen Okafor\n")}));
    QTRY_VERIFY2(page.summary().startsWith(QStringLiteral("2 people are new")), qPrintable(page.summary()));
    page.box.addPerson(QStringLiteral("Ana Ruiz"));
    QTRY_VERIFY2(!page.summary().startsWith(QStringLiteral("2 people are new")), qPrintable(page.summary()));
    page.box.undo();
    QTRY_VERIFY2(page.summary().startsWith(QStringLiteral("2 people are new")), qPrintable(page.summary()));
}

namespace {

QByteArray largeList(int people)
{
    QByteArray text = "id,name,region\n";
    for (int i = 1; i <= people; ++i)
        text +=
            QByteArray::number(i) + ",Person " + QByteArray::number(i) + ",Region " + QByteArray::number(i % 7) + '\n';
    return text;
}

} // namespace

void ImportChoicesTest::large_canBeStoppedWhileItIsStored()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("large.csv"), largeList(20'000))}));
    QTRY_VERIFY(page.store()->isEnabled());
    QCOMPARE(page.rows()->rowCount(), 20'000);
    QSignalSpy finished(&page.place, &ImportPlace::finished);
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QVERIFY(!page.store()->isEnabled());
    QVERIFY(!page.find<QComboBox>("importAs")->isEnabled());
    QVERIFY(page.place.stepBack()); // stops, and stays
    QVERIFY(page.box.settle());
    QTRY_VERIFY(page.store()->isEnabled());
    QCOMPARE(finished.count(), 0);
    QCOMPARE(page.pageShown(), 1);
    QCOMPARE(page.box.records().people.count().value(), std::size_t{0});
    QVERIFY(!page.box.session().canUndo());
    QVERIFY(page.find<QComboBox>("importAs")->isEnabled());
}

void ImportChoicesTest::large_isOneStep()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("large.csv"), largeList(20'000))}));
    QTRY_VERIFY(page.store()->isEnabled());
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page.pageShown(), 2, 60'000);
    QCOMPARE(page.box.records().people.count().value(), std::size_t{20'000});
    page.box.undo();
    QCOMPARE(page.box.records().people.count().value(), std::size_t{0});
    QVERIFY(!page.box.session().canUndo());
}

void ImportChoicesTest::leaving_stopsTheReading()
{
    Page page;
    page.place.start({page.box.textFile(QStringLiteral("large.csv"), largeList(20'000))});
    QVERIFY(!page.store()->isEnabled());
    QSignalSpy finished(&page.place, &ImportPlace::finished);
    QVERIFY(page.place.stepBack());
    QCOMPARE(finished.count(), 1);
    QVERIFY(page.box.settle());
    QCOMPARE(page.rows()->rowCount(), 0); // a stopped job hands nothing on
}

void ImportChoicesTest::readOnlyFile_saysSo()
{
    OfficeBox writer;
    writer.openEmpty();
    Session reading(&writer.clock());
    Jobs jobs;
    PeopleModel people(reading, jobs);
    FiguresService figures(reading, jobs);
    Office office{reading, jobs, writer.settings(), writer.dialogs(), writer.theme(), people, figures};
    ImportPlace place(office);
    place.show();
    reading.open(writer.session().path());
    QTRY_VERIFY(reading.isOpen() && people.isLoaded());
    place.start({writer.textFile(QStringLiteral("members.csv"), kMembersList)});
    QTRY_COMPARE(place.findChild<QTableView*>(QStringLiteral("importRows"))->model()->rowCount(), 3);
    auto* trouble = place.findChild<TextLabel*>(QStringLiteral("importTrouble"));
    QVERIFY(trouble->isVisible());
    QVERIFY2(trouble->text().contains(QStringLiteral("only be read")), qPrintable(trouble->text()));
    QVERIFY(!place.findChild<Button*>(QStringLiteral("importStore"))->isEnabled());
    reading.close();
    jobs.stopAll();
}

void ImportChoicesTest::drop_takesListsAndLeavesOwnFilesToTheWindow()
{
    Page page;
    const auto drag = [&page](const QString& path) {
        QMimeData content;
        content.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&page.place, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page.place, &drop);
        return drop.isAccepted();
    };
    QVERIFY(!drag(page.box.path(QStringLiteral("other.weavemap"))));
    QCOMPARE(page.pageShown(), 0);
    QVERIFY(drag(page.box.textFile(QStringLiteral("members.csv"), kMembersList)));
    QVERIFY(page.box.settle());
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    // A folder is no list, and says so.
    QVERIFY(drag(page.box.path(QStringLiteral("."))));
    QVERIFY(page.box.settle());
    QTRY_VERIFY(!page.trouble().isEmpty());
}

QTEST_MAIN(ImportChoicesTest)
#include "tst_import_choices.moc"

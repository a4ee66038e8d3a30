// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "ImportPage.h"
#include "ui/widgets/EmptyState.h"

using namespace weavemap;
using namespace weavemap::ui;
using Page = uitest::ImportPage;
using uitest::kMembersList;
using uitest::kTiesList;

class ImportPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_withoutFilesAsksForThem();
    void preview_countsAndStoresNothing();
    void store_isOneStepAndUndoTakesItBack();
    void twoFiles_comeAsOneStep();
    void badRows_areListedAndSaved();
    void fields_lineUpAndFitANarrowWindow();
    void unreadable_isOneSentence_data();
    void unreadable_isOneSentence();
    void namesake_waitsForAWord();
    void depth_appliesToTiesThatDoNotSayTheirs();
    void escape_leavesEverythingAsItWas();
    void again_saysThereIsNothingToStore();
    void closing_forgetsTheFiles();
    void formats_areReadAsTheyStand_data();
    void formats_areReadAsTheyStand();
};

void ImportPlaceTest::start_withoutFilesAsksForThem()
{
    Page page;
    page.place.start({});
    QCOMPARE(page.pageShown(), 0);
    page.box.dialogs().willChooseFiles({page.box.textFile(QStringLiteral("members.csv"), kMembersList)});
    QTest::mouseClick(page.place.findChild<EmptyState*>()->actionButton(), Qt::LeftButton);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QCOMPARE(page.pageShown(), 1);
}

void ImportPlaceTest::preview_countsAndStoresNothing()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QVERIFY2(page.summary().startsWith(QStringLiteral("3 people are new")), qPrintable(page.summary()));
    QVERIFY(page.store()->text().contains(QStringLiteral("3 rows")));
    QCOMPARE(page.box.people().rowCount(), 0);
    QVERIFY(!page.box.session().canUndo());
}

void ImportPlaceTest::store_isOneStepAndUndoTakesItBack()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
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
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList),
                          page.box.textFile(QStringLiteral("ties.csv"), kTiesList)}));
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
    QVERIFY(text.contains("ties.csv,3,Ana \xE2\x80\x93 nobody"));
    QVERIFY(text.contains("ties.csv,4,"));
}

void ImportPlaceTest::fields_lineUpAndFitANarrowWindow()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("ties.csv"), "source,target\nAna,Ben\n")}));
    const auto edge = [&page](const char* name) {
        const auto* const field = page.find<QWidget>(name);
        return field->mapTo(&page.place, QPoint()).x();
    };
    for (const int width : {1024 - 192, 1280 - 192}) { // of a window, without the rail
        page.place.resize(width, 700);
        QCOMPARE(page.place.width(), width);
        QTRY_COMPARE(edge("importEncoding"), edge("importColumn2"));
        QCOMPARE(edge("importAs"), edge("importColumn0"));
        const auto* const depth = page.find<QWidget>("importDepth");
        QVERIFY(depth->isVisible());
        QVERIFY(edge("importDepth") + depth->width() <= width);
    }
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
    QTRY_VERIFY(!page.find<QWidget>("importDepth")->isVisible());
    QTRY_COMPARE(edge("importEncoding"), edge("importColumn2"));
    QVERIFY(edge("importColumn5") + page.find<QWidget>("importColumn5")->width() <= page.place.width());
    // A file that is read without doubt needs no remark.
    QVERIFY(page.find<QWidget>("importEncoding")->toolTip().contains(QStringLiteral("UTF-8")));
}

void ImportPlaceTest::unreadable_isOneSentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing in it") << QStringLiteral("empty.csv") << QByteArray();
    QTest::newRow("a picture") << QStringLiteral("photo.csv")
                               << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20);
    QTest::newRow("no names above the columns") << QStringLiteral("n.csv") << QByteArray("1,2\n2,3\n3,1\n");
    QTest::newRow("a heading only") << QStringLiteral("h.csv") << QByteArray("something\n");
    QTest::newRow("a quote that never closes") << QStringLiteral("q.csv") << QByteArray("id,name\n1,\"Ana\n2,Ben\n");
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
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
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
    // Whoever waits for a word is counted once.
    QCOMPARE(page.place.findChild<ImportRowsModel*>()->countOf(ImportRowsModel::Filter::doubtful), 1);
    QCOMPARE(page.place.findChild<ImportRowsModel*>()->countOf(ImportRowsModel::Filter::added), 0);
    QVERIFY2(page.summary().contains(QStringLiteral("may be here already")), qPrintable(page.summary()));
    QVERIFY2(!page.summary().contains(QStringLiteral("new")), qPrintable(page.summary()));
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
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
    QSignalSpy finished(&page.place, &ImportPlace::finished);
    QVERIFY(page.place.stepBack());
    QCOMPARE(finished.count(), 1);
    QVERIFY(page.box.settle());
    QCOMPARE(page.box.people().rowCount(), 0);
}

void ImportPlaceTest::again_saysThereIsNothingToStore()
{
    Page page;
    const QString file = page.box.textFile(QStringLiteral("members.csv"), kMembersList);
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
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("members.csv"), kMembersList)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    page.box.session().close();
    QCOMPARE(page.rows()->rowCount(), 0);
    QCOMPARE(page.pageShown(), 0);
}

void ImportPlaceTest::formats_areReadAsTheyStand_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("who");
    const QString list = QStringLiteral("id,name\n1,Zoë Ångström\n2,Ben\n");
    const auto utf16 = [&list](bool big) {
        QByteArray bytes;
        for (const QChar c : QChar(0xFEFF) + list) {
            const char low = static_cast<char>(c.unicode() & 0xFF), high = static_cast<char>(c.unicode() >> 8);
            bytes.append(big ? high : low).append(big ? low : high);
        }
        return bytes;
    };
    const QString zoe = QStringLiteral("Zoë Ångström");
    QTest::newRow("UTF-8") << "a.csv" << list.toUtf8() << 2 << zoe;
    QTest::newRow("UTF-8 with a mark") << "a.csv"
                                       << "\xEF\xBB\xBF" + list.toUtf8() << 2 << zoe;
    QTest::newRow("UTF-16 little") << "a.csv" << utf16(false) << 2 << zoe;
    QTest::newRow("UTF-16 big") << "a.csv" << utf16(true) << 2 << zoe;
    QTest::newRow("Windows-1252") << "a.csv" << list.toLatin1() << 2 << zoe;
    QTest::newRow("semicolons, CRLF") << "a.csv" << QByteArray("id;name\r\n1;Ana Ruiz\r\n2;Ben\r\n") << 2
                                      << QStringLiteral("Ana Ruiz");
    QTest::newRow("tabs") << "a.tsv" << QByteArray("id\tname\n1\tAna Ruiz\n2\tBen\n") << 2
                          << QStringLiteral("Ana Ruiz");
    QTest::newRow("line break in a name")
        << "a.csv" << QByteArray("id,name\n1,\"Ana\nRuiz\"\n2,Ben\n") << 2 << QStringLiteral("Ana Ruiz");
    QTest::newRow("matrix") << "m.csv" << QByteArray(",Ana,Ben,Cai\nAna,0,1,0\nBen,1,0,1\nCai,0,1,0\n") << 5
                            << QStringLiteral("Ana");
    QTest::newRow("GraphML")
        << "n.graphml"
        << QByteArray("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"undirected\">"
                      "<node id=\"Ana\"/><node id=\"Ben\"/><edge source=\"Ana\" target=\"Ben\"/></graph></graphml>")
        << 3 << QStringLiteral("Ana");
}

void ImportPlaceTest::formats_areReadAsTheyStand()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, rows);
    QFETCH(QString, who);
    Page page;
    QVERIFY(page.preview({page.box.textFile(name, bytes)}));
    QTRY_VERIFY2(page.trouble().isEmpty() && page.rows()->rowCount() > 0, qPrintable(page.trouble()));
    QCOMPARE(page.rows()->rowCount(), rows);
    QCOMPARE(page.rows()->index(0, ImportRowsModel::kText).data().toString(), who);
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
    page.box.undo();
    QCOMPARE(page.box.records().people.count().value(), std::size_t{0});
}

QTEST_MAIN(ImportPlaceTest)
#include "tst_import_place.moc"

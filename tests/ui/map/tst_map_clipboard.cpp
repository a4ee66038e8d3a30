// SPDX-License-Identifier: GPL-3.0-or-later
// People of the map on the clipboard: copied as text, cut and brought back, added from names.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// A map, the keyboard on its canvas, and what the file was like.
struct Keyboard : MapHost
{
    explicit Keyboard(int members = 60) : MapHost(members)
    {
        if (!settle())
            qFatal("the map was not drawn");
        canvas().setFocus();
    }

    MapCanvas& canvas() { return place->canvas(); }
    void press(Qt::Key key, Qt::KeyboardModifiers keys = {})
    {
        QApplication::setActiveWindow(window.get()); // a dialog may just have gone
        QTest::keyClick(&canvas(), key, keys);
    }
    /// Somebody who may be shown by name, the first after `at`.
    int shownByName(int at = -1)
    {
        while (person(++at).consent != ShowConsent::unset && person(at).consent != ShowConsent::byName) {
        }
        return at;
    }
    QAction* action(const char* name) { return place->findChild<QAction*>(QString::fromLatin1(name)); }
    const MapPerson& person(int at) { return place->model().input().people[static_cast<std::size_t>(at)]; }
    bool undo()
    {
        return afterChange([this] { session().undo(); });
    }
};

} // namespace

class TstMapClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copyAndPaste_chooseWhoIsHere_andAddWhoIsNot()
    {
        Keyboard map;
        const std::string before = map.digest();
        const int first = map.shownByName();
        const MapPerson ana = map.person(first), ben = map.person(map.shownByName(first));
        map.canvas().selectPeople({ana.id, ben.id});
        map.press(Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(ana.name + QLatin1Char('\t')));
        QCOMPARE(copied.count(QLatin1Char('\n')), 1);
        map.canvas().clearSelection();
        QSignalSpy said(map.place, &Place::said);
        map.press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(map.dialogs().questions().empty(), "nobody is new: nothing is asked, nothing added");
        QCOMPARE(map.canvas().selectedPeople(), (std::vector<PersonId>{ana.id, ben.id}));
        QCOMPARE(said.count(), 1);
        QVERIFY2(said.at(0).at(0).toString().contains(ana.name), "who is here already is said");
        QCOMPARE(map.digest(), before);

        QGuiApplication::clipboard()->setText(QStringLiteral("Zoë Quell\n%1\nZOE QUELL\nXi \u5B66").arg(ana.name));
        map.press(Qt::Key_V, Qt::ControlModifier); // nobody answers: kept as it was
        QCOMPARE(map.dialogs().questions().size(), std::size_t{1});
        QCOMPARE(map.digest(), before);
        map.dialogs().willAnswer(0);
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_V, Qt::ControlModifier); }));
        QVERIFY(map.indexNamed(QStringLiteral("Zoë Quell")) >= 0 && map.indexNamed(QStringLiteral("Xi \u5B66")) >= 0);
        QCOMPARE(map.canvas().selectedPeople().size(), std::size_t{3});
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);

        const auto [a, b] = map.strangers();
        QGuiApplication::clipboard()->setText(map.person(a).name + QLatin1Char('\t') + map.person(b).name);
        map.dialogs().willAnswer(0);
        const std::size_t ties = *map.records().ties.count();
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_V, Qt::ControlModifier); }));
        QCOMPARE(*map.records().ties.count(), ties + 1);
        QVERIFY(map.undo());
        QGuiApplication::clipboard()->setText({});
        said.clear();
        map.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(said.count(), 1);
        QCOMPARE(map.digest(), before);
    }

    void copy_leavesOutWhoAskedNotToBeShown()
    {
        Keyboard map;
        const MapPerson ana = map.person(0);
        QVERIFY(map.afterChange([&] {
            map.session().change(QStringLiteral("Consent"), [id = ana.id](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(auto person, records.people.find(id));
                person->consent = ShowConsent::notShown;
                return records.people.update(*person);
            });
        }));
        QVERIFY(map.settle());
        QVERIFY(uitest::waitUntil([&] {
            const auto* row = map.people().find(ana.id);
            return row != nullptr && row->person.consent == ShowConsent::notShown;
        }));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        map.canvas().selectPeople({ana.id});
        QSignalSpy said(map.place, &Place::said);
        map.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QVERIFY(said.at(0).at(0).toString().contains(QStringLiteral("left out")));
    }

    void cut_thenPaste_bringsTheSamePeopleBack()
    {
        Keyboard map;
        const std::string before = map.digest();
        const MapTie tie = map.place->model().input().ties.front();
        const MapPerson ana = map.person(static_cast<int>(tie.a)), ben = map.person(map.shownByName());
        const std::vector<PersonId> both = ana.id == ben.id ? std::vector{ana.id} : std::vector{ana.id, ben.id};
        map.canvas().selectPeople(both);
        QSignalSpy said(map.place, &Place::said);
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_X, Qt::ControlModifier); }));
        QVERIFY2(map.dialogs().questions().empty(), "nothing is lost: nothing is asked");
        QVERIFY(map.session().undoLabel().startsWith(QStringLiteral("Cut ")));
        QCOMPARE(map.place->model().indexOf(ana.id), -1);
        QCOMPARE(map.place->model().indexOfTie(tie.id), -1);
        QVERIFY(said.last().at(0).toString().contains(QStringLiteral("cut")));
        QVERIFY(uitest::waitUntil([&] { return map.canvas().selectedPeople().empty(); }));
        // Cut and undone is as before, and so is cut and pasted.
        const std::string cut = map.digest();
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
        QVERIFY(map.afterChange([&] { map.session().redo(); }));
        QCOMPARE(map.digest(), cut);
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_V, Qt::ControlModifier); }));
        QVERIFY(map.dialogs().questions().empty());
        QVERIFY(map.session().undoLabel().startsWith(QStringLiteral("Paste ")));
        QCOMPARE(map.digest(), before);
        QVERIFY(map.place->model().indexOfTie(tie.id) >= 0);
        QTRY_COMPARE(map.canvas().selectedPeople(), both);
        // Once more: they are here, which is said, and no step is made of it.
        said.clear();
        map.canvas().clearSelection();
        const QString step = map.session().undoLabel();
        map.press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(map.canvas().selectedPeople(), both);
        QVERIFY(said.last().at(0).toString().startsWith(QStringLiteral("Here already")));
        QCOMPARE(map.session().undoLabel(), step);
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), cut);
    }

    void cut_ofWhoIsNotToBeNamed_putsNobodyOnTheClipboard_andPasteBringsThemBack()
    {
        Keyboard map;
        const MapPerson ana = map.person(0);
        QVERIFY(map.afterChange([&] {
            map.session().change(QStringLiteral("Consent"), [id = ana.id](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(auto person, records.people.find(id));
                person->consent = ShowConsent::notShown;
                return records.people.update(*person);
            });
        }));
        QVERIFY(uitest::waitUntil([&] {
            const auto* row = map.people().find(ana.id);
            return row != nullptr && row->person.consent == ShowConsent::notShown;
        }));
        const std::string before = map.digest();
        map.canvas().selectPeople({ana.id});
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_X, Qt::ControlModifier); }));
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        for (const QString& format : data->formats())
            QVERIFY2(!data->data(format).contains(ana.name.toUtf8()), qPrintable(format));
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_V, Qt::ControlModifier); }));
        QCOMPARE(map.digest(), before);
    }

    void pastedNames_ofArchivedPeople_bringThemBack_namedInTheQuestion()
    {
        Keyboard map;
        const std::string before = map.digest();
        const MapPerson ana = map.person(map.shownByName());
        map.canvas().selectPeople({ana.id});
        QVERIFY(map.afterChange([&] { map.action("mapArchive")->trigger(); }));
        QVERIFY(uitest::waitUntil([&] { return map.people().find(ana.id)->person.archived.has_value(); }));
        QGuiApplication::clipboard()->setText(ana.name);
        map.dialogs().willAnswer(0);
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_V, Qt::ControlModifier); }));
        QVERIFY(map.dialogs().questions().back().title.contains(ana.name));
        QCOMPARE(map.digest(), before);
        QVERIFY(map.undo());
        // With somebody new both are told of, and one step takes both back.
        QVERIFY(uitest::waitUntil([&] { return map.people().find(ana.id)->person.archived.has_value(); }));
        const std::string archived = map.digest();
        QGuiApplication::clipboard()->setText(ana.name + QStringLiteral("\nZo\u00EB Quell"));
        map.dialogs().willAnswer(0);
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_V, Qt::ControlModifier); }));
        QVERIFY(map.dialogs().questions().back().title.contains(QStringLiteral("Zo\u00EB Quell")));
        QVERIFY(map.dialogs().questions().back().sentence.contains(ana.name));
        QVERIFY(map.place->model().indexOf(ana.id) >= 0 && map.indexNamed(QStringLiteral("Zo\u00EB Quell")) >= 0);
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), archived);
    }
};

QTEST_MAIN(TstMapClipboard)
#include "tst_map_clipboard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include "NoteTest.h"
#include "core/actions/Introductions.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::press;

/// Introductions that a note or an entry asks for come to the board, and are opened from the stored call.
class TestNoteIntroductions : public conversationstest::NoteTest
{
    Q_OBJECT

    PersonId m_cora;
    const QString m_toBen = QStringLiteral("Introduce Ana Ruiz to Ben Okafor"),
                  m_toCora = QStringLiteral("Introduce Ana Ruiz to Cora Lind");

    std::vector<Introduction> board() const { return records().introductions.all().value(); }
    QList<LinkLabel*> links() const { return m_place->findChildren<LinkLabel*>(QStringLiteral("recordIntroduction")); }
    QString remark() const { return widget<QLabel>("callDraftKept")->text(); }
    void keepApart()
    {
        QVERIFY(m_desk->change(
            [this](store::Records& records) { return actions::keepApart(records, m_ana, m_ben, "A quarrel."); }));
    }
    IntroductionId propose(IntroductionState state, PersonId host, Confidentiality level = Confidentiality::staff)
    {
        Introduction made;
        made.a = m_ben;
        made.b = m_ana;
        made.host = host;
        made.proposed = conversationstest::kToday.addDays(-9);
        made.state = state;
        made.confidentiality = level;
        IntroductionId id;
        m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, actions::propose(records, made));
            return {};
        });
        return id;
    }

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_cora = m_desk->add("Cora Lind");
    }
    void cleanup() { closeDesk(); }

    void twoInOneSentence_areBothShownAndProposedInOneStep()
    {
        const std::string before = m_desk->digest();
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben and Cora."));
        QCOMPARE(titles(), (QStringList{m_toBen, m_toCora}));
        for (const QString& title : {m_toBen, m_toCora}) {
            press(Qt::Key_Down, title == m_toBen ? Qt::ControlModifier : Qt::NoModifier);
            QCOMPARE(QApplication::focusWidget(), chip(title));
            QTRY_COMPARE(chip(title)->visibleRegion().boundingRect().height(), chip(title)->height());
        }
        QVERIFY(storeByKey());
        QCOMPARE(board().size(), std::size_t{2});
        QCOMPARE(board().front().state, IntroductionState::proposed);
        QCOMPARE(board().front().reason, IntroductionReason::memberAsked);
        QTRY_COMPARE(links().size(), 2);
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(m_desk->digest(), before);
    }

    void changedOneOfTwo_leavesTheOtherInSight()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben and Cora."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        QCOMPARE(titles(), QStringList{m_toCora});
        QVERIFY(chip(m_toCora)->isVisible());
        QVERIFY(storeByKey());
        QCOMPARE(board().size(), std::size_t{2});
    }

    void typedByHand_isProposedAndOpenedFromTheCall()
    {
        m_place->logCall(m_ana);
        widget<Button>("addIntroduction")->click();
        write(QStringLiteral("ben"));
        press(Qt::Key_Return);
        QVERIFY(storeByKey());
        QCOMPARE(board().size(), std::size_t{1});
        QSignalSpy opened(m_place.get(), &Place::introductionRequested);
        QTRY_COMPARE(links().size(), 1);
        QVERIFY2(links().front()->text().endsWith(QStringLiteral("proposed")), qPrintable(links().front()->text()));
        links().front()->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<IntroductionId>(), board().front().id);
    }

    void betweenTwoOthers_namesBoth()
    {
        m_place->logCall(m_ana);
        widget<Button>("addIntroduction")->click();
        write(QStringLiteral("ben"));
        press(Qt::Key_Return);
        while (QApplication::focusWidget()->objectName() != QLatin1String("itemAbout"))
            press(Qt::Key_Tab);
        write(QStringLiteral("cora"));
        press(Qt::Key_Return);
        QVERIFY(storeByKey());
        QVERIFY(board().front().concerns(m_ben) && board().front().concerns(m_cora));
    }

    void underWay_isSaidAndNotDoubled()
    {
        const IntroductionId known = propose(IntroductionState::agreed, m_ruth);
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben."));
        QVERIFY2(chip(m_toBen)->toolTip().contains(QStringLiteral("On the board already: agreed")),
                 qPrintable(chip(m_toBen)->toolTip()));
        QVERIFY(storeByKey());
        QCOMPARE(board().size(), std::size_t{1});
        QSignalSpy opened(m_place.get(), &Place::introductionRequested);
        QTRY_COMPARE(links().size(), 1);
        links().front()->click();
        QCOMPARE(opened.front().front().value<IntroductionId>(), known);
    }

    void underWayForSomebodyElseAlone_isNeitherSaidNorDoubled()
    {
        const PersonId tom = m_desk->add("Tom Abel", PersonKind::staff);
        propose(IntroductionState::agreed, tom, Confidentiality::onlyMe);
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben."));
        QVERIFY(!chip(m_toBen)->toolTip().contains(QStringLiteral("board")));
        QVERIFY(storeByKey());
        QCOMPARE(board().size(), std::size_t{1});
        QTRY_VERIFY(widget<QWidget>("recordText"));
        QVERIFY(links().isEmpty());
    }

    void keptApart_isNotTakenAndSaysWhy()
    {
        keepApart();
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben. Works with Cora."));
        QCOMPARE(chip(m_toBen)->state(), State::refused);
        QVERIFY(chip(m_toBen)->toolTip().contains(QStringLiteral("kept apart")));
        chip(m_toBen)->setFocus();
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Delete}) {
            press(key);
            QCOMPARE(chip(m_toBen)->state(), State::refused);
            QCOMPARE(remark(), QStringLiteral("Ana Ruiz and Ben Okafor are kept apart: an introduction of the two is "
                                              "not recorded."));
        }
        QVERIFY(storeByKey());
        QVERIFY(board().empty());
        QVERIFY(records().conversations.itemsOf(m_ana).value().empty());
        QVERIFY(records().ties.between(m_ana, m_cora).value());
    }

    void keptApartMeanwhile_isShownAtOnce()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben."));
        QCOMPARE(chip(m_toBen)->state(), State::taken);
        keepApart();
        QCOMPARE(chip(m_toBen)->state(), State::refused);
    }

    void keptApartByHand_isRefusedAtItsEntry()
    {
        keepApart();
        m_place->logCall(m_ana);
        widget<Button>("addIntroduction")->click();
        write(QStringLiteral("ben"));
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(note()->isVisible());
        QVERIFY(m_desk->conversations().empty());
        const auto problem = widget<QWidget>("itemEntry")->findChild<QLabel*>(QStringLiteral("entryProblem"));
        QVERIFY2(problem->isVisible() && problem->text().contains(QStringLiteral("kept apart")),
                 qPrintable(problem->text()));
    }

    void storedWish_isChangedWithItsCallAndItsStateIsTheBoards()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Wants to meet Ben."));
        QVERIFY(storeByKey());
        QTRY_VERIFY(widget<Button>("recordEdit"));
        widget<Button>("recordEdit")->click();
        QTRY_VERIFY(widget<QWidget>("itemEntry"));
        auto* line = widget<QWidget>("itemEntry")->findChild<QAbstractButton*>(QStringLiteral("entryLine"));
        QVERIFY2(line->accessibleName().contains(QStringLiteral("On the board: proposed")),
                 qPrintable(line->accessibleName()));
        line->click();
        QVERIFY(!widget<QComboBox>("itemState")->isVisible());
        widget<QWidget>("itemEntry")->findChild<QAbstractButton*>(QStringLiteral("entryRemove"))->click();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!note()->isVisible());
        QVERIFY(board().empty());
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(board().size(), std::size_t{1});
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestNoteIntroductions test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_note_introductions.moc"

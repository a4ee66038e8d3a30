// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "CallDesk.h"
#include "ui/conversations/BriefDialog.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

using namespace conversationstest;
using ui::BriefDialog;

namespace {

/// An open brief of Ana, whom Ruth talked with yesterday.
struct Opened
{
    Opened()
    {
        if (!desk.open("n.weavemap"))
            qFatal("the file does not open");
        ruth = desk.add("Ruth", PersonKind::staff);
        ana = desk.add("Ána Ruiz");
        ben = desk.add("Ben");
    }
    /// Shows it and waits for its words.
    void show()
    {
        dialog = new BriefDialog(desk.office, ana);
        dialog->open();
        if (!QTest::qWaitFor([this] { return texts().contains(QStringLiteral("Questions for today")); }, kPatienceMs))
            qFatal("the brief is not read");
    }
    QStringList texts() const
    {
        QStringList all;
        for (ui::TextLabel* label : dialog->findChildren<ui::TextLabel*>())
            if (label->isVisibleTo(dialog))
                all << label->text();
        return all;
    }
    bool says(const char* words) const { return texts().contains(QString::fromUtf8(words)); }

    CallDesk desk;
    PersonId ruth, ana, ben;
    QPointer<BriefDialog> dialog;
};

} // namespace

class TestBriefDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newMember_hasThreeQuestions();
    void brief_tellsPromisesBothWaysAndWhoIsNear();
    void privateNote_isShownToItsWriterOnly();
    void whereAllWereAskedLately_itSaysSo();
    void enter_goesOnToTheNote();
    void closesWithTheFile();
};

void TestBriefDialog::newMember_hasThreeQuestions()
{
    Opened brief;
    brief.show();
    QVERIFY(brief.says("Ána Ruiz"));
    QVERIFY(brief.says("None yet."));
    QVERIFY(brief.says("No known tie"));
    int questions = 0;
    for (const QString& text : brief.texts())
        questions += text.startsWith(QStringLiteral("1. ")) || text.startsWith(QStringLiteral("2. ")) ||
                             text.startsWith(QStringLiteral("3. "))
                         ? 1
                         : 0;
    QCOMPARE(questions, 3);
    delete brief.dialog;
}

void TestBriefDialog::brief_tellsPromisesBothWaysAndWhoIsNear()
{
    Opened brief;
    const ConversationId talk =
        brief.desk.talk(CallDesk::conversation(brief.ruth, brief.ana, "A reading club starts."));
    QVERIFY(brief.desk.change([&](store::Records& records) -> Result<> {
        const auto promise = [&](PersonId owner, const char* text) {
            FollowUp step;
            step.person = brief.ana;
            step.owner = owner;
            step.text = text;
            step.due = kToday;
            return records.conversations.insert(step);
        };
        WEAVEMAP_TRY(promise(brief.ruth, "The grant calendar"));
        WEAVEMAP_TRY(promise(brief.ana, "Photos of the bench"));
        NoteItem item;
        item.conversation = talk;
        item.person = brief.ana;
        item.text = "A story-hour host";
        item.topic = "story hours";
        WEAVEMAP_TRY(records.conversations.insert(item));
        item.person = brief.ben;
        item.kind = NoteItemKind::offer;
        item.text = "Hosts story hours";
        return records.conversations.insert(item).map([](auto) {});
    }));
    brief.show();
    QVERIFY(brief.says("A reading club starts."));
    QVERIFY(brief.says("Ruth: The grant calendar, due today"));
    QVERIFY(brief.says("Ána Ruiz: Photos of the bench, due today"));
    QVERIFY(brief.says("A story-hour host"));
    QVERIFY(brief.says("Ben \u00B7 story hours"));
    delete brief.dialog;
}

void TestBriefDialog::privateNote_isShownToItsWriterOnly()
{
    Opened brief;
    Conversation note = CallDesk::conversation(brief.ruth, brief.ana, "Canary");
    note.confidentiality = Confidentiality::onlyMe;
    brief.desk.talk(note);
    brief.show();
    QVERIFY(!brief.says("Canary"));
    brief.desk.session.setMe(QStringLiteral("Ruth"));
    QTRY_VERIFY(brief.says("Canary"));
    brief.desk.session.setMe(QString());
    QTRY_VERIFY(!brief.says("Canary"));
    delete brief.dialog;
}

void TestBriefDialog::whereAllWereAskedLately_itSaysSo()
{
    Opened brief;
    QVERIFY(brief.desk.change([&](store::Records& records) -> Result<> {
        Conversation talk = CallDesk::conversation(brief.ruth, brief.ana, "Everything.", 100);
        WEAVEMAP_ASSIGN(talk.id, records.conversations.insert(talk));
        WEAVEMAP_ASSIGN(const auto bank, records.questions.all());
        for (const weavemap::Question& question : bank)
            WEAVEMAP_TRY(records.questions.insert(AskedQuestion{{}, question.id, talk.id, brief.ana}));
        return {};
    }));
    brief.show();
    QCOMPARE(brief.texts().filter(QStringLiteral("last asked 7 Jul")).size(), 3);
    delete brief.dialog;
    QVERIFY(brief.desk.change([&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(auto talks, records.conversations.all());
        talks.front().when = Instant::atLocal(kToday.addDays(-1), 9, 0, 0);
        return records.conversations.update(talks.front());
    }));
    brief.show();
    QVERIFY(brief.says("None: all that suit them were asked lately."));
    delete brief.dialog;
}

void TestBriefDialog::enter_goesOnToTheNote()
{
    Opened brief;
    brief.show();
    QSignalSpy log(brief.dialog, &BriefDialog::logCallRequested);
    QTest::keyClick(brief.dialog, Qt::Key_Return);
    QCOMPARE(log.count(), 1);
    QCOMPARE(log.first().first().value<PersonId>(), brief.ana);
    QTRY_VERIFY(brief.dialog == nullptr);
}

void TestBriefDialog::closesWithTheFile()
{
    Opened brief;
    brief.show();
    brief.desk.session.close();
    QTRY_VERIFY(brief.dialog == nullptr);
}

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    ui::ThemeController theme(app, ui::ThemeChoice::light);
    TestBriefDialog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_brief_dialog.moc"

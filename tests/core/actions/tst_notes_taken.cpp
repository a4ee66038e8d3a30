// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>

#include <QTest>

#include <nlohmann/json.hpp>

#include "Office.h"
#include "core/actions/LogCall.h"
#include "core/actions/TakeProposal.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

using namespace actionstest;

/// Whatever a note proposes can be stored with its call, as one step that undoing takes back to the letter.
class TestNotesTaken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void notesOfEveryAuthor_areStoredAndUndone();
    void sentencesInAnyOrder_areStoredAndUndone();
    void hostileText_isStoredAndUndone();

private:
    static constexpr std::size_t kMostOfAFile = 12;

    /// Takes all that is proposed, stores it, undoes it; how many proposals there were.
    std::size_t takeAndUndo(const std::string& text, const std::vector<PersonId>& with);

    Office m_office;
    std::vector<Person> m_people;
    std::unique_ptr<weaving::PeopleIndex> m_index;
    std::vector<std::pair<std::string, std::vector<PersonId>>> m_notes;
};

void TestNotesTaken::initTestCase()
{
    std::map<std::string, PersonId> ids;
    for (const auto& entry : std::filesystem::directory_iterator(WEAVEMAP_TEST_DATA "/notes")) {
        if (entry.path().extension() != ".json")
            continue;
        std::ifstream stream(entry.path());
        const auto theme = nlohmann::json::parse(stream);
        std::size_t taken =
            0; // of every author: each note is stored and undone, which reads the whole file three times
        for (const auto& note : theme.at("notes")) {
            if (++taken > kMostOfAFile)
                break;
            for (const auto& known : note.at("people")) {
                const auto name = known.is_string() ? known.get<std::string>() : known.at("name").get<std::string>();
                if (!ids.contains(name))
                    ids[name] = m_office.add(name);
            }
            std::vector<PersonId> with;
            for (const auto& name : note.at("with"))
                with.push_back(ids.at(name.get<std::string>()));
            m_notes.emplace_back(note.at("text").get<std::string>(), with);
        }
    }
    m_people = got(m_office.records().people.all());
    m_index = std::make_unique<weaving::PeopleIndex>(weaving::knownNames(m_people));
}

std::size_t TestNotesTaken::takeAndUndo(const std::string& text, const std::vector<PersonId>& with)
{
    actions::CallDraft draft;
    draft.conversation.when = moment(kToday);
    draft.conversation.participants = with.empty() ? std::vector<PersonId>{m_people.front().id} : with;
    draft.conversation.text = text;
    const auto reading = weaving::readNote({text, kToday}, {*m_index, with, {}});
    for (const weaving::Proposal& proposal : reading.proposals)
        actions::takeProposal(draft, proposal);
    const std::string before = m_office.digest();
    const auto stored = m_office.change(
        [&draft](store::Records& records) { return actions::logCall(records, draft).map([](auto&&) {}); });
    if (!stored || m_office.digest() == before)
        QTest::qFail(text.c_str(), __FILE__, __LINE__);
    else
        got(m_office.workspace().undo());
    if (m_office.digest() != before)
        QTest::qFail(text.c_str(), __FILE__, __LINE__);
    return reading.proposals.size();
}

void TestNotesTaken::notesOfEveryAuthor_areStoredAndUndone()
{
    std::size_t proposals = 0;
    for (const auto& [text, with] : m_notes)
        proposals += takeAndUndo(text, with);
    QVERIFY(proposals > 300);
}

void TestNotesTaken::sentencesInAnyOrder_areStoredAndUndone()
{
    std::vector<std::string> sentences;
    for (const auto& note : m_notes)
        for (std::size_t at = 0; at < note.first.size();) {
            const std::size_t end = std::min(note.first.find(". ", at), note.first.size());
            sentences.push_back(note.first.substr(at, end - at) + ". ");
            at = end + 2;
        }
    std::mt19937 random(20261015);
    std::size_t proposals = 0;
    for (int i = 0; i < 60; ++i) {
        std::string text;
        for (int k = 0; k < 8; ++k)
            text += sentences[random() % sentences.size()];
        proposals +=
            takeAndUndo(text, {m_people[random() % m_people.size()].id, m_people[random() % m_people.size()].id});
    }
    QVERIFY(proposals > 100);
}

void TestNotesTaken::hostileText_isStoredAndUndone()
{
    const std::vector<PersonId> with{m_people.front().id};
    for (const char* const text :
         {"!need '; drop table people; --", "@A@B@C met @A@B", "+offer \u202Eback to front\u202C", "#topic",
          "@\u200B met @x", "Met @\u5B66\u6821. @\u5B66\u6821 needs \U0001F469\u200D\U0001F33E",
          "Met @Kofi and @kofi and @KOFI."})
        takeAndUndo(text, with);
    std::string endless;
    for (int i = 0; i < 2000; ++i)
        endless += "Met @New" + std::to_string(i) + ". !need thing " + std::to_string(i) + "\n";
    takeAndUndo(endless, with);
}

QTEST_GUILESS_MAIN(TestNotesTaken)
#include "tst_notes_taken.moc"

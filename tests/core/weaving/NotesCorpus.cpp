// SPDX-License-Identifier: GPL-3.0-or-later
#include "NotesCorpus.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

namespace weavemap::test {

namespace {

using Json = nlohmann::json;

std::vector<std::string> textsOf(const Json& object, const char* key)
{
    return object.value(key, std::vector<std::string>());
}

ExpectedProposal proposalOf(const Json& json)
{
    ExpectedProposal proposal;
    proposal.kind = json.at("kind").get<std::string>();
    proposal.words = json.at("words").get<std::string>();
    proposal.people = textsOf(json, "people");
    if (json.contains("depth"))
        proposal.depth = json["depth"].get<int>();
    proposal.collaboration = json.value("collaboration", "");
    proposal.direction = json.value("direction", "");
    proposal.topic = json.value("topic", "");
    proposal.heardFrom = json.value("heard_from", "");
    proposal.due = json.value("due", "");
    proposal.by = json.value("by", "");
    proposal.text = json.value("text", "");
    proposal.isEnded = json.value("ended", false);
    proposal.isNew = json.value("new", false);
    return proposal;
}

CorpusNote noteOf(const Json& json, const std::string& file)
{
    CorpusNote note;
    note.file = file;
    note.name = json.at("name").get<std::string>();
    note.hard = json.value("hard", "");
    note.on = json.at("on").get<std::string>();
    note.text = json.at("text").get<std::string>();
    note.with = json.at("with").get<std::vector<std::string>>();
    note.projects = textsOf(json, "projects");
    for (const Json& person : json.at("people"))
        note.people.push_back(person.is_string()
                                  ? KnownPerson{person.get<std::string>(), {}}
                                  : KnownPerson{person.at("name").get<std::string>(), textsOf(person, "nicknames")});
    for (const Json& proposal : json.at("expect"))
        note.expected.push_back(proposalOf(proposal));
    for (const Json& doubt : json.value("unresolved", Json::array()))
        note.unresolved.push_back({doubt.at("words").get<std::string>(), textsOf(doubt, "candidates")});
    return note;
}

} // namespace

std::vector<CorpusNote> readCorpus(std::string_view folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<CorpusNote> notes;
    for (const auto& path : files) {
        std::ifstream stream(path);
        const Json theme = Json::parse(stream);
        for (const Json& json : theme.at("notes"))
            notes.push_back(noteOf(json, path.stem().string()));
    }
    return notes;
}

bool isLater(const CorpusNote& note) { return note.file.ends_with("-look"); }

bool isByOutsider(const CorpusNote& note)
{
    return note.file == "from-the-phone" || note.file == "after-an-event" || note.file == "hard-cases";
}

} // namespace weavemap::test
